package org.quipu.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * The language of what the public reads, and how numbers are written in it. Spanish follows Peru's
 * use: decimal point, groups of three digits parted by a blank from five digits on, a blank before
 * the percent sign. A number that is not there (NaN) is written as a dash.
 */
public enum Language {
  SPANISH("es", "PE", "\u00a0%", "\u00a0", 5),
  ENGLISH("en", "US", "%", ",", 4);

  private static final String NOTHING = "–";
  private static final String MINUS = "\u2212";

  private final String tag;
  private final Locale locale;
  private final String percentSign;
  private final String separator;
  private final int digitsToSeparate;

  Language(String tag, String country, String percentSign, String separator, int digitsToSeparate) {
    this.tag = tag;
    this.locale = new Locale(tag, country);
    this.percentSign = percentSign;
    this.separator = separator;
    this.digitsToSeparate = digitsToSeparate;
  }

  /** The language of a tag such as {@code es}. */
  public static Language ofTag(String tag) {
    for (Language language : values()) {
      if (language.tag.equals(tag.toLowerCase(Locale.ROOT))) {
        return language;
      }
    }

    throw new IllegalArgumentException("no language \"" + tag + "\"; there are es and en");
  }

  /** The language's tag in HTML and file names. */
  public String tag() {
    return tag;
  }

  /** The name of a month, 1 to 12, as Peru writes it: {@code setiembre}. */
  public String month(int month) {
    return Month.of(month).getDisplayName(TextStyle.FULL, locale);
  }

  /** A level such as {@code 65.4 %}. */
  public String percent(double value) {
    return Double.isNaN(value) ? NOTHING : decimal(value, 1) + percentSign;
  }

  /** A number with one decimal and, where it is above zero, a plus sign. */
  public String signed(double value) {
    String text = decimal(value, 1);

    return Double.isNaN(value) || text.startsWith(MINUS) || text.equals("0.0") ? text : "+" + text;
  }

  /** A number rounded half up to so many decimals, with a true minus sign. */
  public String decimal(double value, int decimals) {
    if (Double.isNaN(value)) {
      return NOTHING;
    }

    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    String plain = rounded.abs().toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String text = grouped(whole) + (point < 0 ? "" : plain.substring(point));

    return rounded.signum() < 0 ? MINUS + text : text;
  }

  /** A number with as many digits as it takes to tell two of its first ones: 0.0023, 1.5, 240. */
  public String significant(double value) {
    if (Double.isNaN(value) || value == 0) {
      return decimal(value, 0);
    }

    int magnitude = (int) Math.floor(Math.log10(Math.abs(value)));

    return decimal(value, Math.max(0, 1 - magnitude));
  }

  /** A count of people, actions or districts. */
  public String count(double value) {
    return decimal(value, 0);
  }

  /** Two ends of an interval of levels, such as {@code 63.9–66.9}. */
  public String interval(double low, double high) {
    return decimal(low, 1) + "–" + decimal(high, 1);
  }

  /** Two ends of an interval of changes, which may be negative. */
  public String signedInterval(double low, double high) {
    return signed(low) + (this == SPANISH ? " a " : " to ") + signed(high);
  }

  private String grouped(String digits) {
    if (digits.length() < digitsToSeparate) {
      return digits;
    }

    StringBuilder text = new StringBuilder(digits);
    for (int at = digits.length() - 3; at > 0; at -= 3) {
      text.insert(at, separator);
    }

    return text.toString();
  }
}
