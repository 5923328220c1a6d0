package org.quipu.survey.quality;

import org.quipu.Coded;

/** What a reader of an estimate must know, whatever its precision. */
public enum QualityMark implements Coded {
  /** An act or item was missing from the file, so that the indicator lacks it. */
  PARTIAL,
  /** The household's weight was used instead of the woman's. */
  HOUSEHOLD_WEIGHT,
  /**
   * Weighted by the eligible women of the household too, which INEI does not do: a sensitivity, not
   * INEI's figure.
   */
  ELIGIBLE_WOMEN_WEIGHT,
  /** Weights were calibrated to totals of the population, which INEI's are not. */
  CALIBRATED_WEIGHT,
  /** A stratum had a single cluster. */
  LONELY_CLUSTERS,
  /** 0 % or 100 %: the interval is Clopper and Pearson's. */
  BOUNDARY,
  /**
   * No stratum has members of the domain in two clusters, or its clusters do not differ: the sample
   * does not tell the precision.
   */
  ONE_CLUSTER,
  /** The standard error comes from the number of cases and an assumed design effect. */
  SE_APPROXIMATED,
  /** The samples of the two years share clusters, but their covariance is taken as 0. */
  INDEPENDENCE_ASSUMED,
  /** The questions of the two years differ, so that the difference of the levels is no change. */
  NOT_COMPARABLE,
  /** An estimate of a model, not of the area's interviews alone. */
  MODEL,
  /** The area has no interviews: the estimate is the model's alone. */
  NO_SAMPLE,
  /** A model's estimate whose error is no smaller than that of the larger area's estimate. */
  NO_BETTER_THAN_PROVINCE,
  /** The sampling variance is not the area's own, which shows no variation. */
  REPAIRED_VARIANCE,
  SYNTHETIC,
  /** Computed by others from microdata, not published by INEI. */
  RECOMPUTED,
  /** Hidden because with it an estimate of few cases could be had by subtraction. */
  SECONDARY,
  /** Hidden as too imprecise. */
  IMPRECISE,
  /** A file lacks the answers of a fifth or more of its women, in the country or in a region. */
  INCOMPLETE
}
