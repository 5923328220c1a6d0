package org.quipu.survey.calibration;

import java.io.Serializable;

/**
 * What a weight is multiplied by, as a function F of a row's linear predictor with F(0) = F'(0) = 1
 * (Deville and Särndal 1992, section 2).
 */
record Ratio(CalibrationMethod method, double lower, double upper) implements Serializable {
  double of(double predictor) {
    return switch (method) {
      case POSTSTRATIFY, LINEAR -> Math.min(Math.max(1 + predictor, lower), upper);
      case RAKE -> Math.exp(predictor);
      case LOGIT -> {
        double odds = odds(predictor);
        yield Double.isInfinite(odds)
            ? upper
            : (lower * (upper - 1) + upper * (1 - lower) * odds) / (upper - 1 + (1 - lower) * odds);
      }
    };
  }

  double slope(double predictor) {
    return switch (method) {
      case POSTSTRATIFY, LINEAR -> 1 + predictor < lower || 1 + predictor > upper ? 0 : 1;
      case RAKE -> Math.exp(predictor);
      case LOGIT -> {
        double odds = odds(predictor);
        double below = upper - 1 + (1 - lower) * odds;
        yield Double.isInfinite(odds)
            ? 0
            : (upper - lower) * (upper - lower) * odds / (below * below);
      }
    };
  }

  private double odds(double predictor) {
    return Math.exp((upper - lower) / ((1 - lower) * (upper - 1)) * predictor);
  }
}
