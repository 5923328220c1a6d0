package org.quipu.smallarea;

import org.quipu.Coded;

/**
 * How probable it is that an area is among the highest, in bands as wide as the probabilities are
 * right: in simulated samples of ENDES they are within 0.06 of the true share up to 0.8, above
 * which more is claimed than is true (0.95 where 0.85 is), so that there is one band above 0.8.
 */
public enum TopBand implements Coded {
  /** Below 0.2. */
  UNLIKELY,
  /** From 0.2. */
  RATHER_UNLIKELY,
  /** From 0.4. */
  UNCERTAIN,
  /** From 0.6. */
  RATHER_LIKELY,
  /** From 0.8. */
  LIKELY;

  private static final double WIDTH = 0.2;

  /** The band of a probability, 0 to 1. */
  public static TopBand of(double probability) {
    // A probability of 0.6 of 1,000 draws must not fall below 0.6 in floating point.
    int band = (int) Math.floor(probability / WIDTH + 1e-9);
    return values()[Math.min(band, values().length - 1)];
  }
}
