package org.quipu.bulletin;

import java.util.List;
import java.util.Optional;
import org.quipu.charts.AssociationFigure;
import org.quipu.charts.RegressionLine;
import org.quipu.store.AssociationRow;

/**
 * The line of a meta-regression of one covariate from its row in the table {@code association},
 * which holds the slope, and the points. With weights 1/(v + τ²) the line passes through the
 * weighted means of the points, and the variance of its level there is that of the slope times the
 * weighted sum of squares of x over the sum of the weights.
 */
final class FittedLine {
  /** How far the points' own slope may be from the row's, in standard errors. */
  private static final double TOLERANCE = 0.05;

  private FittedLine() {}

  /**
   * The line through these points.
   *
   * @param points with their standard errors, in the order of {@code errors}
   * @return empty where the points are not those that the row was computed from
   */
  static Optional<RegressionLine> of(
      AssociationRow row, List<AssociationFigure.Point> points, List<Double> errors) {
    double sum = 0;
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < points.size(); i++) {
      double weight = weight(row, errors.get(i));
      sum += weight;
      meanX += weight * points.get(i).coverage();
      meanY += weight * points.get(i).change().points();
    }
    meanX /= sum;
    meanY /= sum;
    double squares = 0;
    double products = 0;
    for (int i = 0; i < points.size(); i++) {
      double weight = weight(row, errors.get(i));
      double x = points.get(i).coverage() - meanX;
      squares += weight * x * x;
      products += weight * x * (points.get(i).change().points() - meanY);
    }
    double slopeError = row.standardError();
    boolean same = Math.abs(products / squares - row.estimate()) <= TOLERANCE * slopeError;
    double levelError = slopeError * Math.sqrt(squares / sum);
    double critical = (row.ciHigh() - row.estimate()) / slopeError;

    return same
        ? Optional.of(
            new RegressionLine(meanX, meanY, row.estimate(), levelError, slopeError, critical))
        : Optional.empty();
  }

  private static double weight(AssociationRow row, double error) {
    double between = Double.isNaN(row.tau2()) ? 0 : row.tau2();

    return 1 / (error * error + between);
  }
}
