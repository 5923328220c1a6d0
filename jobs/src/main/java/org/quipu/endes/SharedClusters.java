package org.quipu.endes;

import java.util.Locale;
import org.quipu.YearRange;

/**
 * The clusters that the samples of two years have in common.
 *
 * @param clusters how many have the same number in the same stratum of both
 */
record SharedClusters(YearRange years, int clusters) {
  /** What a reader of changes must know. */
  String sentence() {
    String both = years.from() + " and " + years.to();
    return clusters == 0
        ? both
            + " should share clusters, but no number of a cluster is in the same stratum of both"
            + " files: their covariance is 0"
        : String.format(
            Locale.ROOT, "%s share %,d clusters: their covariance counts", both, clusters);
  }
}
