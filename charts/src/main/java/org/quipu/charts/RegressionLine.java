package org.quipu.charts;

/**
 * A fitted line with its confidence band.
 *
 * @param intercept y at x = 0
 * @param slope change of y per unit of x
 * @param interceptVariance variance of the intercept
 * @param covariance of the intercept and the slope
 * @param slopeVariance variance of the slope
 * @param critical the quantile that the band multiplies its standard error by
 */
public record RegressionLine(
    double intercept,
    double slope,
    double interceptVariance,
    double covariance,
    double slopeVariance,
    double critical) {

  /** y on the line. */
  public double at(double x) {
    return intercept + slope * x;
  }

  /** Half the width of the band. */
  public double halfWidth(double x) {
    return critical * Math.sqrt(interceptVariance + 2 * x * covariance + x * x * slopeVariance);
  }
}
