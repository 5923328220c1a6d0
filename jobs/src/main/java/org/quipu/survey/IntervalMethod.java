package org.quipu.survey;

import java.util.Locale;

/** How a 95 % interval is made. All but {@link #INEI} use the domain's degrees of freedom. */
public enum IntervalMethod {
  /** Symmetric on the logit scale: R's {@code svyciprop(method = "logit")}. */
  LOGIT,
  /** Estimate ± t · standard error. */
  WALD,
  /** Wilson's score interval on the effective sample size. */
  WILSON,
  /** Korn and Graubard's, on the effective sample size: R's {@code svyciprop(method = "beta")}. */
  BETA,
  /** Estimate ± 1.96 · standard error, as INEI publishes. */
  INEI;

  /** The name in options. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
