package org.quipu.survey.quality;

import org.quipu.Coded;

/** Why numbers may not be shown. */
public enum Hiding implements Coded {
  /** They rest on too few interviews. */
  FEW_INTERVIEWS,
  /** With them, others of few interviews could be had by subtraction. */
  SECONDARY,
  /** They are far too uncertain. */
  IMPRECISE
}
