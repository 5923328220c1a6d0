package org.quipu.smallarea;

/**
 * The direct estimate of an area, from its own interviews alone.
 *
 * @param area its key
 * @param group the key of what it is a part of, such as the region of a province; empty where not
 *     known
 * @param estimate in the units of the survey's outcome; NaN for an area without sample
 * @param standardError NaN where not known
 * @param n interviews; NaN where not known
 * @param psus clusters; NaN where not known
 * @param df degrees of freedom of the standard error; NaN where not known
 * @param deff design effect; NaN where not known or not defined
 * @param time such as the year, where areas have several; null where not
 */
public record DirectEstimate(
    String area,
    String group,
    double estimate,
    double standardError,
    double n,
    double psus,
    double df,
    double deff,
    Integer time) {

  /** An area of one time. */
  public DirectEstimate(
      String area,
      String group,
      double estimate,
      double standardError,
      double n,
      double psus,
      double df,
      double deff) {
    this(area, group, estimate, standardError, n, psus, df, deff, null);
  }

  /** An area without sample. */
  public static DirectEstimate none(String area, String group) {
    return new DirectEstimate(area, group, Double.NaN, Double.NaN, 0, 0, 0, Double.NaN);
  }

  /** The same area at a time. */
  public DirectEstimate at(Integer when) {
    return new DirectEstimate(area, group, estimate, standardError, n, psus, df, deff, when);
  }

  /** What is not secret of it: the numbers of interviews and of clusters. */
  DirectEstimate hidden() {
    return new DirectEstimate(
        area, group, Double.NaN, Double.NaN, n, psus, Double.NaN, Double.NaN, time);
  }

  public boolean isSampled() {
    return !Double.isNaN(estimate);
  }

  /** Whether the standard error measures the area's sampling error: not in one cluster or at 0. */
  boolean hasVariance() {
    return isSampled() && standardError > 0 && !(psus < 2);
  }

  /** The area's own sampling variance; NaN where it has none. */
  double variance() {
    return hasVariance() ? standardError * standardError : Double.NaN;
  }
}
