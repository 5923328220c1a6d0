package org.quipu.survey;

import java.io.Serializable;
import java.util.Objects;

/**
 * A variable and the statistic to estimate of it. A row whose numerator (or denominator) is missing
 * stays in the design and adds nothing.
 *
 * @param name in results
 * @param numerator the column that is averaged or summed; 0 and 1, or true and false, for a
 *     proportion
 * @param denominator the column that a ratio divides by; null for the others
 * @param missing what a missing value means
 */
public record Outcome(
    String name, Statistic statistic, String numerator, String denominator, Missing missing)
    implements Serializable {
  public Outcome {
    Objects.requireNonNull(name);
    Objects.requireNonNull(numerator);
    Objects.requireNonNull(missing);
    if ((statistic == Statistic.RATIO) != (denominator != null)) {
      throw new IllegalArgumentException("only a ratio has a denominator: " + name);
    }
  }

  /** An outcome of which a missing value is no answer. */
  public Outcome(String name, Statistic statistic, String numerator, String denominator) {
    this(name, statistic, numerator, denominator, Missing.NO_ANSWER);
  }

  /** The same with another meaning of missing values. */
  public Outcome missing(Missing meaning) {
    return new Outcome(name, statistic, numerator, denominator, meaning);
  }

  public static Outcome proportion(String column) {
    return new Outcome(column, Statistic.PROPORTION, column, null);
  }

  public static Outcome mean(String column) {
    return new Outcome(column, Statistic.MEAN, column, null);
  }

  public static Outcome total(String column) {
    return new Outcome(column, Statistic.TOTAL, column, null);
  }

  public static Outcome ratio(String numerator, String denominator) {
    return new Outcome(numerator + "/" + denominator, Statistic.RATIO, numerator, denominator);
  }
}
