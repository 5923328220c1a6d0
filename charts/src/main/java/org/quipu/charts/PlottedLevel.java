package org.quipu.charts;

import org.quipu.text.Language;
import org.quipu.text.Messages;

/**
 * One level as a figure shows it, in percent.
 *
 * @param percent NaN where it is not shown
 * @param low lower end of its interval, NaN where not known
 * @param high upper end
 */
public record PlottedLevel(double percent, double low, double high, Showing showing) {

  /** How far an estimate may be shown. */
  public enum Showing {
    /** As it is. */
    SHOWN,
    /** In parentheses: its coefficient of variation is high. */
    REFERENTIAL,
    /** Not at all: too few interviews, or far too uncertain. */
    HIDDEN,
    /** There is none. */
    ABSENT
  }

  /** No estimate. */
  public static final PlottedLevel NONE =
      new PlottedLevel(Double.NaN, Double.NaN, Double.NaN, Showing.ABSENT);

  public PlottedLevel {
    if (Double.isNaN(percent) == (showing == Showing.SHOWN || showing == Showing.REFERENTIAL)) {
      throw new IllegalArgumentException("estimate " + percent + " cannot be " + showing);
    }
  }

  boolean drawn() {
    return !Double.isNaN(percent);
  }

  boolean hasInterval() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }

  String text(Language language, Messages texts) {
    return switch (showing) {
      case SHOWN -> language.decimal(percent, 1);
      case REFERENTIAL -> "(" + language.decimal(percent, 1) + ")";
      case HIDDEN -> texts.of("hidden");
      case ABSENT -> texts.of("absent");
    };
  }
}
