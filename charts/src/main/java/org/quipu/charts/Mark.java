package org.quipu.charts;

/** What a reader must know of the numbers of a figure; each has a note below it. */
public enum Mark {
  SYNTHETIC,
  RECOMPUTED,
  APPROXIMATE_ERROR,
  INDEPENDENCE_ASSUMED,
  PARTIAL,
  HOUSEHOLD_WEIGHT,
  ELIGIBLE_WOMEN_WEIGHT,
  CALIBRATED_WEIGHT,
  INCOMPLETE,
  MODEL;

  String key() {
    return "mark." + name().toLowerCase(java.util.Locale.ROOT);
  }
}
