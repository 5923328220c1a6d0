package org.quipu.text.narrative;

import java.util.List;
import java.util.Locale;
import org.quipu.endes.Dimensions;
import org.quipu.endes.Indicator;
import org.quipu.text.Language;

/** What readers call the outcome, terms and levels of a regression, and its numbers. */
public final class RegressionWords {
  private static final double SMALLEST_RATIO = 0.001;
  private static final double LARGEST_RATIO = 1000;
  private static final double SMALLEST = 1e-4;
  private static final double LARGEST = 1e9;

  private final Names names;
  private final Language language;
  private final boolean known;

  /**
   * @param known whether columns are those of a store, which have names; else they are as they are
   */
  public RegressionWords(Names names, boolean known) {
    this.names = names;
    this.language = names.language();
    this.known = known;
  }

  /** The column that is explained. */
  public String outcome(String response) {
    return known ? names.indicator(response) : response;
  }

  /** Whether the column that is explained is an indicator of a store. */
  public boolean isIndicator(String response) {
    return known && Indicator.find(response).isPresent();
  }

  /** A term of the formula: {@code region × area of residence}. */
  public String term(String term) {
    return known ? names.breakdown(term) : term;
  }

  /** The same as a heading. */
  public String heading(String term) {
    String name = term(term);
    return hasNames(term)
        ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)
        : name.replace(":", " × ");
  }

  /** Whether readers know the columns of a term by other names than their own. */
  private boolean hasNames(String term) {
    return known && Dimensions.NAMES.containsAll(List.of(term.split(":", -1)));
  }

  /** A level of a term's factors, joined by colons. */
  public String level(String term, String level) {
    if (hasNames(term)) {
      return names.domain(term, level.replace(':', '|'));
    }

    if (known && (level.equals("true") || level.equals("false"))) {
      return names.yesOrNo(Boolean.parseBoolean(level));
    }

    return term.contains(":") ? level.replace(":", ", ") : level;
  }

  /** A ratio with three significant digits or more; {@code >1000} where it is beyond. */
  public String ratio(double ratio) {
    return ratio > LARGEST_RATIO
        ? ">" + language.count(LARGEST_RATIO)
        : ratio < SMALLEST_RATIO ? "<" + language.decimal(SMALLEST_RATIO, 3) : digits(ratio);
  }

  /** A coefficient with three significant digits or more; {@code 1.23e12} where that is long. */
  public String coefficient(double value) {
    double size = Math.abs(value);
    if (size == 0 || (size >= SMALLEST && size < LARGEST) || !Double.isFinite(value)) {
      return Double.isInfinite(value) ? (value < 0 ? "\u2212∞" : "∞") : digits(value);
    }

    int power = (int) Math.floor(Math.log10(size));
    return language.decimal(value / Math.pow(10, power), 2) + "e" + power;
  }

  private String digits(double value) {
    int whole = value == 0 ? 3 : (int) Math.ceil(Math.log10(Math.abs(value)));
    return language.decimal(value, Math.max(0, Math.min(6, 3 - whole)));
  }
}
