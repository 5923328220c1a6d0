package org.quipu.survey.quality;

/**
 * What a scheme says of an estimate.
 *
 * @param name such as {@code good} or {@code suppressed}, as documented for the scheme
 * @param reason the rule that gave it; tells no number of a hidden cell
 */
public record Verdict(String name, String reason, Hiding hiding) {
  /** Whether and why the numbers of a cell may not be shown. */
  public enum Hiding {
    SHOWN,
    /** Hidden as too imprecise: its value is no secret. */
    IMPRECISE,
    /** Hidden for its few cases: it may not be had by subtraction either. */
    FEW_CASES
  }

  public static final String NOT_ASSESSED = "not_assessed";

  static Verdict shown(String name, String reason) {
    return new Verdict(name, reason, Hiding.SHOWN);
  }

  static Verdict imprecise(String name, String reason) {
    return new Verdict(name, reason, Hiding.IMPRECISE);
  }

  static Verdict fewCases(String name, String reason) {
    return new Verdict(name, reason, Hiding.FEW_CASES);
  }

  static Verdict notAssessed(String missing) {
    return shown(NOT_ASSESSED, "not known: " + missing);
  }

  public boolean isHidden() {
    return hiding != Hiding.SHOWN;
  }
}
