package org.quipu.survey.kernel;

import org.quipu.survey.DeffReference;
import org.quipu.survey.Statistic;

/**
 * The totals of one outcome in one domain with their covariances: what its estimate, variance and
 * design effect are computed from.
 *
 * @param offset what was subtracted from the numerator's values before they were summed
 * @param nn variance of the numerator's total
 * @param nd covariance of the two totals
 * @param dd variance of the denominator's total
 * @param yy weighted sum of the numerator's squares
 * @param yx weighted sum of the products of numerator and denominator
 * @param xx weighted sum of the denominator's squares
 * @param weights sum of the weights of the answers
 */
record Moments(
    Statistic statistic,
    double offset,
    double numerator,
    double denominator,
    double nn,
    double nd,
    double dd,
    double yy,
    double yx,
    double xx,
    double weights) {

  /** What rounding can leave of terms that cancel, relative to them. */
  private static final double ROUNDING = 0x1p-49;

  /** The same with other variances and covariance of the totals. */
  Moments with(double numerators, double both, double denominators) {
    return new Moments(
        statistic,
        offset,
        numerator,
        denominator,
        numerators,
        both,
        denominators,
        yy,
        yx,
        xx,
        weights);
  }

  double estimate() {
    return statistic == Statistic.TOTAL ? numerator : ratio() + offset;
  }

  private double ratio() {
    return numerator / denominator;
  }

  /** The linearized variance. */
  double variance() {
    if (statistic == Statistic.TOTAL) {
      return nn;
    }

    double ratio = ratio();
    return difference(nn + ratio * ratio * dd, 2 * ratio * nd) / (denominator * denominator);
  }

  /** The variance of a simple random sample of n answers; 0 where all answer alike. */
  double simpleVariance(double n, DeffReference reference) {
    double spread =
        switch (statistic) {
          case RATIO -> squaredResiduals() / weights / (denominator * denominator);
          default -> difference(yy / weights, square(numerator / weights));
        };
    double scale =
        statistic == Statistic.MEAN || statistic == Statistic.PROPORTION ? 1 : square(weights);
    double srs = spread * n / (n - 1) * scale / n;
    return switch (reference) {
      case WITH_REPLACEMENT -> srs;
      case WITHOUT_REPLACEMENT -> weights < n ? Double.NaN : srs * (weights - n) / weights;
    };
  }

  private double squaredResiduals() {
    double ratio = ratio();
    return difference(yy + ratio * ratio * xx, 2 * ratio * yx);
  }

  /** What cannot be negative; 0 where rounding makes it so, or is all there is of it. */
  private static double difference(double larger, double smaller) {
    double difference = larger - smaller;
    return difference <= ROUNDING * (larger + Math.abs(smaller)) ? 0 : difference;
  }

  private static double square(double x) {
    return x * x;
  }
}
