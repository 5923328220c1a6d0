package org.quipu.smallarea;

import org.quipu.Coded;

/** The scale on which a model of areas is linear and its errors are taken to be normal. */
public enum Scale implements Coded {
  /** The estimates as they are. */
  PLAIN {
    @Override
    public double of(double estimate) {
      return estimate;
    }

    @Override
    public double inverse(double value) {
      return value;
    }

    @Override
    double slope(double estimate) {
      return 1;
    }
  },
  /** arcsin √p of a proportion, whose sampling variance is deff / 4n whatever p is. */
  ARCSINE {
    @Override
    public double of(double estimate) {
      return Math.asin(Math.sqrt(estimate));
    }

    @Override
    public double inverse(double value) {
      double sine = Math.sin(Math.min(Math.max(value, 0), Math.PI / 2));
      return sine * sine;
    }

    @Override
    double slope(double estimate) {
      return 0.5 / Math.sqrt(estimate * (1 - estimate));
    }
  },
  /** log(p / (1 − p)) of a proportion between 0 and 1. */
  LOGIT {
    @Override
    public double of(double estimate) {
      return Math.log(estimate / (1 - estimate));
    }

    @Override
    public double inverse(double value) {
      return 1 / (1 + Math.exp(-value));
    }

    @Override
    double slope(double estimate) {
      return 1 / (estimate * (1 - estimate));
    }
  },
  /** The natural logarithm of a positive mean or total. */
  LOG {
    @Override
    public double of(double estimate) {
      return Math.log(estimate);
    }

    @Override
    public double inverse(double value) {
      return Math.exp(value);
    }

    @Override
    double slope(double estimate) {
      return 1 / estimate;
    }
  };

  /** An estimate on this scale. */
  public abstract double of(double estimate);

  /**
   * The estimate at a value of this scale; on {@link #ARCSINE} values outside [0, π/2] count as its
   * ends.
   */
  public abstract double inverse(double value);

  /** How much this scale's value changes with the estimate. */
  abstract double slope(double estimate);

  /** The sampling variance on this scale of an estimate with this one, to first order. */
  public double variance(double estimate, double variance) {
    double slope = slope(estimate);
    return slope * slope * variance;
  }

  /** Whether estimates on this scale are proportions, 0 to 1. */
  public boolean isOfProportions() {
    return this == ARCSINE || this == LOGIT;
  }

  /** Whether an estimate has a finite value on this scale. */
  public boolean includes(double estimate) {
    return switch (this) {
      case PLAIN -> Double.isFinite(estimate);
      case ARCSINE -> estimate >= 0 && estimate <= 1;
      case LOGIT -> estimate > 0 && estimate < 1;
      case LOG -> estimate > 0;
    };
  }
}
