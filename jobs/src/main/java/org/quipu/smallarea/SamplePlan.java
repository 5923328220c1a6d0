package org.quipu.smallarea;

import org.quipu.Coded;

/** Samples that might be had in place of the present one. */
public enum SamplePlan implements Coded {
  /** The present sample. */
  AS_IS(0),
  /** Two years together. */
  YEARS_2(2),
  YEARS_3(3),
  YEARS_4(4),
  /** Ten more clusters in one area, all others as they are. */
  CLUSTERS_PLUS_10(0);

  /** The part of a panel's clusters that leaves each year, and others come in its place. */
  private static final double ROTATION = 1 / 3.0;

  private final int years;

  SamplePlan(int years) {
    this.years = years;
  }

  /** How many years are pooled; 0 for a plan that does not say. */
  int years() {
    return years;
  }

  /** How many clusters so many years of one panel have, for each cluster of one year. */
  static double clusters(int years) {
    return 1 + ROTATION * (years - 1);
  }
}
