package org.quipu.cli;

import java.util.List;
import java.util.stream.Stream;
import org.quipu.endes.Dimensions;
import org.quipu.endes.Indicator;
import org.quipu.job.PrevalenceJob;
import picocli.CommandLine.Option;

/** The options that name indicators and tables of domains. */
final class ScopeOptions {
  @Option(
      names = "--by",
      paramLabel = "TABLES",
      split = ",",
      description =
          "Tables of domains, separated by commas, crossings with a colon. Default: national,region.")
  private List<String> tables = PrevalenceJob.Request.DEFAULT.tables();

  @Option(
      names = "--indicator",
      paramLabel = "I",
      arity = "1..*",
      description = "Indicators; all of data/indicators.yaml unless told otherwise.")
  private List<String> indicators = PrevalenceJob.Request.DEFAULT.indicators();

  List<String> tables() {
    return tables;
  }

  List<String> indicators() {
    return indicators;
  }

  /** Refuses unknown ones: the command line is wrong. */
  void check(BaseCommand job) {
    checkTables(job, tables);
    checkIndicators(job);
  }

  /** Refuses tables of dimensions that there are not, or that make no sense. */
  static void checkTables(BaseCommand job, List<String> tables) {
    tables.stream()
        .flatMap(table -> Stream.of(table.split(":", -1)))
        .filter(dimension -> !Dimensions.NAMES.contains(dimension))
        .findFirst()
        .ifPresent(
            unknown -> {
              throw job.wrongOption(
                  "--by: no dimension '"
                      + unknown
                      + "'; they are "
                      + String.join(", ", Dimensions.NAMES));
            });
    tables.stream()
        .filter(table -> repeats(List.of(table.split(":", -1))))
        .findFirst()
        .ifPresent(
            table -> {
              throw job.wrongOption(
                  "--by: '"
                      + table
                      + "' crosses a dimension with itself or with the whole country");
            });
  }

  private void checkIndicators(BaseCommand job) {
    List<String> known = Indicator.all().stream().map(Indicator::name).toList();
    indicators.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(
            unknown -> {
              throw job.wrongOption(
                  "--indicator: no '"
                      + unknown
                      + "' in data/indicators.yaml; it has "
                      + String.join(", ", known));
            });
  }

  private static boolean repeats(List<String> dimensions) {
    return dimensions.size() > 1
        && (dimensions.contains(Dimensions.NATIONAL)
            || dimensions.stream().distinct().count() < dimensions.size());
  }
}
