package org.quipu.smallarea;

import org.quipu.Coded;

/**
 * How the variance A between areas is estimated. The adjusted likelihoods are positive where the
 * others may be zero.
 */
public enum VarianceEstimator implements Coded {
  /** Restricted maximum likelihood. */
  REML(true),
  /** Maximum likelihood. */
  ML(false),
  /** The moment equation of Fay and Herriot (1979). */
  MOMENTS(true),
  /** Maximum likelihood times A (Li and Lahiri 2010). */
  AMPL(false),
  /** Restricted likelihood times A (Li and Lahiri 2010). */
  AMRL(true),
  /**
   * Maximum likelihood times arctan(Σ A / (A + D)) to the power 1/m (Yoshimori and Lahiri 2014).
   */
  AMPL_YL(false),
  /** Restricted likelihood times the same factor (Yoshimori and Lahiri 2014). */
  AMRL_YL(true);

  private final boolean restricted;

  VarianceEstimator(boolean restricted) {
    this.restricted = restricted;
  }

  boolean isRestricted() {
    return restricted;
  }
}
