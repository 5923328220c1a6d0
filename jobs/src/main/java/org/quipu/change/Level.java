package org.quipu.change;

import org.quipu.math.TestedEstimate;

/**
 * The level of an indicator in one domain and year, in percent.
 *
 * @param standardError in points; NaN where not known
 * @param df degrees of freedom; NaN where not known
 * @param approximatedFrom the number of answers from which the standard error was derived with an
 *     assumed design effect; NaN where it was estimated
 */
public record Level(double percent, double standardError, double df, double approximatedFrom) {
  /** Of the intervals of changes and trends. */
  static final double CONFIDENCE = 0.95;

  /** A level whose standard error was estimated. */
  public Level(double percent, double standardError, double df) {
    this(percent, standardError, df, Double.NaN);
  }

  /** NaN at 0 % and 100 % too: the linearised variance is 0 there and allows no test. */
  double variance() {
    return standardError > 0 ? standardError * standardError : Double.NaN;
  }

  boolean isApproximated() {
    return !Double.isNaN(approximatedFrom);
  }

  /** The level with another assumed design effect where its standard error was approximated. */
  Level withDesignEffect(double deff) {
    return isApproximated()
        ? new Level(
            percent,
            Approximation.standardError(percent, approximatedFrom, deff),
            df,
            approximatedFrom)
        : this;
  }

  /** The change from this level to a later one: v1 + v2 − 2 cov, with the sum of both df. */
  public TestedEstimate changeTo(Level later, double covariance) {
    return TestedEstimate.of(
        later.percent - percent,
        Math.sqrt(variance() + later.variance() - 2 * covariance),
        df + later.df,
        CONFIDENCE);
  }
}
