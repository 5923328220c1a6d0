package org.quipu.target;

import org.quipu.Coded;

/**
 * How surely an area belongs to the best plan, or to the highest areas, in the words of the IPCC's
 * guidance on uncertainty (Mastrandrea et al. 2010). There is none for nearly sure: shares of draws
 * over 0.8 claim more than is true, as simulations on the survey's own layout show.
 */
public enum SelectionBand implements Coded {
  /** In under 10 percent of draws. */
  VERY_UNLIKELY(0.1),
  /** In 10 to 33 percent. */
  UNLIKELY(0.33),
  /** In 33 to 66 percent. */
  ABOUT_AS_LIKELY_AS_NOT(0.66),
  /** In 66 percent or more. */
  LIKELY(Double.POSITIVE_INFINITY);

  private final double below;

  SelectionBand(double below) {
    this.below = below;
  }

  /** The band of a share of draws, 0 to 1. */
  public static SelectionBand of(double share) {
    for (SelectionBand band : values()) {
      if (share < band.below) {
        return band;
      }
    }

    throw new IllegalArgumentException("a share of " + share);
  }
}
