package org.quipu.survey;

import java.math.BigDecimal;
import java.util.Optional;
import org.quipu.Coded;
import org.quipu.StoredText;

/**
 * What a number estimates: a statistic of an outcome, or a quantile; written {@code mean} or {@code
 * quantile_0.5}.
 *
 * @param statistic empty for a quantile
 * @param share of a quantile; NaN for the others
 */
public record Estimand(Optional<Statistic> statistic, double share) implements StoredText {
  private static final String QUANTILE = "quantile_";

  public static Estimand of(Statistic statistic) {
    return new Estimand(Optional.of(statistic), Double.NaN);
  }

  /** The value at or below which this share of the population lies. */
  public static Estimand quantile(double share) {
    return new Estimand(Optional.empty(), share);
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if the text is neither a statistic nor a quantile
   */
  public static Estimand parse(String text) {
    return text.startsWith(QUANTILE)
        ? quantile(Double.parseDouble(text.substring(QUANTILE.length())))
        : of(Coded.of(Statistic.class, text));
  }

  @Override
  public String toString() {
    return statistic
        .map(Coded::code)
        .orElseGet(() -> QUANTILE + BigDecimal.valueOf(share).stripTrailingZeros().toPlainString());
  }
}
