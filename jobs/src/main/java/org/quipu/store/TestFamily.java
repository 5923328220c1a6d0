package org.quipu.store;

import org.quipu.math.Adjustment;

/** The text of the column {@code family}: the tests that were corrected together, and how. */
final class TestFamily {
  private TestFamily() {}

  /** Such as {@code partner_violence_any_ever by region: 25 tests, holm}. */
  static String name(String indicator, String by, int tests, Adjustment correction) {
    String counted = tests == 1 ? "1 test" : tests + " tests";
    return String.format("%s by %s: %s, %s", indicator, by, counted, correction.code());
  }
}
