package org.quipu.charts;

/**
 * One change as a figure shows it, in percentage points.
 *
 * @param points NaN where it is not shown
 * @param low lower end of its interval, NaN where not known
 * @param high upper end
 */
public record PlottedChange(double points, double low, double high, Verdict verdict) {

  /** What the test of the change says. */
  public enum Verdict {
    DECREASE,
    INCREASE,
    NO_CLEAR_CHANGE,
    NOT_TESTED;

    String key() {
      return "change." + name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean clear() {
      return this == DECREASE || this == INCREASE;
    }
  }

  boolean drawn() {
    return !Double.isNaN(points);
  }

  boolean hasInterval() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }
}
