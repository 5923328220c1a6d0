package org.quipu.smallarea;

import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * The log-likelihood of a count given the logit of its probability, and its first two derivatives
 * by the logit. With d = 1/φ the beta-binomial probability of y of n is C(n, y) Π (p + kd) Π (q +
 * kd) / Π (1 + kd), with k below y, below n − y and below n; at d = 0 it is the binomial. Sums over
 * the cases keep all digits where differences of log-gamma functions would lose them.
 */
final class BetaBinomial {
  /** Products above this keep all their digits. */
  private static final double TINY = 1e-200;

  private final int cases;
  private final int others;
  private final double logCombinations;

  private double value;
  private double slope;
  private double curvature;

  BetaBinomial(int cases, int women) {
    this.cases = cases;
    this.others = women - cases;
    this.logCombinations = CombinatoricsUtils.binomialCoefficientLog(women, cases);
  }

  /**
   * Computes value and derivatives.
   *
   * @param logit of the probability
   * @param dispersion 1/φ, 0 or more
   */
  void at(double logit, double dispersion) {
    double p = 1 / (1 + Math.exp(-logit));
    double q = 1 / (1 + Math.exp(logit));
    double sum = logCombinations;
    double product = 1;
    double first = 0;
    double second = 0;
    for (int k = 0; k < cases; k++) {
      double term = p + k * dispersion;
      double inverse = 1 / term;
      first += inverse;
      second += inverse * inverse;
      product *= term / (1 + k * dispersion);
      if (product < TINY) {
        sum += Math.log(product);
        product = 1;
      }
    }
    for (int k = 0; k < others; k++) {
      double term = q + k * dispersion;
      double inverse = 1 / term;
      first -= inverse;
      second += inverse * inverse;
      product *= term / (1 + (cases + k) * dispersion);
      if (product < TINY) {
        sum += Math.log(product);
        product = 1;
      }
    }

    double change = p * q;
    value = sum + Math.log(product);
    slope = first * change;
    curvature = first * change * (q - p) - second * change * change;
  }

  /** The log-likelihood. */
  double value() {
    return value;
  }

  /** Its derivative by the logit. */
  double slope() {
    return slope;
  }

  /** Its second derivative by the logit. */
  double curvature() {
    return curvature;
  }
}
