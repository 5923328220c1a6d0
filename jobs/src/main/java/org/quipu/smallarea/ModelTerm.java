package org.quipu.smallarea;

/**
 * A number of a fitted model.
 *
 * @param term a covariate, {@link AreaCovariates#INTERCEPT}, {@code sigma2u} (variance between
 *     areas), {@code sigma2v} (between groups), {@code sigma2w} (between groups of groups), {@code
 *     phi} (the precision of clusters), {@code rho} (the correlation with neighbours) or another
 *     parameter of {@link AreaModelFit#components()}, {@code log_likelihood}, {@code aic}, {@code
 *     bic}, {@code deff}, {@code areas} (with sample), or the value of what covariates were chosen
 *     by, {@code selection_aic} or {@code selection_bic}
 * @param estimate NaN for a covariate that was left out
 * @param standardError NaN for what has none
 * @param selected whether a covariate was chosen; null where none was to be
 * @param criterionChange how much higher the criterion would be if the covariate had been left out,
 *     or taken in if it was not; NaN where none was to be chosen
 */
public record ModelTerm(
    String term, double estimate, double standardError, Boolean selected, double criterionChange) {
  /** A term about which there was no choice. */
  public ModelTerm(String term, double estimate, double standardError) {
    this(term, estimate, standardError, null, Double.NaN);
  }

  static ModelTerm of(String term, double estimate) {
    return new ModelTerm(term, estimate, Double.NaN);
  }

  ModelTerm selected(boolean chosen, double change) {
    return new ModelTerm(term, estimate, standardError, chosen, change);
  }
}
