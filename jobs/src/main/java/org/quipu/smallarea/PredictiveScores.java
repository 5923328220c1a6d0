package org.quipu.smallarea;

import org.quipu.math.Distributions;

/**
 * How well predictions foretold direct estimates that they had not seen. A prediction of an
 * estimate is normal on the scale of the model: around the predictor, with its mean squared error
 * and the sampling variance of the estimate.
 */
final class PredictiveScores {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);
  private static final double REACH = Distributions.critical(0.95, Double.NaN);

  private final Scale scale;
  private double count;
  private double logs;
  private double held;
  private double weights;
  private double squares;

  PredictiveScores(Scale scale) {
    this.scale = scale;
  }

  /**
   * Adds an estimate.
   *
   * @param predicted on the scale of the model, as is {@code estimate}
   * @param mse of the predictor
   * @param variance of the estimate
   * @param weight of its squared error, such as its interviews
   */
  void add(double predicted, double mse, double estimate, double variance, double weight) {
    double total = mse + variance;
    double difference = estimate - predicted;
    count++;
    logs -= 0.5 * (LOG_TWO_PI + Math.log(total) + difference * difference / total);
    held += Math.abs(difference) <= REACH * Math.sqrt(total) ? 1 : 0;
    double distance = scale.inverse(estimate) - scale.inverse(predicted);
    weights += weight;
    squares += weight * distance * distance;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** The mean log density of the estimates, on the scale of the model; the higher the better. */
  double logScore() {
    return logs / count;
  }

  /** The percentage of the estimates in their 95 % predictive interval. */
  double coverage() {
    return 100 * held / count;
  }

  /** The root of the weighted mean squared distance, in the units of the estimates. */
  double rootMeanSquare() {
    return Math.sqrt(squares / weights);
  }
}
