package org.quipu.text.narrative;

import java.util.List;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/** The parts that the sentences of all tested results share. */
final class TestWords {
  private final Language language;
  private final Messages texts;

  TestWords(Names names) {
    this.language = names.language();
    this.texts = names.texts();
  }

  /** The p-value and, of several tests, the corrected one; empty where there was no test. */
  String test(double p, double adjusted, int tests) {
    if (Double.isNaN(p)) {
      return "";
    }

    return tests < 2 ? texts.of("test", p(p)) : texts.of("test.family", p(p), tests, p(adjusted));
  }

  /** {@code = 0.948}, {@code < 0.001}. */
  String p(double p) {
    return p < 0.001 ? "< 0.001" : "= " + language.decimal(p, Names.decimals(p, 3));
  }

  /** What a reader must know of the data, each after a semicolon. */
  String caveats(List<String> codes) {
    StringBuilder text = new StringBuilder();
    codes.forEach(code -> text.append("; ").append(texts.of("caveat." + code)));
    return text.toString();
  }

  /** The entries of a column that joins several by semicolons. */
  static List<String> entries(String column) {
    return column.isEmpty() ? List.of() : List.of(column.split(";", -1));
  }
}
