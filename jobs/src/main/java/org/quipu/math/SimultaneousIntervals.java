package org.quipu.math;

import java.util.List;
import java.util.stream.IntStream;
import org.quipu.Coded;

/**
 * Confidence intervals of the estimates of a family, taken together: an interval excludes zero
 * exactly where the family's corrected test rejects it.
 */
public final class SimultaneousIntervals {

  /** How the intervals of a family are made. */
  public enum Method implements Coded {
    /**
     * Bonferroni's, each at 1 − α/m, so that all of them hold together with at least the level 1 −
     * α; where Holm's step-down test rejects a zero that such an interval still holds, it ends at
     * zero, as the intervals of step-down tests do (Strassburger and Bretz 2008, Statistics in
     * Medicine 27).
     */
    BONFERRONI_HOLM,

    /**
     * With R of m tests rejected each at 1 − α R/m (R at least 1): of the intervals of the rejected
     * ones a share of at most α is expected to miss (Benjamini and Yekutieli 2005, JASA 100).
     */
    FALSE_COVERAGE_RATE
  }

  /** One estimate's interval; NaN where it was not tested. */
  public record Interval(double low, double high, Method method) {}

  private SimultaneousIntervals() {}

  /**
   * The intervals of a family.
   *
   * @param pAdjusted of its tests, by the adjustment; NaN for estimates that were not tested
   * @param alpha under which an adjusted p-value rejects
   */
  public static List<Interval> of(
      List<TestedEstimate> estimates, double[] pAdjusted, Adjustment adjustment, double alpha) {
    int tests = (int) estimates.stream().filter(TestedEstimate::isTested).count();
    int rejected =
        (int) IntStream.range(0, pAdjusted.length).filter(i -> pAdjusted[i] < alpha).count();
    return switch (adjustment) {
      case HOLM -> {
        double level = 1 - alpha / tests;
        yield IntStream.range(0, pAdjusted.length)
            .mapToObj(i -> holm(estimates.get(i), level, pAdjusted[i] < alpha))
            .toList();
      }
      case BENJAMINI_HOCHBERG -> {
        double level = 1 - alpha * Math.max(1, rejected) / tests;
        yield estimates.stream()
            .map(estimate -> interval(estimate, level, Method.FALSE_COVERAGE_RATE))
            .toList();
      }
    };
  }

  private static Interval holm(TestedEstimate estimate, double level, boolean rejected) {
    Interval bonferroni = interval(estimate, level, Method.BONFERRONI_HOLM);
    if (!rejected) {
      return bonferroni;
    }

    return estimate.estimate() < 0
        ? new Interval(bonferroni.low, Math.min(0, bonferroni.high), bonferroni.method)
        : new Interval(Math.max(0, bonferroni.low), bonferroni.high, bonferroni.method);
  }

  private static Interval interval(TestedEstimate estimate, double level, Method method) {
    double half =
        estimate.isTested()
            ? Distributions.critical(level, estimate.df()) * estimate.standardError()
            : Double.NaN;
    return new Interval(estimate.estimate() - half, estimate.estimate() + half, method);
  }
}
