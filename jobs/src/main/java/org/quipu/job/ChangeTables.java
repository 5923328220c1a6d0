package org.quipu.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.quipu.change.Approximation;
import org.quipu.change.ChangeFamily;
import org.quipu.change.ChangeFamily.Definition;
import org.quipu.change.ChangeFamily.Pair;
import org.quipu.change.DecompositionTable;
import org.quipu.change.TrendTable;
import org.quipu.change.TwoYears;
import org.quipu.endes.Dimensions;
import org.quipu.endes.WomenEstimates;
import org.quipu.endes.WomenTotals;
import org.quipu.store.DecompositionRow;
import org.quipu.store.HeterogeneityRow;
import org.quipu.store.PrevalenceRow;

/** Puts the tables of change together, one indicator in one table of domains at a time. */
final class ChangeTables {
  private final ChangeJob.Request request;
  private final WomenEstimates women;
  private final WomenTotals totals;
  private final ChangeJob.Result result = ChangeJob.Result.empty();
  private final List<String> notes = new ArrayList<>();
  private final Set<String> notComparable = new TreeSet<>();

  /**
   * Starts empty tables.
   *
   * @param women what is known of each year's microdata
   * @param totals of the years that have microdata; null where fewer than two have them
   */
  ChangeTables(ChangeJob.Request request, WomenEstimates women, WomenTotals totals) {
    this.request = request;
    this.women = women;
    this.totals = totals;
  }

  ChangeJob.Result result() {
    return result;
  }

  /** What could not be computed, and why. */
  List<String> notes() {
    List<String> all = new ArrayList<>(notes);
    if (!notComparable.isEmpty()) {
      all.add(
          String.format(
              "the files of %d and %d have not the same items of %d indicators, whose levels are shown without a change: %s",
              request.from(),
              request.to(),
              notComparable.size(),
              String.join(", ", notComparable)));
    }

    return all;
  }

  /** Adds what follows from the levels of one indicator and table in all years. */
  void add(List<PrevalenceRow> levels) {
    Map<String, TreeMap<Integer, PrevalenceRow>> domains = new LinkedHashMap<>();
    for (PrevalenceRow level : levels) {
      domains.computeIfAbsent(level.domain(), domain -> new TreeMap<>()).put(level.year(), level);
    }

    List<TreeMap<Integer, PrevalenceRow>> both =
        domains.values().stream()
            .filter(years -> years.containsKey(request.from()) && years.containsKey(request.to()))
            .toList();
    if (!both.isEmpty()) {
      addFamily(
          both.stream().map(years -> years.get(request.from())).toList(),
          both.stream().map(years -> years.get(request.to())).toList());
    }

    List<List<PrevalenceRow>> comparable =
        domains.values().stream().map(this::alikeDefined).toList();
    result.trends().addAll(TrendTable.rows(comparable, this::covariance, request.adjustment()));
  }

  /** Whether the levels come with the totals that they were made of. */
  private static boolean isSurveyed(PrevalenceRow row) {
    return row.source().isComputed();
  }

  private double covariance(PrevalenceRow one, PrevalenceRow other) {
    boolean shared =
        isSurveyed(one) && isSurveyed(other) && totals.sharesClusters(one.year(), other.year());
    return shared
        ? totals
            .between(one.year(), other.year(), one.indicator(), one.by(), List.of(one.domain()))
            .covarianceOfLevels(0)
        : 0;
  }

  /** The years in which the indicator means what it means in the last. */
  private List<PrevalenceRow> alikeDefined(NavigableMap<Integer, PrevalenceRow> years) {
    PrevalenceRow last = years.lastEntry().getValue();
    return years.values().stream().filter(row -> definition(row, last) == Definition.SAME).toList();
  }

  private Definition definition(PrevalenceRow one, PrevalenceRow other) {
    return lacking(one).equals(lacking(other)) ? Definition.SAME : Definition.OTHER_ITEMS;
  }

  private String lacking(PrevalenceRow row) {
    return isSurveyed(row) ? women.lacking(row.year(), row.indicator()) : "";
  }

  private void addFamily(List<PrevalenceRow> from, List<PrevalenceRow> to) {
    boolean surveyed = isSurveyed(from.get(0)) && isSurveyed(to.get(0));
    Definition definition = definition(from.get(0), to.get(0));
    if (definition != Definition.SAME) {
      notComparable.add(to.get(0).indicator());
    }

    TwoYears population = surveyed ? population(to.get(0), domains(to)) : null;
    boolean shared = surveyed && totals.sharesClusters(request.from(), request.to());
    List<Pair> pairs = new ArrayList<>();
    for (int d = 0; d < from.size(); d++) {
      double covariance = shared ? population.covarianceOfLevels(d) : 0;
      pairs.add(new Pair(from.get(d), to.get(d), covariance, definition));
    }

    ChangeFamily family = ChangeFamily.of(pairs, request.adjustment());
    result.changes().addAll(family.rows());
    result.heterogeneity().addAll(heterogeneity(family, population, to.get(0)));
    result.sensitivity().addAll(family.sensitivity(Approximation.LOWEST_DEFF));
    result.sensitivity().addAll(family.sensitivity(Approximation.HIGHEST_DEFF));
    if (surveyed && definition == Definition.SAME) {
      result.contrasts().addAll(pairs.size() > 1 ? family.contrasts(population) : List.of());
      addDecompositions(pairs);
    }
  }

  private TwoYears population(PrevalenceRow any, List<String> domains) {
    return totals.between(request.from(), request.to(), any.indicator(), any.by(), domains);
  }

  private static List<String> domains(List<PrevalenceRow> rows) {
    return rows.stream().map(PrevalenceRow::domain).toList();
  }

  private List<HeterogeneityRow> heterogeneity(
      ChangeFamily family, TwoYears population, PrevalenceRow any) {
    try {
      return population == null ? family.heterogeneity() : family.heterogeneity(population);
    } catch (NonPositiveDefiniteMatrixException e) {
      notes.add(
          any.indicator()
              + " by "
              + any.by()
              + ": too few clusters for a test that all domains changed alike");
      return List.of();
    }
  }

  private void addDecompositions(List<Pair> pairs) {
    PrevalenceRow any = pairs.get(0).to();
    String groups = WomenTotals.without(request.groups(), any.by());
    if (groups.isEmpty()) {
      return;
    }

    List<String> all = totals.domains(groups);
    double[] standard =
        DecompositionTable.standard(
            totals.between(request.from(), request.to(), any.indicator(), groups, all));
    for (Pair pair : pairs) {
      if (!Double.isNaN(pair.from().percent()) && !Double.isNaN(pair.to().percent())) {
        result.decompositions().add(decomposition(pair, groups, all, standard));
      }
    }
  }

  private DecompositionRow decomposition(
      Pair pair, String groups, List<String> all, double[] standard) {
    PrevalenceRow to = pair.to();
    boolean whole = to.by().equals(Dimensions.NATIONAL);
    List<String> inside = whole ? all : all.stream().map(g -> to.domain() + "|" + g).toList();
    TwoYears population =
        totals.between(
            request.from(),
            request.to(),
            to.indicator(),
            WomenTotals.crossed(to.by(), groups),
            inside);
    return DecompositionTable.row(pair, groups, population, standard);
  }
}
