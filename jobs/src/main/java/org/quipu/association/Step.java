package org.quipu.association;

/**
 * The step of coverage over which sentences tell a slope: from a low one to a high one. The
 * quartiles of the regions, or the extremes where those are one; NaN without regions.
 */
record Step(double low, double high) {
  static Step of(Question question) {
    double[] coverage = question.usable().stream().mapToDouble(Region::coverage).sorted().toArray();
    if (coverage.length == 0) {
      return new Step(Double.NaN, Double.NaN);
    }

    double low = quartile(coverage, 0.25);
    double high = quartile(coverage, 0.75);
    return low < high ? new Step(low, high) : new Step(coverage[0], coverage[coverage.length - 1]);
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
