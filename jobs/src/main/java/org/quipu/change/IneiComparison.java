package org.quipu.change;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.quipu.Coded;
import org.quipu.math.Distributions;

/**
 * What INEI prints of the difference of two years in its tables of ENDES: the samples taken as
 * independent whatever clusters they share, normal quantiles, and no correction for the number of
 * tests.
 *
 * @param difference of the two levels as printed, in points to one decimal
 * @param significance by the standard errors of the two levels; none where one of them is assumed,
 *     as it is not INEI's
 */
public record IneiComparison(double difference, Significance significance) {
  /** Of what is no change. */
  static final IneiComparison NONE = new IneiComparison(Double.NaN, Significance.NONE);

  /** INEI's stars, by the p-value rounded to two decimals. */
  public enum Significance implements Coded {
    /** Above 0.10, or not known for want of standard errors. */
    NONE("", 1),
    /** At most 0.10, "significativa". */
    SIGNIFICANT("*", 0.1),
    /** At most 0.05, "altamente significativa". */
    HIGHLY_SIGNIFICANT("**", 0.05),
    /** At most 0.01, "muy altamente significativa". */
    VERY_HIGHLY_SIGNIFICANT("***", 0.01);

    private final String code;
    private final double largest;

    Significance(String code, double largest) {
      this.code = code;
      this.largest = largest;
    }

    /** The stars of a p-value as it is printed. */
    private static Significance of(double p) {
      Significance found = NONE;
      for (Significance stars : values()) {
        found = p <= stars.largest ? stars : found;
      }

      return found;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /** The comparison of two levels. */
  static IneiComparison of(Level from, Level to) {
    double percent = to.percent() - from.percent();
    if (Double.isNaN(percent)) {
      return NONE;
    }

    boolean known = from.approximation().or(to::approximation).isEmpty();
    double z = percent / Math.hypot(from.standardError(), to.standardError());
    return new IneiComparison(
        rounded(to.percent(), 1).subtract(rounded(from.percent(), 1)).doubleValue(),
        known && Double.isFinite(z)
            ? Significance.of(rounded(Distributions.twoSided(z, Double.NaN), 2).doubleValue())
            : Significance.NONE);
  }

  private static BigDecimal rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }
}
