package org.quipu.smallarea;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The covariates of a list with which a {@link SelectionCriterion} is lowest. Up to {@value
 * #EXHAUSTIVE} covariates all their subsets are tried; of more, the covariate whose coming or going
 * lowers the criterion most is added or left out, from the intercept on, until none does.
 *
 * <p>The choice is of the regression: groups, neighbours and times are left aside in it.
 */
final class CovariateSelection {
  private static final int EXHAUSTIVE = 12;

  /** Likelihoods with more than one mode are rare enough here for a coarse grid. */
  private static final int GRID = 50;

  private final SelectionCriterion criterion;
  private final AreaCovariates all;
  private final Function<AreaCovariates, AreaData> data;
  private final int sampled;
  private final Map<BitSet, Double> values = new HashMap<>();
  private final BitSet chosen;

  /**
   * Chooses covariates.
   *
   * @param data of the areas with some of the covariates
   * @throws IllegalArgumentException if there are too few areas for the intercept alone
   */
  CovariateSelection(
      SelectionCriterion criterion, AreaCovariates all, Function<AreaCovariates, AreaData> data) {
    this.criterion = criterion;
    this.all = all;
    this.data = data;
    this.sampled = data.apply(all.only(new BitSet())).sampled().length;
    this.chosen = size() <= EXHAUSTIVE ? best() : stepwise();
  }

  private int size() {
    return all.terms().size() - 1;
  }

  private BitSet best() {
    BitSet best = new BitSet();
    for (long subset = 1; subset < 1L << size(); subset++) {
      best = better(best, BitSet.valueOf(new long[] {subset}));
    }

    return best;
  }

  private BitSet stepwise() {
    BitSet current = new BitSet();
    BitSet next = step(current);
    while (!next.equals(current)) {
      current = next;
      next = step(current);
    }

    return current;
  }

  private BitSet step(BitSet from) {
    BitSet best = from;
    for (int j = 0; j < size(); j++) {
      best = better(best, toggled(from, j));
    }

    return best;
  }

  private BitSet better(BitSet best, BitSet other) {
    return value(other) < value(best) ? other : best;
  }

  private static BitSet toggled(BitSet subset, int covariate) {
    BitSet other = (BitSet) subset.clone();
    other.flip(covariate);
    return other;
  }

  private double value(BitSet subset) {
    return values.computeIfAbsent(subset, this::computed);
  }

  private double computed(BitSet subset) {
    if (subset.cardinality() + 1 >= sampled) {
      return Double.POSITIVE_INFINITY;
    }

    try {
      return criterion.of(FayHerriot.fit(data.apply(all.only(subset)), VarianceEstimator.ML, GRID));
    } catch (ArithmeticException e) {
      // Covariates that add up to each other give no other fit than without one of them.
      return Double.POSITIVE_INFINITY;
    }
  }

  /** The covariates that were chosen. */
  AreaCovariates covariates() {
    return all.only(chosen);
  }

  /**
   * Terms of a model with the chosen covariates, with those that were left out and the criterion.
   *
   * @param terms the intercept, the chosen covariates, and others
   */
  List<ModelTerm> marked(List<ModelTerm> terms) {
    List<ModelTerm> marked = new ArrayList<>();
    marked.add(terms.get(0));
    int next = 1;
    for (int j = 0; j < size(); j++) {
      ModelTerm term =
          chosen.get(j) ? terms.get(next++) : ModelTerm.of(all.terms().get(j + 1), Double.NaN);
      marked.add(term.selected(chosen.get(j), value(toggled(chosen, j)) - value(chosen)));
    }
    marked.addAll(terms.subList(next, terms.size()));
    marked.add(ModelTerm.of("selection_" + criterion.code(), value(chosen)));
    return marked;
  }
}
