package org.quipu.math;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The power of two-sided tests, and the smallest true value that they detect with a given power.
 *
 * @param power required, 0 to 1
 * @param alpha size of the two-sided test
 */
public record Power(double power, double alpha) {
  private static final int PIECES = 24;
  private static final GaussIntegrator PIECE = new GaussIntegratorFactory().legendre(20, -1, 1);

  /** 80 % power of a test at 5 %. */
  public static Power withDefaults() {
    return new Power(0.8, 0.05);
  }

  /**
   * The smallest coefficient, in absolute value, that the test of a coefficient with this standard
   * error detects with the required power. NaN with less than one degree of freedom.
   *
   * @param df degrees of freedom of the t; NaN for the normal distribution
   */
  public double smallestCoefficient(double standardError, double df) {
    if (!Double.isNaN(df) && df < 1) {
      return Double.NaN;
    }

    UnivariateFunction lacking = shift -> of(shift, df) - power;
    return standardError * new BrentSolver(1e-10).solve(1000, lacking, 0, 1000);
  }

  /** The smallest Pearson correlation of k pairs, by Fisher's z; NaN with 3 pairs or fewer. */
  public double smallestPearson(int k) {
    return smallestFisher(1.0 / (k - 3));
  }

  /**
   * The smallest Spearman correlation, with 1.06 / (k − 3) as the variance of Fisher's z (Fieller,
   * Hartley and Pearson 1957, Biometrika 44).
   */
  public double smallestSpearman(int k) {
    return smallestFisher(1.06 / (k - 3));
  }

  /** The smallest Kendall correlation, with 0.437 / (k − 4) (the same paper). */
  public double smallestKendall(int k) {
    return smallestFisher(0.437 / (k - 4));
  }

  private double smallestFisher(double variance) {
    if (!(variance > 0) || Double.isInfinite(variance)) {
      return Double.NaN;
    }

    double z = Distributions.normalQuantile(1 - alpha / 2) + Distributions.normalQuantile(power);
    return Math.tanh(z * Math.sqrt(variance));
  }

  /**
   * The power of the two-sided test where the true coefficient is {@code shift} standard errors
   * from zero (R: {@code pt(-c, df, shift) + pt(c, df, shift, lower.tail = FALSE)}, c the critical
   * value).
   *
   * @param df degrees of freedom of the t; NaN for the normal distribution
   */
  public double of(double shift, double df) {
    double critical = Distributions.critical(1 - alpha, df);
    if (Double.isNaN(df)) {
      return Distributions.normalLower(shift - critical)
          + Distributions.normalLower(-shift - critical);
    }

    // T = (Z + shift) / S with S² = χ²(df) / df: the normal tails, averaged over the density of S.
    ChiSquaredDistribution squared = ChiSquaredDistribution.of(df);
    UnivariateFunction tails =
        s ->
            2
                * df
                * s
                * squared.density(df * s * s)
                * (Distributions.normalLower(shift - critical * s)
                    + Distributions.normalLower(-shift - critical * s));
    double width = 9 / Math.sqrt(2 * df);
    double low = Math.max(0, 1 - width);
    double step = (1 + 2 * width - low) / PIECES;
    double sum = 0;
    for (int n = 0; n < PIECES; n++) {
      double middle = low + (n + 0.5) * step;
      sum += step / 2 * PIECE.integrate(u -> tails.value(middle + u * step / 2));
    }

    return sum;
  }
}
