package org.quipu.survey.regression;

import java.io.Serializable;
import org.quipu.UserException;

/**
 * What was sampled at a place.
 *
 * @param sampled rows, whether they count or not
 * @param counting rows that count
 * @param fpc clusters in the stratum, or the fraction sampled where under 1; NaN without
 */
record PlaceSample(RowChunk.Place place, long sampled, long counting, double fpc)
    implements Serializable {
  PlaceSample plus(PlaceSample other) {
    return new PlaceSample(
        place, sampled + other.sampled, counting + other.counting, same(place, fpc, other.fpc));
  }

  /** The one correction that two parts of a stratum have. */
  static double same(RowChunk.Place place, double one, double other) {
    if (Double.compare(one, other) != 0) {
      throw UserException.input(
          "finite population correction of stratum " + place.stratum(),
          one + " and " + other,
          "one number for the whole stratum",
          "Correct the column of population sizes or sampling fractions");
    }

    return one;
  }
}
