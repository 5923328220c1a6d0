package org.quipu.change;

import java.util.Optional;
import org.quipu.change.AssumedDesign.Assumption;
import org.quipu.math.TestedEstimate;

/**
 * The level of an indicator in one domain and year, in percent.
 *
 * @param standardError in points; NaN where not known
 * @param df degrees of freedom; NaN where not known
 * @param approximation how the standard error was derived; empty where it was estimated
 */
public record Level(
    double percent, double standardError, double df, Optional<Approximation> approximation) {
  /** Of the intervals of changes and trends. */
  static final double CONFIDENCE = 0.95;

  /**
   * From what a standard error was derived.
   *
   * @param n the number of answers
   */
  public record Approximation(double n, AssumedDesign design) {}

  /** A level whose standard error was estimated. */
  public Level(double percent, double standardError, double df) {
    this(percent, standardError, df, Optional.empty());
  }

  /** A level of n answers whose standard error is not known: the usual design effect's. */
  public static Level approximated(double percent, double n, AssumedDesign design) {
    return new Level(
        percent,
        design.standardError(percent, n, Assumption.USUAL),
        Double.NaN,
        Optional.of(new Approximation(n, design)));
  }

  /**
   * NaN without degrees of freedom, and at 0 % and 100 %: the linearised variance is 0 there and
   * allows no test.
   */
  double variance() {
    return isTestable() ? standardError * standardError : Double.NaN;
  }

  boolean isTestable() {
    return standardError > 0 && !(df <= 0);
  }

  /** The level with another assumed design effect where its standard error was approximated. */
  Level under(Assumption assumption) {
    return approximation
        .map(
            from ->
                new Level(
                    percent,
                    from.design().standardError(percent, from.n(), assumption),
                    df,
                    approximation))
        .orElse(this);
  }

  /** The change from this level to a later one, with variance v1 + v2 − 2 cov. */
  public TestedEstimate changeTo(Level later, Overlap overlap) {
    return TestedEstimate.of(
        later.percent - percent,
        Math.sqrt(variance() + later.variance() - 2 * overlap.covariance()),
        overlap.df(this, later),
        CONFIDENCE);
  }
}
