package org.quipu.association;

/**
 * What could not be answered, and why.
 *
 * @param method that is missing; null where no method could be used
 * @param detail the number of regions where there are too few, the message where a model could not
 *     be fitted; empty otherwise
 */
public record Omission(Method method, Reason reason, String detail) {
  /** Why a question or a method has no result. */
  public enum Reason {
    /** Fewer regions than {@link AssociationAnalysis#FEWEST} have all that is needed. */
    TOO_FEW_REGIONS,
    /** All regions have the same coverage. */
    EQUAL_COVERAGE,
    /**
     * The level of the first year or its standard error is not known for all regions, or does not
     * fit the standard error of the change.
     */
    BASELINE_UNKNOWN,
    /** First levels vary hardly more than their sampling errors. */
    BASELINE_WITHOUT_SPREAD,
    /** The model cannot be fitted to these data. */
    NOT_FITTED
  }

  static Omission ofAll(Reason reason, String detail) {
    return new Omission(null, reason, detail);
  }
}
