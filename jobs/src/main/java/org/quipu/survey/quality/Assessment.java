package org.quipu.survey.quality;

/**
 * What a scheme decides on an estimate.
 *
 * @param reason the rule that gave the grade; does not contain a number of a hidden cell
 */
public record Assessment(Grade grade, String reason, Hiding hiding) {
  /** Whether and why the numbers of a cell may not be shown. */
  public enum Hiding {
    SHOWN,
    /** Shown without the size of its sample, from which that of a hidden cell could be had. */
    COUNTS,
    /** Hidden as too imprecise: its value is not confidential. */
    IMPRECISE,
    /** Hidden for its few cases: subtraction from totals must not reveal it either. */
    FEW_CASES,
    /** Hidden because with it a cell of few cases could be had by subtraction. */
    SECONDARY
  }

  static Assessment shown(Grade grade, String reason) {
    return new Assessment(grade, reason, Hiding.SHOWN);
  }

  static Assessment imprecise(Grade grade, String reason) {
    return new Assessment(grade, reason, Hiding.IMPRECISE);
  }

  static Assessment fewCases(Grade grade, String reason) {
    return new Assessment(grade, reason, Hiding.FEW_CASES);
  }

  static Assessment secondary() {
    return new Assessment(
        Grade.SUPPRESSED,
        "with it a cell of few cases could be had by subtraction",
        Hiding.SECONDARY);
  }

  static Assessment notAssessed(String missing) {
    return shown(Grade.NOT_ASSESSED, "not known: " + missing);
  }

  /** The same decision, with the counts of a shown cell hidden. */
  Assessment withoutCounts() {
    return isHidden() ? this : new Assessment(grade, reason, Hiding.COUNTS);
  }

  /** Whether no number of the cell may be shown. */
  public boolean isHidden() {
    return hiding == Hiding.IMPRECISE || isConfidential();
  }

  /** Whether subtraction from totals must not reveal the cell. */
  boolean isConfidential() {
    return hiding == Hiding.FEW_CASES || hiding == Hiding.SECONDARY;
  }

  /** The quality of an estimate with this decision: its grade, and why it is hidden. */
  public Quality on(Quality quality) {
    Quality graded = (isHidden() ? quality.withoutMarksOfTheNumber() : quality).graded(grade);
    return switch (hiding) {
      case SECONDARY -> graded.with(QualityMark.SECONDARY);
      case IMPRECISE -> graded.with(QualityMark.IMPRECISE);
      case SHOWN, COUNTS, FEW_CASES -> graded;
    };
  }

  /** Whether the size of the sample may not be shown: n, its weight, clusters and strata. */
  public boolean hidesCounts() {
    return hiding != Hiding.SHOWN;
  }
}
