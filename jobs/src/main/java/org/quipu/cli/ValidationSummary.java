package org.quipu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.quipu.published.Validation;
import org.quipu.store.Agreement;
import org.quipu.store.ValidationRow;

/** How published figures agree with computed ones, in words. */
final class ValidationSummary {
  private ValidationSummary() {}

  static List<String> lines(Validation validation, Console console) {
    List<ValidationRow> rows = validation.rows();
    long without = count(rows, Agreement.NOT_COMPUTED);
    List<String> sentences = new ArrayList<>();
    sentences.add(
        console
            .texts()
            .of(
                "answer.validation",
                console.language().count(count(rows, Agreement.EQUAL)),
                console.language().count(rows.size() - without)));
    sentences.add(
        console
            .texts()
            .of(
                "answer.validation.size",
                count(rows, Agreement.WITHIN_2SE),
                count(rows, Agreement.DIFFERS)));
    OptionalDouble largest =
        rows.stream()
            .filter(row -> row.verdict() != Agreement.NOT_COMPUTED)
            .mapToDouble(row -> Math.abs(row.difference()))
            .max();
    if (largest.isPresent()) {
      sentences.add(
          console
              .texts()
              .of("answer.validation.sure", console.language().decimal(largest.getAsDouble(), 2)));
    }
    sentences.add(console.texts().of("answer.validation.limit", console.language().count(without)));
    return sentences;
  }

  private static long count(List<ValidationRow> rows, Agreement verdict) {
    return rows.stream().filter(row -> row.verdict() == verdict).count();
  }
}
