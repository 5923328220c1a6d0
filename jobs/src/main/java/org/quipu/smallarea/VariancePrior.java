package org.quipu.smallarea;

import org.quipu.Coded;

/** What is held of a variance before the data are seen. */
public enum VariancePrior implements Coded {
  /** Every variance is as likely as every other (R: {@code hbsae}). */
  FLAT_VARIANCE,
  /** Every standard deviation is as likely as every other (Gelman 2006). */
  FLAT_DEVIATION
}
