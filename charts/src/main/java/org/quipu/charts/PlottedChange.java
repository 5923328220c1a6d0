package org.quipu.charts;

import java.util.Locale;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/**
 * One change as a figure shows it, in percentage points.
 *
 * @param points NaN where it is not shown
 * @param low lower end of its interval, NaN where not known
 * @param high upper end
 * @param showing why it is not shown, where it is not
 */
public record PlottedChange(
    double points, double low, double high, Verdict verdict, PlottedLevel.Showing showing) {

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

  /** A change that is shown. */
  public PlottedChange(double points, double low, double high, Verdict verdict) {
    this(points, low, high, verdict, PlottedLevel.Showing.SHOWN);
  }

  /** A change that is not shown, for this reason. */
  public static PlottedChange without(PlottedLevel.Showing reason) {
    return new PlottedChange(Double.NaN, Double.NaN, Double.NaN, Verdict.NOT_TESTED, reason);
  }

  public PlottedChange {
    boolean number = showing == PlottedLevel.Showing.SHOWN;
    if (Double.isNaN(points) == number) {
      throw new IllegalArgumentException("change " + points + " cannot be " + showing);
    }
  }

  boolean drawn() {
    return !Double.isNaN(points);
  }

  /** The points, their interval and the verdict. */
  String words(Language language, Messages texts) {
    return language.signed(points)
        + (hasInterval() ? " (" + language.signedInterval(low, high) + ")" : "")
        + ", "
        + texts.of(verdict.key());
  }

  boolean hasInterval() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }
}
