package org.quipu.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The language of what the public reads, and how numbers are written in it. Spanish follows Peru's
 * use: decimal point unless a comma is asked for, as INEI prints it; groups of three digits parted
 * by a blank from five digits on, a blank before the percent sign. A number that is not there (NaN)
 * is written as a dash.
 */
public final class Language {
  public static final Language SPANISH = new Language(Tongue.SPANISH, DecimalMark.POINT);
  public static final Language ENGLISH = new Language(Tongue.ENGLISH, DecimalMark.POINT);

  private static final String NOTHING = "–";
  private static final String MINUS = "\u2212";
  private static final String BLANK = "\u00a0";

  private enum Tongue {
    SPANISH("es", "PE", BLANK + "%", BLANK, 5),
    ENGLISH("en", "US", "%", ",", 4);

    private final String tag;
    private final Locale locale;
    private final String percentSign;
    private final String separator;
    private final int digitsToSeparate;

    Tongue(String tag, String country, String percentSign, String separator, int digitsToSeparate) {
      this.tag = tag;
      this.locale = new Locale(tag, country);
      this.percentSign = percentSign;
      this.separator = separator;
      this.digitsToSeparate = digitsToSeparate;
    }
  }

  private final Tongue tongue;
  private final DecimalMark mark;

  private Language(Tongue tongue, DecimalMark mark) {
    this.tongue = tongue;
    this.mark = mark;
  }

  /** All languages, with their usual decimal mark. */
  public static List<Language> all() {
    return List.of(SPANISH, ENGLISH);
  }

  /** The language of a tag such as {@code es}. */
  public static Language ofTag(String tag) {
    return all().stream()
        .filter(language -> language.tag().equals(tag.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no language \"" + tag + "\"; there are es and en"));
  }

  /** The same language with this mark in its numbers. */
  public Language with(DecimalMark other) {
    return new Language(tongue, other);
  }

  /** Whether the words are of the same language, whatever the decimal mark. */
  public boolean is(Language other) {
    return tongue == other.tongue;
  }

  /** The mark in its numbers. */
  public DecimalMark mark() {
    return mark;
  }

  /** The language's tag in HTML and file names. */
  public String tag() {
    return tongue.tag;
  }

  /** The name of a month, 1 to 12, as Peru writes it: {@code setiembre}. */
  public String month(int month) {
    return Month.of(month).getDisplayName(TextStyle.FULL, tongue.locale);
  }

  /** A level such as {@code 65.4 %}. */
  public String percent(double value) {
    return Double.isNaN(value) ? NOTHING : decimal(value, 1) + tongue.percentSign;
  }

  /** A number with one decimal and, where it is above zero, a plus sign. */
  public String signed(double value) {
    String text = decimal(value, 1);

    return Double.isNaN(value) || text.startsWith(MINUS) || text.equals(decimal(0, 1))
        ? text
        : "+" + text;
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
    String text = grouped(whole) + (point < 0 ? "" : mark.sign() + plain.substring(point + 1));

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

  /** The same of a whole number. */
  public String count(long value) {
    return count((double) value);
  }

  /** Two ends of an interval of levels, such as {@code 63.9–66.9}. */
  public String interval(double low, double high) {
    return decimal(low, 1) + "–" + decimal(high, 1);
  }

  /** Two ends of an interval of changes, which may be negative. */
  public String signedInterval(double low, double high) {
    return signed(low) + (is(SPANISH) ? " a " : " to ") + signed(high);
  }

  private String grouped(String digits) {
    if (digits.length() < tongue.digitsToSeparate) {
      return digits;
    }

    // A comma cannot part groups where it parts the decimals.
    String separator = tongue.separator.equals(mark.sign()) ? BLANK : tongue.separator;
    StringBuilder text = new StringBuilder(digits);
    for (int at = digits.length() - 3; at > 0; at -= 3) {
      text.insert(at, separator);
    }

    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Language language && tongue == language.tongue && mark == language.mark;
  }

  @Override
  public int hashCode() {
    return Objects.hash(tongue, mark);
  }

  @Override
  public String toString() {
    return tongue.tag;
  }
}
