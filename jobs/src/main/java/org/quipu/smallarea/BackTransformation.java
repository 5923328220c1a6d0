package org.quipu.smallarea;

import org.quipu.Coded;

/** How a predictor on a transformed scale becomes an estimate. */
public enum BackTransformation implements Coded {
  /** The inverse of the transformation. */
  NAIVE,
  /**
   * The expected value given the data: the inverse, integrated over the normal distribution of the
   * area's true value with variance A·(1 − γ) (Hadam, Würz and Kreutzmann 2020 for {@link
   * Scale#ARCSINE}, where the integral runs from 0 to π/2 as in R's {@code emdi}; Sugasawa and
   * Kubokawa 2017). An area without sample has the inverse, as in {@code emdi}.
   */
  BC,
  /** On {@link Scale#LOG}: exp(predictor + MSE / 2) (Rao 2003, p. 133). */
  BC_CRUDE,
  /** On {@link Scale#LOG}: exp(predictor + A·(1 − γ) / 2) (Slud and Maiti 2006). */
  BC_SM;

  /** Whether there is this back-transformation from a scale. */
  public boolean fits(Scale scale) {
    return switch (this) {
      case NAIVE -> true;
      case BC -> scale.isOfProportions();
      case BC_CRUDE, BC_SM -> scale == Scale.LOG;
    };
  }
}
