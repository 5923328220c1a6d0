package org.quipu.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.quipu.endes.Indicator;

/** Which of several results an answer in words is about. */
final class Headline {
  /** All forms of violence first, of the last 12 months before ever. */
  private static final List<String> FIRST =
      List.of(
          Indicator.summary(Indicator.Form.ANY, Indicator.Period.LAST_12_MONTHS),
          Indicator.summary(Indicator.Form.ANY, Indicator.Period.EVER));

  private Headline() {}

  /** That of the last year whose indicator comes first; empty where there is none. */
  static <R> Optional<R> of(List<R> rows, Function<R, String> indicator, ToIntFunction<R> year) {
    return rows.stream()
        .min(
            Comparator.<R>comparingInt(row -> -year.applyAsInt(row))
                .thenComparing(
                    row -> {
                      int at = FIRST.indexOf(indicator.apply(row));
                      return at < 0 ? FIRST.size() : at;
                    }));
  }
}
