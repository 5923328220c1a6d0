package org.quipu.association;

import org.quipu.Coded;
import org.quipu.meta.BaselineRegression;
import org.quipu.panel.Panel;

/** The methods by which a question is answered, as the table {@code association} names them. */
public enum Method implements Coded {
  /** Random effects, REML, Knapp-Hartung. */
  META_REGRESSION,
  /** At equal true baseline level ({@link BaselineRegression}). */
  META_REGRESSION_ADJUSTED,
  /**
   * The second level given the observed first one: right where programmes followed the survey's own
   * first figure, whose error is then in the coverage too.
   */
  META_REGRESSION_OBSERVED_BASELINE,
  /** With the covariates that the user brings. */
  META_REGRESSION_COVARIATES,
  /** With the covariates and at equal true baseline level. */
  META_REGRESSION_ADJUSTED_COVARIATES,
  /**
   * Levels of regions and years on the coverage reached by then, with a fixed effect for each
   * region and each year ({@link Panel}): every region is compared with itself.
   */
  PANEL,
  /** τ² by maximum likelihood. */
  META_REGRESSION_ML,
  /** τ² by DerSimonian and Laird's moments. */
  META_REGRESSION_DL,
  /** Knapp-Hartung never narrower than the normal. */
  META_REGRESSION_TRUNCATED,
  /** z instead of Knapp-Hartung. */
  META_REGRESSION_NORMAL,
  /** No variance between regions, z. */
  FIXED_EFFECT,
  /** Least squares weighted by precision, with the variance that the residuals show. */
  PRECISION_WEIGHTED,
  /** Correlation. */
  PEARSON(true),
  /** Correlation weighted by precision. */
  PEARSON_WEIGHTED(true),
  /** Correlation corrected for the sampling error of the change. */
  PEARSON_DISATTENUATED(true),
  /** Rank correlation. */
  SPEARMAN(true),
  /** Rank correlation, τ-b. */
  KENDALL(true);

  /** The method that figures and summaries show first. */
  public static final Method HEADLINE = META_REGRESSION;

  private final boolean correlation;

  Method() {
    this(false);
  }

  Method(boolean correlation) {
    this.correlation = correlation;
  }

  public boolean isCorrelation() {
    return correlation;
  }
}
