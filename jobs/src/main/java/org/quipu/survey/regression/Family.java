package org.quipu.survey.regression;

import org.quipu.Coded;
import org.quipu.math.Distributions;

/**
 * The distribution of an outcome and the link of its mean to the linear predictor, as R's families:
 * the mean, its derivative by the predictor, and the variance of the outcome up to a factor.
 */
public enum Family implements Coded {
  /** A number, its mean itself. */
  LINEAR {
    @Override
    double mean(double predictor) {
      return predictor;
    }

    @Override
    double slope(double predictor, double mean) {
      return 1;
    }

    @Override
    double curvature(double predictor, double mean) {
      return 0;
    }

    @Override
    double variance(double mean) {
      return 1;
    }

    @Override
    double deviance(double y, double mean) {
      return (y - mean) * (y - mean);
    }

    @Override
    double predictor(double mean) {
      return mean;
    }
  },
  /** 0 or 1, the log odds; coefficients are log odds ratios. */
  LOGISTIC {
    @Override
    double mean(double predictor) {
      return inside(1 / (1 + StrictMath.exp(-predictor)));
    }

    @Override
    double slope(double predictor, double mean) {
      return mean * (1 - mean);
    }

    @Override
    double curvature(double predictor, double mean) {
      return mean * (1 - mean) * (1 - 2 * mean);
    }

    @Override
    double predictor(double mean) {
      return StrictMath.log(mean / (1 - mean));
    }
  },
  /** A count, or 0 and 1: the log of the mean; coefficients are log ratios of means. */
  POISSON {
    @Override
    double mean(double predictor) {
      return StrictMath.exp(Math.max(-LARGE, Math.min(predictor, LARGE)));
    }

    @Override
    double slope(double predictor, double mean) {
      return mean;
    }

    @Override
    double curvature(double predictor, double mean) {
      return mean;
    }

    @Override
    double variance(double mean) {
      return mean;
    }

    @Override
    double deviance(double y, double mean) {
      return 2 * ((y > 0 ? y * StrictMath.log(y / mean) : 0) - (y - mean));
    }

    @Override
    double predictor(double mean) {
      return StrictMath.log(mean);
    }
  },
  /** 0 or 1, the normal quantile of the probability. */
  PROBIT {
    @Override
    double mean(double predictor) {
      return inside(Distributions.normalLower(predictor));
    }

    @Override
    double slope(double predictor, double mean) {
      double density = StrictMath.exp(-predictor * predictor / 2) / Math.sqrt(2 * Math.PI);
      return Math.max(density, EPSILON);
    }

    @Override
    double curvature(double predictor, double mean) {
      return -predictor * slope(predictor, mean);
    }

    @Override
    double predictor(double mean) {
      return Distributions.normalQuantile(mean);
    }
  },
  /** 0 or 1, the complementary log-log of the probability; coefficients are log hazard ratios. */
  CLOGLOG {
    @Override
    double mean(double predictor) {
      return inside(-StrictMath.expm1(-StrictMath.exp(Math.min(predictor, LARGE))));
    }

    @Override
    double slope(double predictor, double mean) {
      double eta = Math.min(predictor, LARGE);
      return Math.max(StrictMath.exp(eta - StrictMath.exp(eta)), EPSILON);
    }

    @Override
    double curvature(double predictor, double mean) {
      return slope(predictor, mean) * (1 - StrictMath.exp(Math.min(predictor, LARGE)));
    }

    @Override
    double predictor(double mean) {
      return StrictMath.log(-StrictMath.log1p(-mean));
    }
  },
  /** Categories in order, as numbers; coefficients are log odds ratios of a higher one. */
  ORDINAL {
    @Override
    double mean(double predictor) {
      return LOGISTIC.mean(predictor);
    }

    @Override
    double slope(double predictor, double mean) {
      return LOGISTIC.slope(predictor, mean);
    }

    @Override
    double curvature(double predictor, double mean) {
      return LOGISTIC.curvature(predictor, mean);
    }

    @Override
    double predictor(double mean) {
      return LOGISTIC.predictor(mean);
    }
  };

  private static final double EPSILON = Math.ulp(1.0);
  private static final double LARGE = 300;

  /** The mean at a value of the linear predictor. */
  abstract double mean(double predictor);

  /** The derivative of the mean by the linear predictor. */
  abstract double slope(double predictor, double mean);

  /** The second derivative of the mean by the linear predictor. */
  abstract double curvature(double predictor, double mean);

  /** The linear predictor at a mean. */
  abstract double predictor(double mean);

  /** The variance of the outcome at a mean, up to a factor. */
  double variance(double mean) {
    return mean * (1 - mean);
  }

  /** Twice the log likelihood that a mean loses on a perfect fit. */
  double deviance(double y, double mean) {
    return -2 * StrictMath.log(y == 1 ? mean : 1 - mean);
  }

  /** Whether outcomes are 0 or 1. */
  boolean isBinary() {
    return this == LOGISTIC || this == PROBIT || this == CLOGLOG;
  }

  /** Whether the exponential of a coefficient is a ratio: of odds, of means, of hazards. */
  public boolean hasRatios() {
    return this != LINEAR && this != PROBIT;
  }

  /** Whether an outcome has a place in the family. */
  boolean allows(double y) {
    return isBinary() ? y == 0 || y == 1 : this != POISSON || y >= 0;
  }

  /** What {@link #allows} allows, for messages. */
  String allowed() {
    return isBinary() ? "0, 1 or missing" : "0 or more, or missing";
  }

  private static double inside(double probability) {
    return Math.max(EPSILON, Math.min(probability, 1 - EPSILON));
  }
}
