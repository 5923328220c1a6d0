package org.quipu.survey.calibration;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.UserException;
import org.quipu.survey.Identifiers;

/**
 * Totals of the population that weights are calibrated to.
 *
 * @param source the file, for messages
 * @param margins in the order of the file; counts agree on the size of the population
 */
public record PopulationTotals(String source, List<Margin> margins) implements Serializable {
  /** The size of the population, as a variable that every row has with the value 1. */
  public static final Set<String> SIZE = Set.of("population", "(Intercept)");

  /** How far the sums of two margins may be apart, relative to them. */
  private static final double AGREE = 1e-6;

  private static final String CORRECT = "Correct the table of totals";

  /**
   * A row of the table of totals.
   *
   * @param variable a column, or columns crossed by colons
   * @param level a value of the column, or values joined by colons; empty for the sum of numbers
   */
  public record Total(String variable, String level, double total) {}

  /**
   * The totals of one variable.
   *
   * @param columns of the data; none for the size of the population
   * @param levels none for a variable of numbers
   * @param totals people at each level; of numbers their sum alone
   */
  public record Margin(
      String variable, List<String> columns, List<String> levels, List<Double> totals)
      implements Serializable {
    boolean isSize() {
      return columns.isEmpty();
    }

    boolean isNumber() {
      return levels.isEmpty() && !isSize();
    }

    /** The rows of the table of totals. */
    public Stream<Total> rows() {
      return IntStream.range(0, totals.size())
          .mapToObj(i -> new Total(variable, levels.isEmpty() ? "" : levels.get(i), totals.get(i)));
    }

    /** The people of all levels. */
    double sum() {
      return totals.stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  public PopulationTotals {
    margins = List.copyOf(margins);
  }

  /**
   * Gathers the rows of a table.
   *
   * @throws UserException if a total is missing, negative or there twice, or the margins do not
   *     agree on the size of the population
   */
  public static PopulationTotals of(String source, List<Total> rows) {
    Map<String, List<Total>> byVariable = new LinkedHashMap<>();
    rows.forEach(
        row -> byVariable.computeIfAbsent(row.variable(), name -> new ArrayList<>()).add(row));
    List<Margin> margins = new ArrayList<>();
    byVariable.forEach((variable, own) -> margins.add(margin(source, variable, own)));
    if (margins.isEmpty()) {
      throw UserException.input(source, "no rows", "totals of the population", CORRECT);
    }

    refuseDisagreement(source, margins);
    return new PopulationTotals(source, margins);
  }

  private static Margin margin(String source, String variable, List<Total> rows) {
    String where = source + ", variable " + variable;
    boolean number = rows.stream().anyMatch(row -> row.level().isEmpty());
    if (number && rows.size() > 1) {
      throw UserException.input(
          where,
          "several rows, of which one has no level",
          "one row without level for numbers, or a level in each",
          CORRECT);
    }

    List<String> columns = SIZE.contains(variable) ? List.of() : List.of(variable.split(":", -1));
    if (number && columns.size() > 1) {
      throw UserException.input(
          where, "a crossing without levels", "levels joined by colons, such as a:b", CORRECT);
    }

    Set<String> levels = new LinkedHashSet<>();
    for (Total row : rows) {
      boolean counts = !number || columns.isEmpty();
      if (!Double.isFinite(row.total()) || (counts && row.total() < 0)) {
        throw UserException.input(
            where + (row.level().isEmpty() ? "" : ", level " + row.level()),
            "a total that is missing or negative",
            counts ? "people, 0 or more" : "a number",
            CORRECT);
      }

      if (!number && !levels.add(Identifiers.text(row.level()))) {
        throw UserException.input(
            where, "level " + row.level() + " twice", "one total a level", CORRECT);
      }
    }

    return new Margin(
        variable, columns, List.copyOf(levels), rows.stream().map(Total::total).toList());
  }

  private static void refuseDisagreement(String source, List<Margin> margins) {
    List<Margin> counts = margins.stream().filter(margin -> !margin.isNumber()).toList();
    for (Margin margin : counts) {
      Margin first = counts.get(0);
      if (Math.abs(margin.sum() - first.sum()) > AGREE * first.sum() || !(first.sum() > 0)) {
        throw UserException.input(
            source,
            "%s people by %s and %s by %s"
                .formatted(
                    Identifiers.text(first.sum()),
                    first.variable(),
                    Identifiers.text(margin.sum()),
                    margin.variable()),
            "margins of one population",
            "Scale the totals of one of them to the size of the population");
      }
    }
  }

  /** The people of the population; NaN where no total tells. */
  double size() {
    return margins.stream()
        .filter(margin -> !margin.isNumber())
        .mapToDouble(Margin::sum)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** The variables of levels. */
  List<Margin> factors() {
    return margins.stream().filter(margin -> !margin.levels().isEmpty()).toList();
  }

  /** The variables of numbers. */
  List<Margin> numbers() {
    return margins.stream().filter(Margin::isNumber).toList();
  }
}
