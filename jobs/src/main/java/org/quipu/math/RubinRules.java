package org.quipu.math;

import java.util.Arrays;
import java.util.List;

/**
 * The estimates of several imputations of one data set as one (Rubin 1987, Multiple Imputation for
 * Nonresponse in Surveys; R: {@code mitools::MIcombine}): their mean, and as its covariance the
 * mean of theirs, the one within, and 1 + 1/m times that between the m imputations.
 */
public final class RubinRules {
  private final int imputations;
  private final double[] mean;
  private final double[][] within;
  private final double[][] between;

  private RubinRules(int imputations, int count) {
    this.imputations = imputations;
    this.mean = new double[count];
    this.within = new double[count][count];
    this.between = new double[count][count];
  }

  /**
   * Pools imputations, two at least.
   *
   * @param estimates k of each imputation
   * @param covariances of these, k × k
   */
  public static RubinRules of(List<double[]> estimates, List<double[][]> covariances) {
    int m = estimates.size();
    int k = estimates.get(0).length;
    RubinRules pooled = new RubinRules(m, k);
    for (int i = 0; i < k; i++) {
      int row = i;
      pooled.mean[i] = mean(estimates.stream().mapToDouble(each -> each[row]).toArray());
      for (int j = 0; j < k; j++) {
        int column = j;
        pooled.within[i][j] =
            mean(covariances.stream().mapToDouble(each -> each[row][column]).toArray());
      }
    }

    for (double[] each : estimates) {
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          pooled.between[i][j] +=
              (each[i] - pooled.mean[i]) * (each[j] - pooled.mean[j]) / (m - 1.0);
        }
      }
    }

    return pooled;
  }

  /** Pools one estimate of each imputation, two at least, with its standard error. */
  public static RubinRules of(double[] estimates, double[] standardErrors) {
    return of(
        Arrays.stream(estimates).mapToObj(each -> new double[] {each}).toList(),
        Arrays.stream(standardErrors).mapToObj(each -> new double[][] {{each * each}}).toList());
  }

  /** Of equal values their value, to the last bit. */
  private static double mean(double... values) {
    double distance = 0;
    for (double value : values) {
      distance += value - values[0];
    }

    return values[0] + distance / values.length;
  }

  /** The mean of an estimate. */
  public double estimate(int i) {
    return mean[i];
  }

  /** The mean variance of an estimate: what it would be without missing values. */
  public double within(int i) {
    return within[i][i];
  }

  /** The variance of an estimate. */
  public double variance(int i) {
    return within[i][i] + spread(i);
  }

  /** The covariance of all estimates, k × k. */
  public double[][] covariance() {
    int k = mean.length;
    double[][] total = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        total[i][j] = within[i][j] + factor() * between[i][j];
      }
    }

    return total;
  }

  private double factor() {
    return 1 + 1.0 / imputations;
  }

  private double spread(int i) {
    return factor() * between[i][i];
  }

  /**
   * The degrees of freedom of an estimate's t statistic (Barnard and Rubin 1999, Biometrika 86);
   * those without missing values where all imputations agree.
   *
   * @param complete degrees of freedom without missing values; infinite for Rubin's own
   */
  public double df(int i, double complete) {
    double spread = spread(i);
    if (spread == 0 || !(complete > 0)) {
      return complete;
    }

    double total = variance(i);
    double large = (imputations - 1) * (total / spread) * (total / spread);
    return Double.isInfinite(complete)
        ? large
        : 1 / (1 / large + 1 / (observed(complete) * within[i][i] / total));
  }

  /** The degrees of freedom that a sample without missing values is worth here. */
  private static double observed(double complete) {
    return complete * (complete + 1) / (complete + 3);
  }

  /**
   * The share of the information on an estimate that the missing values take away (Rubin 1987,
   * equation 3.1.10).
   *
   * @param df of its t statistic
   */
  public double missingInformation(int i, double df) {
    double spread = spread(i);
    if (spread == 0) {
      return 0;
    }

    double increase = spread / within[i][i];
    return Double.isInfinite(increase) ? 1 : (increase + 2 / (df + 3)) / (increase + 1);
  }

  /**
   * Tests that estimates are 0 together (Li, Raghunathan and Rubin 1991, Journal of the American
   * Statistical Association 86), with the degrees of freedom of Reiter (2007, Biometrika 94); of
   * one estimate the square of its t test.
   *
   * @param which at least one
   * @param complete denominator degrees of freedom without missing values
   * @return no test where the covariance is singular or no degrees of freedom are left
   */
  public WaldTest test(int[] which, double complete) {
    int k = which.length;
    double[] b = new double[k];
    double[][] u = new double[k][k];
    for (int i = 0; i < k; i++) {
      b[i] = mean[which[i]];
      for (int j = 0; j < k; j++) {
        u[i][j] = within[which[i]][which[j]];
      }
    }

    if (!(complete > 0)) {
      return WaldTest.none(k);
    }

    try {
      Cholesky cholesky = Cholesky.of(u);
      double increase = 0;
      for (int i = 0; i < k; i++) {
        double[] row = new double[k];
        for (int j = 0; j < k; j++) {
          row[j] = factor() * between[which[i]][which[j]];
        }

        increase += cholesky.solve(row)[i] / k;
      }

      double f = Vectors.dot(b, cholesky.solve(b)) / (k * (1 + increase));
      double df = k == 1 ? df(which[0], complete) : jointDf(increase, k, imputations, complete);
      return WaldTest.f(f, k, df);
    } catch (ArithmeticException e) {
      return WaldTest.none(k);
    }
  }

  /**
   * Denominator degrees of freedom of a test of several estimates: Reiter's; for so few imputations
   * or degrees of freedom that he has none, those of Li, Raghunathan and Rubin, at most as many as
   * a sample without missing values is worth.
   *
   * @param r the mean relative increase of the variance by missing values
   */
  private static double jointDf(double r, int k, int imputations, double complete) {
    if (r == 0) {
      return complete;
    }

    double t = k * (imputations - 1.0);
    double large =
        t > 4
            ? 4 + (t - 4) * Math.pow(1 + (1 - 2 / t) / r, 2)
            : t * (1 + 1.0 / k) * Math.pow(1 + 1 / r, 2) / 2;
    if (Double.isInfinite(complete)) {
      return large;
    }

    double observed = observed(complete);
    double a = r * t / (t - 2);
    double one = observed - 2 * (1 + a);
    double two = observed - 4 * (1 + a);
    if (t <= 4 || two <= 0) {
      return Math.min(large, observed);
    }

    double share = a / (1 + a);
    double terms =
        share * share * one
            + 8 * a * share * one / two
            + 4 * a * share
            + 4 * a * a / one
            + 16 * a * a * one / (two * two)
            + 8 * a * a / two;
    return 4 + two / (1 + terms / (t - 4));
  }
}
