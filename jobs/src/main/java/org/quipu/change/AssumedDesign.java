package org.quipu.change;

/**
 * The design effects that are assumed where a published figure comes without a standard error: the
 * median, and the smallest and the largest seen on other figures, between which a verdict must not
 * change.
 */
public enum AssumedDesign {
  /** Of ENDES 2020's regions, physical violence ever. */
  REGION(1.2, 1.7, 2.7),

  /** Of the country's 25 figures of 2022 to 2025 for which INEI published a standard error. */
  COUNTRY(3.8, 4.5, 6);

  /** Which of the design effects is assumed. */
  public enum Assumption {
    SMALLEST,
    USUAL,
    LARGEST
  }

  private final double smallest;
  private final double usual;
  private final double largest;

  AssumedDesign(double smallest, double usual, double largest) {
    this.smallest = smallest;
    this.usual = usual;
    this.largest = largest;
  }

  public double effect(Assumption assumption) {
    return switch (assumption) {
      case SMALLEST -> smallest;
      case USUAL -> usual;
      case LARGEST -> largest;
    };
  }

  /** The standard error in points of a percentage of n answers: √(p(1−p)/n · deff). */
  public double standardError(double percent, double n, Assumption assumption) {
    return Math.sqrt(percent * (100 - percent) / n * effect(assumption));
  }
}
