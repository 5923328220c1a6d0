package org.quipu.survey.regression;

/** What is computed beyond coefficients and tests. */
public enum Extra {
  /** The mean predictions and mean effects of {@link Margins}. */
  MARGINS
}
