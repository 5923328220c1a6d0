package org.quipu.association;

import java.util.Locale;
import org.quipu.meta.BaselineRegression;
import org.quipu.panel.Panel;

/** The ways in which a question is answered; {@link #META_REGRESSION} is the headline. */
public enum Method {
  /** Random effects, REML, Knapp-Hartung. */
  META_REGRESSION,
  /** Beside the true baseline level ({@link BaselineRegression}). */
  META_REGRESSION_ADJUSTED,
  /**
   * The second level given the observed first one: right where programmes followed the survey's own
   * first figure, whose error is then in the coverage too.
   */
  META_REGRESSION_OBSERVED_BASELINE,
  /** Beside the covariates that the user brings. */
  META_REGRESSION_COVARIATES,
  /** Beside the covariates and the true baseline level. */
  META_REGRESSION_ADJUSTED_COVARIATES,
  /**
   * Levels of regions and years on the coverage reached by then, beside a level for each region and
   * each year ({@link Panel}): every region is compared with itself.
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
  /** Correlation freed of the sampling error of the change. */
  PEARSON_DISATTENUATED(true),
  /** Rank correlation. */
  SPEARMAN(true),
  /** Rank correlation, τ-b. */
  KENDALL(true);

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

  /** Its name in the table {@code association}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
