package org.quipu.store;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quipu.Coded;
import org.quipu.StoredText;
import org.quipu.math.Adjustment;

/**
 * The tests of one indicator in the domains of one table that were corrected together, and how.
 *
 * @param by the table of domains, such as {@code region:residence}
 * @param tests how many were corrected together
 */
public record DomainFamily(
    String indicator, String by, int tests, Adjustment correction, Subject subject)
    implements StoredText {
  private static final Pattern STORED =
      Pattern.compile("(?<indicator>\\S+) by (?<by>\\S+): (?<tests>\\d+) tests?, (?<rest>.+)");

  private static final String SEPARATOR = ", ";

  /** What is tested of each domain. */
  public enum Subject implements Coded {
    /** Its change between two years. */
    CHANGE,

    /** Its change less that of the rest of the country. */
    AGAINST_THE_REST,

    /** Its level less that of each other domain. */
    IN_PAIRS,

    /** Its slope over several years. */
    TRENDS,

    /** The change of its average over years between two periods. */
    AVERAGES;

    private String words() {
      return code().replace('_', ' ');
    }

    private static Subject of(String words) {
      return Coded.of(Subject.class, words.replace(' ', '_'));
    }
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException at any other text
   */
  public static DomainFamily parse(String text) {
    Matcher stored = STORED.matcher(text);
    if (!stored.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not as 'INDICATOR by DOMAINS: N tests, CORRECTION'");
    }

    String[] rest = stored.group("rest").split(SEPARATOR, 2);
    return new DomainFamily(
        stored.group("indicator"),
        stored.group("by"),
        Integer.parseInt(stored.group("tests")),
        Adjustment.named(rest[0]),
        rest.length == 1 ? Subject.CHANGE : Subject.of(rest[1]));
  }

  /** Such as {@code partner_violence_any_ever by region: 25 tests, holm, against the rest}. */
  @Override
  public String toString() {
    String counted = tests == 1 ? "1 test" : tests + " tests";
    String all =
        String.format(Locale.ROOT, "%s by %s: %s, %s", indicator, by, counted, correction.code());
    return subject == Subject.CHANGE ? all : all + SEPARATOR + subject.words();
  }
}
