package org.quipu.smallarea;

import java.util.Optional;
import org.quipu.Coded;

/** The models of areas that a study may use. */
public enum SmallAreaMethod implements Coded {
  /** Hierarchical Bayes, with one level or nested in groups ({@link HierarchicalBayes}). */
  BAYES(null),
  REML(VarianceEstimator.REML),
  ML(VarianceEstimator.ML),
  MOMENTS(VarianceEstimator.MOMENTS),
  AMPL(VarianceEstimator.AMPL),
  AMRL(VarianceEstimator.AMRL),
  AMPL_YL(VarianceEstimator.AMPL_YL),
  AMRL_YL(VarianceEstimator.AMRL_YL),
  /** Areas that resemble their neighbours, by restricted likelihood ({@link SpatialFayHerriot}). */
  SPATIAL(VarianceEstimator.REML),
  /**
   * Areas that resemble their neighbours and their own past, by restricted likelihood ({@link
   * SpatioTemporalFayHerriot} with an autoregression, model ST of R's {@code sae}).
   */
  SPACETIME(VarianceEstimator.REML, TimeEffects.AUTOREGRESSIVE),
  /** The same where an area's times differ from each other independently (model S). */
  SPACETIME_INDEPENDENT(VarianceEstimator.REML, TimeEffects.INDEPENDENT),
  /** Cases among the women of each cluster, in areas in groups ({@link ClusterStudy}). */
  BETA_BINOMIAL(null);

  private final VarianceEstimator estimator;
  private final TimeEffects effects;

  SmallAreaMethod(VarianceEstimator estimator) {
    this(estimator, null);
  }

  SmallAreaMethod(VarianceEstimator estimator, TimeEffects effects) {
    this.estimator = estimator;
    this.effects = effects;
  }

  /** How the times of an area hang together; empty for the models of one time. */
  public Optional<TimeEffects> timeEffects() {
    return Optional.ofNullable(effects);
  }

  /** Whether areas resemble their neighbours. */
  public boolean needsNeighbours() {
    return this == SPATIAL || effects != null;
  }

  /** Whether its mean squared error is by a {@link MseFormula}. */
  public boolean hasMseFormula() {
    return this == REML || this == ML || this == MOMENTS;
  }

  /** Whether groups of areas may have a variance of their own. */
  public boolean nests() {
    return this == BAYES || this == BETA_BINOMIAL;
  }

  /** How the variances of a classical model are estimated; empty for the others. */
  public Optional<VarianceEstimator> estimator() {
    return Optional.ofNullable(estimator);
  }
}
