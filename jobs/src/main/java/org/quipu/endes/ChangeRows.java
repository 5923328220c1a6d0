package org.quipu.endes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quipu.change.AssumedDesign.Assumption;
import org.quipu.change.Change;
import org.quipu.change.ChangeFamily;
import org.quipu.change.Contrast;
import org.quipu.change.Decomposition;
import org.quipu.change.LevelPair.Sampling;
import org.quipu.change.TrendFamily.DomainTrend;
import org.quipu.change.TwoYearTotals;
import org.quipu.math.Adjustment;
import org.quipu.math.WaldTest;
import org.quipu.store.ChangeRow;
import org.quipu.store.ContrastRow;
import org.quipu.store.DecompositionRow;
import org.quipu.store.HeterogeneityRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.SensitivityRow;
import org.quipu.store.TrendRow;
import org.quipu.survey.quality.QualityMark;

/**
 * Collects the rows of the tables of change. Levels of two years come as lists of the same domains
 * in the same order.
 */
final class ChangeRows {
  private static final List<Assumption> OTHER_ASSUMPTIONS =
      List.of(Assumption.SMALLEST, Assumption.LARGEST);

  private final Adjustment adjustment;
  private final List<ChangeRow> changes = new ArrayList<>();
  private final List<HeterogeneityRow> heterogeneity = new ArrayList<>();
  private final List<ContrastRow> contrasts = new ArrayList<>();
  private final List<TrendRow> trends = new ArrayList<>();
  private final List<SensitivityRow> sensitivity = new ArrayList<>();
  private final List<DecompositionRow> decompositions = new ArrayList<>();

  /** No rows yet. */
  ChangeRows(Adjustment adjustment) {
    this.adjustment = adjustment;
  }

  /** The changes, also under other design effects where one was assumed. */
  void addChanges(List<PrevalenceRow> from, List<PrevalenceRow> to, ChangeFamily family) {
    List<Change> found = family.changes();
    for (int d = 0; d < found.size(); d++) {
      changes.add(ChangeRow.of(from.get(d), to.get(d), found.get(d), family.tests(), adjustment));
    }

    for (Assumption assumption : OTHER_ASSUMPTIONS) {
      List<Change> other = family.changes(assumption);
      for (int d = 0; d < other.size(); d++) {
        addSensitivity(from.get(d), to.get(d), assumption, other.get(d));
      }
    }
  }

  private void addSensitivity(
      PrevalenceRow from, PrevalenceRow to, Assumption assumption, Change change) {
    change
        .assumed()
        .map(design -> SensitivityRow.of(from, to, design.effect(assumption), change))
        .ifPresent(sensitivity::add);
  }

  /** Whether the samples of any change are taken as independent although they share clusters. */
  boolean assumeIndependence() {
    return changes.stream().anyMatch(row -> row.quality().has(QualityMark.INDEPENDENCE_ASSUMED));
  }

  /** Whether the changes could be tested for being alike, where there are several. */
  boolean addHeterogeneity(
      PrevalenceRow from,
      PrevalenceRow to,
      ChangeFamily family,
      Optional<TwoYearTotals> population) {
    Optional<WaldTest> test =
        population.isPresent() ? family.heterogeneity(population.get()) : family.heterogeneity();
    test.ifPresent(found -> heterogeneity.add(HeterogeneityRow.of(from, to, found)));
    return test.isPresent() || family.tests() < 2;
  }

  void addContrasts(
      List<PrevalenceRow> from,
      List<PrevalenceRow> to,
      ChangeFamily family,
      TwoYearTotals population) {
    if (to.size() < 2) {
      return;
    }

    List<Contrast> found = family.contrasts(population);
    int tests = (int) found.stream().filter(each -> each.difference().isTested()).count();
    for (int d = 0; d < found.size(); d++) {
      contrasts.add(ContrastRow.of(from.get(d), to.get(d), found.get(d), tests, adjustment));
    }
  }

  /**
   * Trends.
   *
   * @param tests how many trends are tested together
   */
  void addTrend(List<PrevalenceRow> years, DomainTrend trend, int tests, Sampling sampling) {
    trends.add(TrendRow.of(years, trend, sampling, tests, adjustment));
  }

  void addDecomposition(
      PrevalenceRow from, PrevalenceRow to, String composedBy, Decomposition split) {
    decompositions.add(DecompositionRow.of(from, to, composedBy, split));
  }

  ChangeTables tables(List<String> notes) {
    return new ChangeTables(
        changes, heterogeneity, contrasts, trends, sensitivity, decompositions, notes);
  }
}
