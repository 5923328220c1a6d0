package org.quipu.endes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The household or woman of a row, parsed from HHID (4 digits of cluster, 3 of dwelling, 2 of
 * household) and CASEID (HHID and the woman's line). Blanks do not matter, so that trimmed and
 * untrimmed files match.
 *
 * @param line the woman's line in the household; {@link #HOUSEHOLD} for the household itself
 */
record Key(int cluster, int dwelling, int household, int line) {
  static final int HOUSEHOLD = -1;

  private static final Pattern HHID = Pattern.compile("\\s*(\\d{4,})(\\d{3})(\\d{2})\\s*");
  private static final Pattern CASEID =
      Pattern.compile("\\s*(\\d{4,})(\\d{3})(\\d{2})\\s+(\\d{1,3})\\s*");

  /** The household; null where the text is not an HHID. */
  static Key household(String hhid) {
    Matcher match = matcher(HHID, hhid);
    return match == null
        ? null
        : new Key(number(match, 1), number(match, 2), number(match, 3), HOUSEHOLD);
  }

  /** The woman; null where the text is not a CASEID. */
  static Key woman(String caseid) {
    Matcher match = matcher(CASEID, caseid);
    return match == null
        ? null
        : new Key(number(match, 1), number(match, 2), number(match, 3), number(match, 4));
  }

  Key member(int memberLine) {
    return new Key(cluster, dwelling, household, memberLine);
  }

  private static Matcher matcher(Pattern pattern, String text) {
    if (text == null) {
      return null;
    }

    Matcher match = pattern.matcher(text);
    return match.matches() ? match : null;
  }

  private static int number(Matcher match, int group) {
    return Integer.parseInt(match.group(group));
  }
}
