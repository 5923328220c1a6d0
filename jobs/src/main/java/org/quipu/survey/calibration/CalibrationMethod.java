package org.quipu.survey.calibration;

import org.quipu.Coded;

/** How calibrated weights stay near those of the sample. */
public enum CalibrationMethod implements Coded {
  /** One factor for each cell (R: {@code survey::postStratify}). */
  POSTSTRATIFY,
  /** The product of a factor for each margin, which is above 0 (R: {@code survey::rake}). */
  RAKE,
  /**
   * Factors linear in the auxiliary variables: the generalized regression estimator (R: {@code
   * survey::calibrate} with {@code calfun = "linear"}).
   */
  LINEAR,
  /** Factors between two bounds (R: {@code survey::calibrate} with {@code calfun = "logit"}). */
  LOGIT;

  /** Whether factors can have bounds. */
  boolean takesBounds() {
    return this == LINEAR || this == LOGIT;
  }
}
