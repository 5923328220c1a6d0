package org.quipu.smallarea;

import org.quipu.Coded;

/** Where the sampling variances of direct estimates come from. */
public enum VarianceSource implements Coded {
  /** The standard errors of the direct estimates. */
  DIRECT,
  /** A generalized variance function fitted to them. */
  GVF,
  /** The number of interviews and one design effect for all areas, of proportions. */
  DEFF
}
