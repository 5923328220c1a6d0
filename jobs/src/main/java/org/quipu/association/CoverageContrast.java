package org.quipu.association;

/**
 * The step of coverage over which sentences tell a slope: from a low one to a high one. The
 * quartiles of the regions, or the extremes where those are one; NaN without regions.
 */
record CoverageContrast(double low, double high) {
  static CoverageContrast of(AssociationSpec question) {
    double[] coverage = question.usable().stream().mapToDouble(Region::coverage).sorted().toArray();
    if (coverage.length == 0) {
      return new CoverageContrast(Double.NaN, Double.NaN);
    }

    double low = quartile(coverage, 0.25);
    double high = quartile(coverage, 0.75);
    return low < high
        ? new CoverageContrast(low, high)
        : new CoverageContrast(coverage[0], coverage[coverage.length - 1]);
  }

  double size() {
    return high - low;
  }

  /** R's quantile of type 7. */
  private static double quartile(double[] sorted, double p) {
    double at = p * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
