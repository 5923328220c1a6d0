package org.quipu.study;

import org.quipu.program.Strategy;

/**
 * A strategy that was not studied.
 *
 * @param indicator empty where it was not studied with any
 * @param detail why a model could not be fitted; empty otherwise
 */
public record NotStudied(Strategy strategy, String indicator, Reason reason, String detail) {
  /** Why. */
  public enum Reason {
    /** It began before the years of the change, in the first of them, or later. */
    OUTSIDE_YEARS,
    /** It began in different years in different regions. */
    SEVERAL_STARTS,
    /** The model cannot be fitted to the levels. */
    NOT_FITTED
  }
}
