package org.quipu.endes;

import java.util.Locale;
import org.quipu.YearRange;

/**
 * The clusters that the samples of two years have in common.
 *
 * @param clusters how many have the same number in the same stratum of both
 */
record SharedClusters(YearRange years, int clusters) {
  /** The same of years whose covariance is not known. */
  static String unknown(YearRange years) {
    return years.from()
        + " and "
        + years.to()
        + " share clusters, but the covariance is not counted: the samples are taken as"
        + " independent, which makes standard errors too large where it is positive";
  }

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
