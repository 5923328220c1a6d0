package org.quipu.smallarea;

import org.quipu.Coded;

/**
 * How the mean squared error of a {@link FayHerriot} predictor is estimated. Both are g₁ + g₂ +
 * 2g₃: that of the predictor were all known, what estimating β adds, and what estimating the
 * variance A adds, twice because g₁ at an estimate is too small by as much.
 */
public enum MseFormula implements Coded {
  /**
   * No more than that (Prasad and Rao 1990, Journal of the American Statistical Association 85),
   * right to the order 1/m where the estimator of A is unbiased, as by {@link
   * VarianceEstimator#REML}.
   */
  PRASAD_RAO("prasad-rao"),
  /**
   * Less the bias of the estimator of A times the slope of g₁, right to the order 1/m for {@link
   * VarianceEstimator#ML} too (Datta and Lahiri 2000, Statistica Sinica 10) and for {@link
   * VarianceEstimator#MOMENTS} (Datta, Rao and Smith 2005, Biometrika 92). R: {@code sae::mseFH}.
   */
  DATTA_LAHIRI("datta-lahiri");

  private final String code;

  MseFormula(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
