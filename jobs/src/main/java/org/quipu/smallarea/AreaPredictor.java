package org.quipu.smallarea;

import java.util.List;

/** A fitted model of areas, whatever its kind: what a study reports of it. */
interface AreaPredictor {
  /** An area's prediction in the units of the direct estimates. */
  AreaPrediction prediction(int area);

  /** An area's predictor on the scale of the model. */
  double scaled(int area);

  /** Its mean squared error. */
  double scaledMse(int area);

  /** The model of other data of the same areas, with the variances that were estimated here. */
  NestedModel known(AreaData data);

  /** The same model fitted to other data of the same areas. */
  AreaPredictor refit(AreaData data);

  /** The weight of the area's own direct estimate; 0 without sample. */
  double gamma(int area);

  /** What the regression says of an area, on the scale of the model. */
  double synthetic(int area);

  /** The variance of an area around the regression, on the scale of the model. */
  double variance(int area);

  /** Joint draws of all areas in the units of the direct estimates: one row a draw. */
  double[][] draws(int count, long seed);

  /** Coefficients, variances and measures of fit. */
  List<ModelTerm> terms(AreaCovariates covariates);
}
