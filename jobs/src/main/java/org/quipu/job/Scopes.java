package org.quipu.job;

import java.util.List;
import java.util.stream.Stream;
import org.quipu.endes.Dimensions;
import org.quipu.endes.Indicator;

/** Checks the tables and indicators that a command line names. */
final class Scopes {
  private Scopes() {}

  /** Refuses unknown ones: the command line is wrong. */
  static void check(Job job, List<String> tables, List<String> indicators) {
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
