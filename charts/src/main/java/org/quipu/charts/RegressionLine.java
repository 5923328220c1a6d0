package org.quipu.charts;

/**
 * A fitted line with its confidence band, written around the weighted mean of x, where the level
 * and the slope are uncorrelated.
 *
 * @param meanX weighted mean of x
 * @param level of y at meanX
 * @param slope change of y per unit of x
 * @param levelError standard error of the level
 * @param slopeError standard error of the slope
 * @param critical the quantile that the band multiplies its standard error by
 */
public record RegressionLine(
    double meanX,
    double level,
    double slope,
    double levelError,
    double slopeError,
    double critical) {

  /** y on the line. */
  public double at(double x) {
    return level + slope * (x - meanX);
  }

  /** Half the width of the band. */
  public double halfWidth(double x) {
    return critical * Math.hypot(levelError, slopeError * (x - meanX));
  }
}
