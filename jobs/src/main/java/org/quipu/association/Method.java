package org.quipu.association;

import org.quipu.Coded;
import org.quipu.meta.BaselineRegression;
import org.quipu.panel.Panel;

/** The methods by which a question is answered, as the table {@code association} names them. */
public enum Method implements Coded {
  /**
   * At equal first levels, by the less conclusive of the next two: it finds an association only
   * where both do, and p is 1 where they point in opposite directions. The answer to a question,
   * where first levels are known.
   */
  META_REGRESSION_EQUAL_LEVELS,
  /** At equal true first levels ({@link BaselineRegression}). */
  META_REGRESSION_ADJUSTED,
  /**
   * The second level given the published first one, by Knapp-Hartung truncated at 1: right where
   * programmes followed the survey's own first figure, whose error is then in the coverage too.
   */
  META_REGRESSION_OBSERVED_BASELINE,
  /**
   * Whatever the first levels: random effects, REML, Knapp-Hartung never narrower than the normal.
   * Without such a floor regions that differ by less than their sampling errors allow, by luck, get
   * an interval far too narrow. The answer to a question, where first levels are not known.
   */
  META_REGRESSION_TRUNCATED,
  /** The same without the floor (R: {@code rma(test = "knha")}). */
  META_REGRESSION,
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
