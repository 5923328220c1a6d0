package org.quipu.association;

/**
 * What is known of one region: its change and how far prevention reached it.
 *
 * @param key its code, or any name
 * @param change in percentage points
 * @param standardError of the change, in points
 * @param baseline first level in percent; NaN where not known
 * @param baselineVariance its sampling variance, in squared points; NaN where not known
 * @param covariance of the two years' levels, in squared points
 * @param coverage in the measure's unit; taken as exact
 */
public record Region(
    String key,
    double change,
    double standardError,
    double baseline,
    double baselineVariance,
    double covariance,
    double coverage) {
  double variance() {
    return standardError * standardError;
  }

  boolean hasBaseline() {
    return baselineVariance > 0 && Double.isFinite(baseline);
  }

  /** How the sampling errors of the first level and of the change go together. */
  double baselineWithChange() {
    return covariance - baselineVariance;
  }
}
