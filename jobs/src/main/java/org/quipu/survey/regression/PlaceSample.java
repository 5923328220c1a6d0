package org.quipu.survey.regression;

import java.io.Serializable;
import org.quipu.UserException;
import org.quipu.survey.ClusterSample;

/**
 * What was sampled at a place.
 *
 * @param sampled rows, whether they count or not
 * @param counting rows that count
 * @param fpc clusters in the stratum, or the fraction sampled where under 1; NaN without
 * @param unitFpc the same of the units of the cluster
 */
record PlaceSample(RowChunk.Place place, long sampled, long counting, double fpc, double unitFpc)
    implements Serializable {
  PlaceSample plus(PlaceSample other) {
    return new PlaceSample(
        place,
        sampled + other.sampled,
        counting + other.counting,
        same(place.stratum(), fpc, other.fpc),
        same(place.cluster(), unitFpc, other.unitFpc));
  }

  /** The one correction that two parts of a stratum, or of a cluster, have. */
  static double same(String stratum, double one, double other) {
    if (Double.compare(one, other) != 0) {
      throw UserException.input(
          "finite population correction of " + ClusterSample.stratum(stratum),
          "several numbers",
          "one number for the whole stratum, or the whole cluster in the second stage",
          ClusterSample.CORRECT_FPC);
    }

    return one;
  }
}
