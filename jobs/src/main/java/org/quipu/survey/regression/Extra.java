package org.quipu.survey.regression;

import org.quipu.Coded;

/** What is computed beyond coefficients and tests. */
public enum Extra implements Coded {
  /** The mean predictions and mean effects of {@link Margins}. */
  MARGINS,
  /**
   * The errors and degrees of freedom of {@link BellMcCaffrey} in place of those of the design,
   * which are too small where clusters are few. Strata do not count.
   */
  SMALL_SAMPLE
}
