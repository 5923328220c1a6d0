package org.quipu.charts;

import java.util.Locale;
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
    /** Not at all: it rests on too few interviews. */
    FEW_INTERVIEWS,
    /** Not at all: with it, another of few interviews could be had by subtraction. */
    PROTECTED,
    /** Not at all: it is far too uncertain. */
    IMPRECISE,
    /** There is none. */
    ABSENT;

    /** The name in keys of texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether there is a number that is not shown. */
    public boolean hidden() {
      return this == FEW_INTERVIEWS || this == PROTECTED || this == IMPRECISE;
    }

    /** The word in the place of a number. */
    String text(Messages texts) {
      return texts.of("showing." + code());
    }
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

  /** The number with its sign of percent, in parentheses where it is referential. */
  String percentText(Language language) {
    String text = language.percent(percent);

    return showing == Showing.REFERENTIAL ? "(" + text + ")" : text;
  }

  String text(Language language, Messages texts) {
    return switch (showing) {
      case SHOWN -> language.decimal(percent, 1);
      case REFERENTIAL -> "(" + language.decimal(percent, 1) + ")";
      case FEW_INTERVIEWS, PROTECTED, IMPRECISE, ABSENT -> showing.text(texts);
    };
  }
}
