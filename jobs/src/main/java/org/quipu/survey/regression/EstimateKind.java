package org.quipu.survey.regression;

import org.quipu.Coded;

/** What a regression estimates. */
public enum EstimateKind implements Coded {
  /** Of the linear predictor. */
  COEFFICIENT,
  /** The mean prediction if everybody had a level. */
  PREDICTION,
  /** The mean effect on the prediction. */
  EFFECT
}
