package org.quipu.cli;

import java.util.List;
import java.util.function.Function;
import org.quipu.job.PrevalenceJob;
import picocli.CommandLine.Option;

/** The options that name indicators and tables of domains. */
final class ScopeOptions {
  @Option(
      names = "--by",
      paramLabel = "TABLES",
      split = ",",
      converter = Converters.DomainTableName.class)
  private List<String> tables = PrevalenceJob.Request.DEFAULT.tables();

  @Option(
      names = "--indicator",
      paramLabel = "I",
      arity = "1..*",
      converter = Converters.IndicatorName.class)
  private List<String> indicators = List.of();

  List<String> tables() {
    return tables;
  }

  /** Those that are named, or all. */
  List<String> indicators() {
    return indicators.isEmpty() ? PrevalenceJob.Request.DEFAULT.indicators() : indicators;
  }

  /**
   * Warns of the indicators and tables that are named and of which a result has no row.
   *
   * @param indicator of a row
   * @param table of domains of a row
   */
  <R> void warnOfMissing(
      List<R> rows, Function<R, String> indicator, Function<R, String> table, Console console) {
    console.warnOfMissing("--indicator", indicators, rows.stream().map(indicator));
    console.warnOfMissing("--by", tables, rows.stream().map(table));
  }
}
