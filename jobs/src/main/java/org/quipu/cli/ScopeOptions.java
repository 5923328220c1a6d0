package org.quipu.cli;

import java.util.List;
import org.quipu.job.PrevalenceJob;
import picocli.CommandLine.Option;

/** The options that name indicators and tables of domains. */
final class ScopeOptions {
  @Option(
      names = "--by",
      paramLabel = "TABLES",
      split = ",",
      converter = Converters.DomainTableName.class,
      description =
          "Tables of domains, separated by commas, crossings with a colon. Default: national,region.")
  private List<String> tables = PrevalenceJob.Request.DEFAULT.tables();

  @Option(
      names = "--indicator",
      paramLabel = "I",
      arity = "1..*",
      converter = Converters.IndicatorName.class,
      description = "Indicators. Default: all of data/indicators.yaml.")
  private List<String> indicators = PrevalenceJob.Request.DEFAULT.indicators();

  List<String> tables() {
    return tables;
  }

  List<String> indicators() {
    return indicators;
  }
}
