package org.quipu.smallarea;

import org.quipu.Coded;

/** The checks of a study of areas. */
public enum Diagnostic implements Coded {
  /** How many areas there are. */
  AREAS(Unit.COUNT),
  /** How many have a direct estimate. */
  AREAS_SAMPLED(Unit.COUNT),
  /** The percentage without one. */
  AREAS_WITHOUT_SAMPLE_PERCENT(Unit.PERCENT),
  /** How many have all their interviews in one cluster. */
  AREAS_ONE_CLUSTER(Unit.COUNT),
  /** How many take their sampling variance from the others. */
  AREAS_REPAIRED(Unit.COUNT),
  /** How many take a covariate from the others of the larger area, as theirs is not known. */
  AREAS_IMPUTED(Unit.COUNT),
  /** How many are estimated no better than by the value of the larger area in which they lie. */
  AREAS_NO_BETTER_THAN_LARGER(Unit.COUNT),
  /**
   * How far the urban shares of areas lie from those of the women asked there: root mean square
   * over the areas with sample, weighted by their clusters.
   */
  URBAN_SHARE_ERROR(Unit.ESTIMATE, 0),
  /** The same of the urban share of the larger area in which they lie. */
  URBAN_SHARE_ERROR_OF_LARGER(Unit.ESTIMATE, 0),
  /** The median weight of the direct estimate, of the areas that have one. */
  GAMMA_MEDIAN(Unit.NUMBER),
  /** The percentage of them whose direct estimate weighs less than the model. */
  AREAS_MOSTLY_MODEL(Unit.PERCENT),
  /**
   * The slope of the direct estimates on the model's, which is 1 where the model has no bias that
   * depends on the level (Brown and others 2001).
   */
  BIAS_SLOPE(Unit.NUMBER, 1),
  /** The skewness of the standardized residuals, 0 for a normal distribution. */
  RESIDUAL_SKEWNESS(Unit.NUMBER, 0),
  /** Their kurtosis, 3 for a normal distribution. */
  RESIDUAL_KURTOSIS(Unit.NUMBER, 3),
  /** The p-value of the test of Shapiro and Wilk that they are normal. */
  RESIDUAL_NORMALITY_P(Unit.NUMBER, Double.NaN, 0.05, 1),
  /** The mean distance of the model's estimates of groups from their direct estimates. */
  GROUP_DIFFERENCE_MEAN(Unit.ESTIMATE, 0),
  /** The largest of them. */
  GROUP_DIFFERENCE_LARGEST(Unit.ESTIMATE, 0),
  /** The largest of them in standard errors of the direct estimate of the group. */
  GROUP_DIFFERENCE_LARGEST_ERRORS(Unit.STANDARD_ERRORS, 0, 0, 3),
  /** Of the areas of a left-out group: direct estimates in their 95 % predictive interval. */
  GROUP_OUT_COVERAGE(Unit.PERCENT, 95, 92, 98),
  /** Their mean log density by the model. */
  GROUP_OUT_LOG_SCORE_MODEL(Unit.NUMBER),
  /** By the mean of all other areas. */
  GROUP_OUT_LOG_SCORE_REST(Unit.NUMBER),
  /** Their root mean squared distance from the model, which holds their sampling errors. */
  GROUP_OUT_RMSE_MODEL(Unit.ESTIMATE),
  /** From the mean of all other areas. */
  GROUP_OUT_RMSE_REST(Unit.ESTIMATE),
  /** Of left-out clusters: direct estimates in their 95 % predictive interval. */
  CLUSTERS_OUT_COVERAGE(Unit.PERCENT, 95, 92, 98),
  /** Their mean log density by the model. */
  CLUSTERS_OUT_LOG_SCORE_MODEL(Unit.NUMBER),
  /** By the direct estimates of the areas from the other clusters. */
  CLUSTERS_OUT_LOG_SCORE_DIRECT(Unit.NUMBER),
  /** By the direct estimates of the groups from the other clusters. */
  CLUSTERS_OUT_LOG_SCORE_GROUP(Unit.NUMBER),
  /** Their root mean squared distance from the model, which holds their sampling errors. */
  CLUSTERS_OUT_RMSE_MODEL(Unit.ESTIMATE),
  /** From the direct estimates of the areas. */
  CLUSTERS_OUT_RMSE_DIRECT(Unit.ESTIMATE),
  /** From the direct estimates of the groups. */
  CLUSTERS_OUT_RMSE_GROUP(Unit.ESTIMATE),
  /** How many groups of areas can be told apart, 1 where the sample tells no two apart. */
  RANK_GROUPS(Unit.COUNT),
  /** How many areas may be among the highest. */
  TOP_CANDIDATES(Unit.COUNT);

  /** What the values of checks are in. */
  public enum Unit implements Coded {
    /** Areas, or groups of them. */
    COUNT,
    /** A number without unit. */
    NUMBER,
    PERCENT,
    /** The units of the estimates: percentage points, of a survey's proportions. */
    ESTIMATE,
    STANDARD_ERRORS
  }

  private final Unit unit;
  private final double reference;
  private final double lowest;
  private final double highest;

  Diagnostic(Unit unit) {
    this(unit, Double.NaN);
  }

  Diagnostic(Unit unit, double reference) {
    this(unit, reference, Double.NaN, Double.NaN);
  }

  Diagnostic(Unit unit, double reference, double lowest, double highest) {
    this.unit = unit;
    this.reference = reference;
    this.lowest = lowest;
    this.highest = highest;
  }

  /** What the value is in. */
  public Unit unit() {
    return unit;
  }

  /** The value where the model is right; NaN where there is none. */
  public double reference() {
    return reference;
  }

  /** The lowest value that raises no doubt; NaN where there is none. */
  public double lowest() {
    return lowest;
  }

  /** The highest value that raises no doubt; NaN where there is none. */
  public double highest() {
    return highest;
  }
}
