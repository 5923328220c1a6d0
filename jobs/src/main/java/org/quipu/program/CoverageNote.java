package org.quipu.program;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.quipu.Coded;

/**
 * What a figure of coverage does not say by itself. The table holds a list of them, such as {@code
 * sum_of_years:5;counted_each_time}.
 *
 * @param years how many, of the kinds that are about years; 0 otherwise
 */
public record CoverageNote(Kind kind, int years) {
  /** The kinds of notes. */
  public enum Kind implements Coded {
    /** The numerator is the sum over several years. */
    SUM_OF_YEARS,
    /** The districts had a service in at least one of several years. */
    IN_ANY_OF_YEARS,
    /** The numerator is of named interventions: the whole service has no records. */
    SUM_OF_INTERVENTIONS,
    WOMEN_OF_ALL_AGES,
    /** People, not distinct people. */
    COUNTED_EACH_TIME,
    /** Cases attended are of men and children too, and show the supply of the service. */
    SUPPLY_NOT_PREVALENCE,
    ANY_SERVICE,
    /** A person may be in several figures of an intervention, and in other interventions. */
    INTERVENTION_OVERLAPS
  }

  private static final String SEPARATOR = ";";

  static CoverageNote of(Kind kind) {
    return new CoverageNote(kind, 0);
  }

  /** The notes as the table holds them. */
  static String code(List<CoverageNote> notes) {
    return notes.stream()
        .map(note -> note.kind().code() + (note.years() == 0 ? "" : ":" + note.years()))
        .collect(Collectors.joining(SEPARATOR));
  }

  /**
   * The notes that the table holds.
   *
   * @param code as in the column {@code note}
   * @throws IllegalArgumentException if it is none
   */
  public static List<CoverageNote> of(String code) {
    return code.isEmpty()
        ? List.of()
        : Arrays.stream(code.split(SEPARATOR, -1)).map(CoverageNote::one).toList();
  }

  private static CoverageNote one(String code) {
    int colon = code.indexOf(':');
    return colon < 0
        ? of(Coded.of(Kind.class, code))
        : new CoverageNote(
            Coded.of(Kind.class, code.substring(0, colon)),
            Integer.parseInt(code.substring(colon + 1)));
  }
}
