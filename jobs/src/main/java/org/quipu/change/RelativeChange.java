package org.quipu.change;

import org.quipu.math.Distributions;

/**
 * A change in percent of the first year's level, with its 95 % interval by Fieller's theorem
 * (Fieller 1954): the ratios θ for which to − θ·from does not differ from 0. At θ = 1 this is the
 * test of the change itself, so that the interval of the relative change holds 0 exactly where the
 * interval of the change does; a delta-method interval can contradict it.
 *
 * @param low NaN, with {@code high}, where the first level does not differ from 0 and the interval
 *     has no ends
 */
public record RelativeChange(double percent, double low, double high) {
  /** Of what is no change. */
  static final RelativeChange NONE = new RelativeChange(Double.NaN, Double.NaN, Double.NaN);

  /** No level can fall by more than all of it. */
  private static final double ALL = -100;

  public static RelativeChange of(Level from, Level to, Overlap overlap) {
    double percent = 100 * (to.percent() / from.percent() - 1);
    if (!Double.isFinite(percent)) {
      return NONE;
    }

    double t = Distributions.critical(Level.CONFIDENCE, overlap.df(from, to));
    // θ² a − 2 θ b + c = 0, where (to − θ·from)² = t² Var(to − θ·from)
    double a = from.percent() * from.percent() - t * t * from.variance();
    double b = from.percent() * to.percent() - t * t * overlap.covariance();
    double c = to.percent() * to.percent() - t * t * to.variance();
    double root = b * b - a * c;
    if (!(a > 0) || !(root >= 0)) {
      return new RelativeChange(percent, Double.NaN, Double.NaN);
    }

    double reach = Math.sqrt(root);
    return new RelativeChange(
        percent, Math.max(ALL, 100 * ((b - reach) / a - 1)), 100 * ((b + reach) / a - 1));
  }
}
