package org.quipu.program;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quipu.NormalizedText;
import org.quipu.UserException;

/**
 * Ages from one year to another, both included; without an end, {@link #OPEN}.
 *
 * @param from years of age
 * @param to years of age
 */
public record AgeGroup(int from, int to) {
  /** The end of a group that has none. */
  public static final int OPEN = 999;

  /** People of every age. */
  public static final AgeGroup ALL = new AgeGroup(0, OPEN);

  private static final Pattern SPAN = Pattern.compile("(\\d{1,3})(?: A| TO)? (\\d{1,3})( ANOS)?");
  private static final Pattern OPEN_END =
      Pattern.compile("(\\d{1,3})(?: (?:MORE|MAS|A MAS|Y MAS|AND MORE|AND OVER|ANOS Y MAS))?");

  /** Reads {@code 18_29}, {@code 18-29}, {@code 18 a 29}, {@code 60_more}, {@code 60+}. */
  static AgeGroup parse(String text, String where) {
    return find(text)
        .orElseThrow(
            () ->
                UserException.input(
                    where,
                    "age group '" + text + "'",
                    "ages such as 18_29 or 60_more",
                    "Correct it, or leave it empty for all ages."));
  }

  /** The same; empty where the text is no age group. */
  static Optional<AgeGroup> find(String text) {
    String words = NormalizedText.of(text.replace("+", " MORE"));
    Matcher span = SPAN.matcher(words);
    if (span.matches()) {
      int from = Integer.parseInt(span.group(1));
      int to = Integer.parseInt(span.group(2));
      if (from <= to) {
        return Optional.of(new AgeGroup(from, to));
      }
    }

    Matcher open = OPEN_END.matcher(words);
    if (open.matches()) {
      int from = Integer.parseInt(open.group(1));
      boolean oneYear = words.indexOf(' ') < 0;
      return Optional.of(new AgeGroup(from, oneYear ? from : OPEN));
    }

    return Optional.empty();
  }

  /** As in the tables: {@code 18_29}, {@code 60_more}; nothing for all ages. */
  String code() {
    if (equals(ALL)) {
      return "";
    }

    return from + "_" + (to == OPEN ? "more" : Integer.toString(to));
  }

  boolean holds(AgeGroup other) {
    return from <= other.from && other.to <= to;
  }
}
