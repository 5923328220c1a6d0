package org.quipu.job;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.quipu.endes.Indicator;
import org.quipu.store.Manifest;
import org.quipu.store.PrevalenceRow;
import org.quipu.survey.Estimate;

/**
 * The cells of the prevalence table that were computed, whether or not they gave rows; kept as a
 * fact of its manifest.
 */
final class PrevalenceCells {
  private static final String FACT = "computed";

  private final Set<Cell> computed;

  private PrevalenceCells(Set<Cell> computed) {
    this.computed = computed;
  }

  /** One indicator in the domains of one table in one year. */
  record Cell(int year, String table, String indicator) {
    static Cell of(PrevalenceRow row) {
      return new Cell(row.year(), row.by(), row.indicator());
    }

    static Cell of(Estimate estimate) {
      return new Cell(
          Integer.parseInt(estimate.group()), estimate.table().name(), estimate.outcome().name());
    }

    private static Cell parse(String text) {
      List<String> parts = List.of(text.split("/", 3));
      return new Cell(Integer.parseInt(parts.get(0)), parts.get(1), parts.get(2));
    }

    private boolean isOfSameWomen(Cell other) {
      return year == other.year
          && Indicator.universeOf(indicator).equals(Indicator.universeOf(other.indicator));
    }

    @Override
    public String toString() {
      return year + "/" + table + "/" + indicator;
    }
  }

  static PrevalenceCells none() {
    return new PrevalenceCells(Set.of());
  }

  /** The cells that a table holds. */
  static PrevalenceCells of(Manifest made) {
    return new PrevalenceCells(
        Arrays.stream(made.facts().getOrDefault(FACT, "").split(" ", -1))
            .filter(text -> !text.isEmpty())
            .map(Cell::parse)
            .collect(Collectors.toSet()));
  }

  /** The cells of a request. */
  static Set<Cell> of(
      Collection<Integer> years, Collection<String> tables, Collection<String> indicators) {
    Set<Cell> cells = new HashSet<>();
    for (int year : years) {
      for (String table : tables) {
        indicators.forEach(indicator -> cells.add(new Cell(year, table, indicator)));
      }
    }

    return cells;
  }

  /**
   * What must be computed so that these cells are there: those that are not, and those that were
   * computed before of the same years and universes. What may be published is decided on all tables
   * and indicators of a universe together, whatever the order of the calls.
   */
  Set<Cell> toCompute(Set<Cell> wanted) {
    Set<Cell> lacking = new HashSet<>(wanted);
    lacking.removeAll(computed);
    Set<Cell> all = new HashSet<>(lacking);
    computed.stream()
        .filter(cell -> lacking.stream().anyMatch(cell::isOfSameWomen))
        .forEach(all::add);
    return all;
  }

  PrevalenceCells with(Set<Cell> more) {
    Set<Cell> all = new HashSet<>(computed);
    all.addAll(more);
    return new PrevalenceCells(all);
  }

  Map<String, String> facts() {
    Set<String> texts =
        computed.stream().map(Cell::toString).collect(Collectors.toCollection(TreeSet::new));
    return Map.of(FACT, String.join(" ", texts));
  }
}
