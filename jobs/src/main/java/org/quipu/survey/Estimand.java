package org.quipu.survey;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.quipu.Coded;
import org.quipu.StoredText;

/**
 * What a number estimates: a statistic of an outcome, a quantile, or a measure of inequality or
 * poverty; written {@code mean}, {@code quantile_0.5} or {@code gini}.
 *
 * @param statistic empty for the others
 * @param measure empty for the others
 * @param share of a quantile; NaN for the others
 */
public record Estimand(
    Optional<Statistic> statistic, Optional<WelfareMeasure> measure, double share)
    implements StoredText {
  private static final String QUANTILE = "quantile_";

  public static Estimand of(Statistic statistic) {
    return new Estimand(Optional.of(statistic), Optional.empty(), Double.NaN);
  }

  public static Estimand of(WelfareMeasure measure) {
    return new Estimand(Optional.empty(), Optional.of(measure), Double.NaN);
  }

  /** The value at or below which this share of the population lies. */
  public static Estimand quantile(double share) {
    return new Estimand(Optional.empty(), Optional.empty(), share);
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if the text is none of these
   */
  public static Estimand parse(String text) {
    if (text.startsWith(QUANTILE)) {
      return quantile(Double.parseDouble(text.substring(QUANTILE.length())));
    }

    return Stream.of(WelfareMeasure.values())
        .filter(measure -> measure.code().equals(text))
        .findFirst()
        .map(Estimand::of)
        .orElseGet(() -> of(Coded.of(Statistic.class, text)));
  }

  /** Whether it is a share of the population: a proportion, or the share of the poor. */
  boolean isProportion() {
    return statistic.filter(Statistic.PROPORTION::equals).isPresent()
        || measure.filter(WelfareMeasure.POVERTY_HEADCOUNT::equals).isPresent();
  }

  @Override
  public String toString() {
    return statistic
        .map(Coded::code)
        .or(() -> measure.map(Coded::code))
        .orElseGet(() -> QUANTILE + BigDecimal.valueOf(share).stripTrailingZeros().toPlainString());
  }
}
