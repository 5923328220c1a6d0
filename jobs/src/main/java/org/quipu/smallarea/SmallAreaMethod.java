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
  SPATIAL(VarianceEstimator.REML);

  private final VarianceEstimator estimator;

  SmallAreaMethod(VarianceEstimator estimator) {
    this.estimator = estimator;
  }

  /** How the variances of a classical model are estimated; empty for {@link #BAYES}. */
  public Optional<VarianceEstimator> estimator() {
    return Optional.ofNullable(estimator);
  }
}
