package org.quipu.smallarea;

import org.quipu.Coded;

/**
 * What the covariates of a model of areas are chosen by, the lower the better, at the {@link
 * FayHerriot} fit by maximum likelihood, as restricted likelihoods of other regressions cannot be
 * compared.
 */
public enum SelectionCriterion implements Coded {
  /** The conditional criterion of Akaike, of how well the areas' own values are predicted. */
  AIC {
    @Override
    double of(FayHerriotFit fit) {
      return ConditionalAic.of(fit);
    }
  },
  /** Schwarz's criterion, of how well the regression explains the areas. */
  BIC {
    @Override
    double of(FayHerriotFit fit) {
      return fit.bic();
    }
  };

  /**
   * The criterion of a model.
   *
   * @param fit by maximum likelihood
   */
  abstract double of(FayHerriotFit fit);
}
