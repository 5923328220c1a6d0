package org.quipu.survey;

import org.quipu.Coded;

/**
 * How a 95 % confidence interval is computed. All but {@link #INEI} use the domain's degrees of
 * freedom. Of proportions {@link #LOGIT} and {@link #BETA} keep near 95 % from few clusters and at
 * rare outcomes too; the symmetric ones fall short there (the benchmark {@code Coverage} measures
 * it).
 */
public enum IntervalMethod implements Coded {
  /** Symmetric on the logit scale (R: {@code svyciprop(method = "logit")}). */
  LOGIT,
  /** Estimate ± t · standard error. */
  WALD,
  /** Wilson's (1927) score interval on the effective sample size, with t in place of z. */
  WILSON,
  /**
   * Korn and Graubard's (1998): Clopper and Pearson's on the effective sample size (R: {@code
   * svyciprop(method = "beta")}, whose correction for few degrees of freedom counts the domain's
   * rows with and without an answer).
   */
  BETA,
  /**
   * Estimate ± t · standard error with the degrees of freedom of the whole design for every domain,
   * as in INEI's tables: for comparison with them.
   */
  INEI;

  /** Whether the interval exists for a statistic: some are of proportions alone. */
  public boolean appliesTo(Statistic statistic) {
    return this == WALD || this == INEI || statistic == Statistic.PROPORTION;
  }

  /**
   * Refuses a statistic that has no such interval.
   *
   * @throws IllegalArgumentException if the method does not apply to it
   */
  public void requireFor(Statistic statistic) {
    if (!appliesTo(statistic)) {
      throw new IllegalArgumentException(
          "no %s interval of a %s; wald and inei apply to every statistic"
              .formatted(code(), statistic.code()));
    }
  }
}
