package org.quipu.association;

import org.quipu.math.SampleQuantiles;

/**
 * A low and a high coverage, between which a slope is put into words: the quartiles of the regions,
 * or the extremes where the quartiles are equal; NaN without regions.
 */
public record CoverageContrast(double low, double high) {
  static CoverageContrast of(double[] coverage) {
    if (coverage.length == 0) {
      return new CoverageContrast(Double.NaN, Double.NaN);
    }

    double low = SampleQuantiles.type7(coverage, 0.25);
    double high = SampleQuantiles.type7(coverage, 0.75);
    return low < high
        ? new CoverageContrast(low, high)
        : new CoverageContrast(coverage[0], coverage[coverage.length - 1]);
  }
}
