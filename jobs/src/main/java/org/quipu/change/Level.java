package org.quipu.change;

import org.quipu.math.TestedEstimate;
import org.quipu.store.PrevalenceRow;

/**
 * The level of an indicator in one domain and year, in percent.
 *
 * @param standardError in points; NaN where not known
 * @param df degrees of freedom; NaN where not known
 */
public record Level(double percent, double standardError, double df) {
  /** Of the intervals of changes and trends. */
  static final double CONFIDENCE = 0.95;

  public static Level of(PrevalenceRow row) {
    return new Level(row.percent(), row.standardError(), row.df());
  }

  /** NaN at 0 % and 100 % too: the linearised variance is 0 there and no test can lean on it. */
  double variance() {
    return standardError > 0 ? standardError * standardError : Double.NaN;
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
