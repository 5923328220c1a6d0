package org.quipu.charts;

import java.util.Locale;

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
    /** Differs from zero taken alone, but not after the correction for the number of tests. */
    HINT_OF_DECREASE,
    HINT_OF_INCREASE,
    NO_CLEAR_CHANGE,
    /** The standard error is assumed, and another as likely gives another verdict. */
    DEPENDS_ON_ASSUMED_ERROR,
    NOT_TESTED;

    /** The verdict's name in keys of texts and in the style of pages. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    String key() {
      return "change." + code();
    }

    boolean hint() {
      return this == HINT_OF_DECREASE || this == HINT_OF_INCREASE;
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
