package org.quipu.survey;

/**
 * The amount below which people are poor.
 *
 * @param amount in the units of the column; NaN where the line is a share of the median
 * @param medianShare such as 0.6; NaN where the line is an amount
 */
public record PovertyLine(double amount, double medianShare) {
  public PovertyLine {
    if (!(amount > 0 ^ medianShare > 0)
        || Double.isInfinite(amount)
        || Double.isInfinite(medianShare)) {
      throw new IllegalArgumentException(
          "a poverty line is an amount above 0, or a share of the median above 0");
    }
  }

  /** A known amount. */
  public static PovertyLine of(double amount) {
    return new PovertyLine(amount, Double.NaN);
  }

  /** A share of the median of the whole population, itself estimated. */
  public static PovertyLine ofMedian(double share) {
    return new PovertyLine(Double.NaN, share);
  }

  /**
   * Reads {@code 364} or {@code 60%}.
   *
   * @throws IllegalArgumentException if the text is neither
   */
  public static PovertyLine parse(String text) {
    try {
      return text.endsWith("%")
          ? ofMedian(Double.parseDouble(text.substring(0, text.length() - 1)) / 100)
          : of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is neither an amount nor a share of the median such as 60%", e);
    }
  }

  boolean isEstimated() {
    return Double.isNaN(amount);
  }
}
