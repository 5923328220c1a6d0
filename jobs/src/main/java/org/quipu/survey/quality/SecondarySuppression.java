package org.quipu.survey.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.survey.quality.Assessment.Hiding;
import org.quipu.survey.quality.Publication.Cell;

/**
 * Hides further cells of one indicator and year, until no cell that is hidden for its few cases can
 * be had from what is shown by adding and subtracting. Every table's cells add up to the cells of
 * coarser tables; a total that is in no table counts as known, for another call may show it, as
 * long as one of its parts is shown.
 */
final class SecondarySuppression {
  /** Of cells that are the same domain in several tables, one stands for all. */
  private final Map<Map<String, String>, Integer> first = new LinkedHashMap<>();

  private final List<Cell> cells;
  private final List<Map<String, String>> domainOf;
  private final Domains domains;
  private final List<Assessment> assessments;
  private final List<Sum> sums = new ArrayList<>();

  /** Cells that add up to another, which is in no table where {@code total} is empty. */
  private record Sum(Optional<Integer> total, List<Integer> parts) {
    Stream<Integer> all() {
      return Stream.concat(parts.stream(), total.stream());
    }
  }

  private SecondarySuppression(Domains domains, List<Cell> cells, List<Assessment> assessments) {
    this.domains = domains;
    this.cells = cells;
    this.domainOf = cells.stream().map(cell -> domains.of(cell.table(), cell.domain())).toList();
    this.assessments = assessments;
  }

  /** The decisions on these cells, with more of them hidden where that is needed. */
  static List<Assessment> protect(Domains domains, List<Cell> cells, List<Assessment> assessments) {
    if (assessments.stream().noneMatch(each -> each.hiding() == Hiding.FEW_CASES)) {
      return assessments;
    }

    SecondarySuppression suppression =
        new SecondarySuppression(domains, cells, new ArrayList<>(assessments));
    suppression.addSums();
    Optional<List<Integer>> leak = suppression.leak();
    while (leak.isPresent()) {
      suppression.hideLeast(leak.get());
      leak = suppression.leak();
    }

    return suppression.domainOf.stream()
        .map(domain -> suppression.assessments.get(suppression.first.get(domain)))
        .toList();
  }

  private void addSums() {
    Map<String, List<Integer>> tables = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      if (first.putIfAbsent(domainOf.get(i), i) == null) {
        tables.computeIfAbsent(cells.get(i).table(), table -> new ArrayList<>()).add(i);
      }
    }

    for (List<Integer> table : tables.values()) {
      Map<Map<String, String>, List<Integer>> totals = new LinkedHashMap<>();
      for (int cell : table) {
        for (Map<String, String> coarser : domains.coarser(domainOf.get(cell))) {
          totals.computeIfAbsent(coarser, key -> new ArrayList<>()).add(cell);
        }
      }

      totals.forEach(
          (total, parts) -> sums.add(new Sum(Optional.ofNullable(first.get(total)), parts)));
    }

    // Those of few parts leave the least choice: taken first, fewer cells are hidden in all.
    sums.sort(Comparator.comparingInt(sum -> sum.parts().size()));
  }

  /** Shown cells of which one must be hidden; empty where nothing leaks. */
  private Optional<List<Integer>> leak() {
    for (Sum sum : sums) {
      List<Integer> hidden = sum.all().filter(this::isHidden).toList();
      if (hidden.size() == 1 && isConfidential(hidden.get(0)) && !shown(sum).isEmpty()) {
        return Optional.of(shown(sum));
      }
    }

    return leakOfSeveralSums();
  }

  private Optional<List<Integer>> leakOfSeveralSums() {
    List<Sum> known = sums.stream().filter(this::isEquation).toList();
    List<Integer> unknown =
        known.stream().flatMap(Sum::all).filter(this::isHidden).distinct().toList();
    Map<Integer, Integer> column = new TreeMap<>();
    unknown.forEach(cell -> column.put(cell, column.size()));
    double[][] equations = new double[known.size()][unknown.size()];
    for (int e = 0; e < equations.length; e++) {
      double[] equation = equations[e];
      known.get(e).parts().stream().filter(this::isHidden).forEach(c -> equation[column.get(c)]++);
      known.get(e).total().filter(this::isHidden).ifPresent(c -> equation[column.get(c)]--);
    }

    return IntStream.of(LinearSystem.determined(equations))
        .mapToObj(unknown::get)
        .filter(this::isConfidential)
        .map(this::shownBeside)
        .filter(shown -> !shown.isEmpty())
        .findFirst();
  }

  /** Whether a sum tells something of hidden cells. */
  private boolean isEquation(Sum sum) {
    boolean known = sum.total().isPresent() || sum.parts().stream().anyMatch(c -> !isHidden(c));
    return known && sum.all().anyMatch(this::isHidden);
  }

  private List<Integer> shown(Sum sum) {
    return sum.all().filter(cell -> !isHidden(cell)).toList();
  }

  private List<Integer> shownBeside(int cell) {
    return sums.stream()
        .filter(sum -> sum.all().anyMatch(each -> each == cell))
        .flatMap(sum -> shown(sum).stream())
        .toList();
  }

  private void hideLeast(List<Integer> shown) {
    shown.stream()
        .min(Comparator.comparingDouble(this::cases))
        .ifPresent(least -> assessments.set(least, Assessment.secondary()));
  }

  private boolean isHidden(int cell) {
    return assessments.get(cell).isHidden();
  }

  private boolean isConfidential(int cell) {
    return assessments.get(cell).isConfidential();
  }

  private double cases(int cell) {
    double n = cells.get(cell).estimate().n();
    return Double.isNaN(n) ? Double.POSITIVE_INFINITY : n;
  }
}
