package org.quipu.meta;

/** How a meta-regression's coefficients are tested. */
public enum CoefficientTest {
  /**
   * Knapp and Hartung (2003, Statistics in Medicine 22): the covariance is scaled by the weighted
   * residual variance; t and F on k − p degrees of freedom (R: {@code test = "knha"}).
   */
  KNAPP_HARTUNG,

  /** The same with a scale of at least 1 ({@code test = "adhoc"}). */
  KNAPP_HARTUNG_TRUNCATED,

  /** The variances are taken as known: z and χ² ({@code test = "z"}). */
  NORMAL
}
