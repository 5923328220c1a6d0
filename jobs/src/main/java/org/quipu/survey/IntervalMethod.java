package org.quipu.survey;

import org.quipu.Coded;

/**
 * How a 95 % confidence interval is computed. All but {@link #INEI} use the domain's degrees of
 * freedom.
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
   * svyciprop(method = "beta")}).
   */
  BETA,
  /** Estimate ± 1.96 · standard error, as INEI publishes. */
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
