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
}
