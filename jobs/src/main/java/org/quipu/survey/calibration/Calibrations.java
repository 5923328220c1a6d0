package org.quipu.survey.calibration;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quipu.UserException;
import org.quipu.survey.calibration.PopulationTotals.Margin;

/**
 * The calibration of each group of a survey, such as its years: one for whatever groups there are,
 * or one to the totals of each. All have the same variables.
 */
public final class Calibrations implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String source;

  /** One that stands for all. */
  private final Calibration any;

  /** Those by group; empty where there is one for whatever groups there are. */
  private final TreeMap<String, Calibration> groups;

  private Calibrations(String source, Calibration any, SortedMap<String, Calibration> groups) {
    this.source = source;
    this.any = any;
    this.groups = new TreeMap<>(groups);
  }

  /** The same for whatever groups there are; null for none. */
  public static Calibrations same(Calibration calibration) {
    return calibration == null
        ? null
        : new Calibrations(calibration.totals().source(), calibration, new TreeMap<>());
  }

  /**
   * One for each group.
   *
   * @param source of the totals of all, for messages
   * @throws UserException if groups differ in their variables
   */
  public static Calibrations of(String source, SortedMap<String, Calibration> groups) {
    Calibration first = groups.get(groups.firstKey());
    groups.forEach(
        (group, calibration) -> {
          if (!variables(calibration).equals(variables(first))) {
            throw UserException.input(
                calibration.totals().source(),
                "totals of " + String.join(", ", variables(calibration)),
                "totals of %s, as %s has them"
                    .formatted(String.join(", ", variables(first)), groups.firstKey()),
                "Give the totals of the same variables everywhere");
          }
        });
    return new Calibrations(source, first, groups);
  }

  private static List<String> variables(Calibration calibration) {
    return calibration.totals().margins().stream().map(Margin::variable).toList();
  }

  /** Those of named groups; empty where there is one for whatever groups there are. */
  public SortedMap<String, Calibration> groups() {
    return new TreeMap<>(groups);
  }

  /**
   * That of a group.
   *
   * @throws UserException if it has no totals
   */
  public Calibration of(String group) {
    if (groups.isEmpty()) {
      return any;
    }

    Calibration own = groups.get(group);
    if (own == null) {
      throw UserException.input(
          source(),
          "no totals of " + group,
          "those of each that is estimated: it has " + String.join(", ", groups.keySet()),
          "Add them, or leave it out, or calibrate nothing");
    }

    return own;
  }

  /**
   * The same with the group named that totals are of which name none: one population is not that of
   * several groups.
   *
   * @throws UserException if there are several
   */
  public Calibrations named(List<String> names) {
    if (!groups.isEmpty()) {
      return this;
    }

    if (names.size() != 1) {
      throw UserException.input(
          source(),
          "totals that do not say of which of " + String.join(", ", names),
          "those of each",
          "Say so in a column, or choose one");
    }

    return new Calibrations(source, any, new TreeMap<>(Map.of(names.get(0), any)));
  }

  /** How weights are calibrated and trimmed, whatever the totals: that of any group. */
  public Calibration any() {
    return any;
  }

  /** Where the totals are from, for messages. */
  public String source() {
    return source;
  }

  /** How many variables have levels. */
  public int factors() {
    return any.factors();
  }

  /** The columns that are read as texts, those of variables with levels. */
  public List<String> texts() {
    return any.texts();
  }

  /** The columns that are read as numbers. */
  public List<String> numbers() {
    return any.numbers();
  }
}
