package org.quipu.program;

import org.quipu.Coded;

/**
 * The unit of a coverage, as the table names it. Where the size of the target group is not known it
 * is the unit of what is counted.
 */
public enum CoverageUnit implements Coded {
  PER_1000_WOMEN_15_49(1000),
  PER_1000_MEN_15_49(1000),
  PER_1000_PEOPLE(1000),
  /** Of the sex and age group that the measure is about. */
  PER_1000_OF_GROUP(1000),
  PER_10000_PEOPLE(10_000),
  PERCENT_OF_DISTRICTS(100),
  PEOPLE(1),
  WOMEN(1),
  ACTIONS(1),
  CASES(1),
  DISTRICTS(1);

  private final double per;

  CoverageUnit(double per) {
    this.per = per;
  }

  /** The coverage is of so many of the denominator. */
  double per() {
    return per;
  }
}
