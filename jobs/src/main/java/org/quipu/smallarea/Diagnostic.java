package org.quipu.smallarea;

import org.quipu.Coded;

/** The checks of a study of areas. */
public enum Diagnostic implements Coded {
  /** How many areas there are. */
  AREAS,
  /** How many have a direct estimate. */
  AREAS_SAMPLED,
  /** How many have all their interviews in one cluster. */
  AREAS_ONE_CLUSTER,
  /** How many take their sampling variance from the others. */
  AREAS_REPAIRED,
  /** The median weight of the direct estimate, of the areas that have one. */
  GAMMA_MEDIAN,
  /**
   * The slope of the direct estimates on the model's, which is 1 where the model has no bias that
   * depends on the level (Brown and others 2001).
   */
  BIAS_SLOPE,
  /** The skewness of the standardized residuals, 0 for a normal distribution. */
  RESIDUAL_SKEWNESS,
  /** Their kurtosis, 3 for a normal distribution. */
  RESIDUAL_KURTOSIS,
  /** How many groups of areas can be told apart, 1 where the sample tells no two apart. */
  RANK_GROUPS,
  /** How many areas may be among the highest. */
  TOP_CANDIDATES
}
