package org.quipu.change;

/**
 * Standard errors of published figures that came without one: √(p(1−p)/n · deff), with a design
 * effect seen on other data.
 */
public final class Approximation {
  /** The median of ENDES 2020's regions. */
  public static final double USUAL_DEFF = 1.7;

  /** The smallest of ENDES 2020's regions. */
  public static final double LOWEST_DEFF = 1.2;

  /** The largest of ENDES 2020's regions. */
  public static final double HIGHEST_DEFF = 2.7;

  private Approximation() {}

  /** The standard error in points of a percentage of n answers. */
  public static double standardError(double percent, double n, double deff) {
    return Math.sqrt(percent * (100 - percent) / n * deff);
  }
}
