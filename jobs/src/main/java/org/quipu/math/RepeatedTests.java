package org.quipu.math;

import java.util.List;

/**
 * The tests of several imputations of one data set as one where nothing but their statistics is
 * known: D2 of Li, Meng, Raghunathan and Rubin (1991, Statistica Sinica 1; R: {@code
 * miceadds::micombine.chisquare}). It has less power than {@link RubinRules#test} has, which needs
 * estimates and their covariances.
 */
public final class RepeatedTests {
  private RepeatedTests() {}

  /**
   * Pools tests on F or χ².
   *
   * @param tests two at least; where their numerator degrees of freedom differ, as those of Rao and
   *     Scott do, the mean of these counts
   * @return on F, with no more denominator degrees of freedom than the fewest of a test; the first
   *     test itself where all statistics are the same; no test where one of them is none
   */
  public static WaldTest pooled(List<WaldTest> tests) {
    int m = tests.size();
    double k = tests.stream().mapToDouble(WaldTest::df1).sum() / m;
    double[] roots = tests.stream().mapToDouble(test -> Math.sqrt(k * ratio(test))).toArray();
    double mean = 0;
    double first = 0;
    for (double root : roots) {
      mean += root * root / m;
      first += root / m;
    }

    double spread = 0;
    for (double root : roots) {
      spread += (root - first) * (root - first) / (m - 1.0);
    }

    if (Double.isNaN(mean)) {
      return WaldTest.none(k);
    }

    if (tests.stream().allMatch(test -> ratio(test) == ratio(tests.get(0)))) {
      return tests.get(0);
    }

    double r = (1 + 1.0 / m) * spread;
    double f = (mean / k - (m + 1) / (m - 1.0) * r) / (1 + r);
    double large = Math.pow(k, -3.0 / m) * (m - 1) * (1 + 1 / r) * (1 + 1 / r);
    double complete =
        tests.stream()
            .mapToDouble(WaldTest::df2)
            .map(df -> Double.isNaN(df) ? Double.POSITIVE_INFINITY : df)
            .min()
            .orElseThrow();
    // Statistics that differ much can give less than nothing.
    return WaldTest.f(Math.max(0, f), k, Math.min(large, complete));
  }

  /** A statistic over its numerator degrees of freedom. */
  private static double ratio(WaldTest test) {
    return Double.isNaN(test.df2()) ? test.statistic() / test.df1() : test.statistic();
  }
}
