package org.quipu.smallarea;

/**
 * A number of a fitted model.
 *
 * @param term a covariate, {@link AreaCovariates#INTERCEPT}, {@code sigma2u} (variance between
 *     areas), {@code sigma2v} (between groups), {@code rho} (the correlation with neighbours) or
 *     another parameter of {@link AreaModelFit#components()}, {@code log_likelihood}, {@code aic},
 *     {@code bic}, {@code deff} or {@code areas} (with sample)
 * @param standardError NaN for what has none
 */
public record ModelTerm(String term, double estimate, double standardError) {
  static ModelTerm of(String term, double estimate) {
    return new ModelTerm(term, estimate, Double.NaN);
  }
}
