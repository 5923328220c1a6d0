package org.quipu.association;

import org.quipu.math.SampleQuantiles;

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

    double low = SampleQuantiles.type7(coverage, 0.25);
    double high = SampleQuantiles.type7(coverage, 0.75);
    return low < high
        ? new CoverageContrast(low, high)
        : new CoverageContrast(coverage[0], coverage[coverage.length - 1]);
  }

  double size() {
    return high - low;
  }
}
