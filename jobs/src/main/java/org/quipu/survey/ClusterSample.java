package org.quipu.survey;

import java.io.Serializable;
import java.util.List;
import org.quipu.UserException;

/**
 * The clusters that were sampled in a stratum, or the units in a cluster of two stages.
 *
 * @param count how many were sampled
 * @param fraction of all that there are; 0 with replacement
 */
public record ClusterSample(long count, double fraction) implements Serializable {
  /** What to do about a column of corrections that is wrong. */
  public static final String CORRECT_FPC =
      "Correct the column of population sizes or sampling fractions";

  /** A stratum as messages call it; the only one of a sample without strata has no name. */
  public static String stratum(String name) {
    return name.isEmpty() ? "the sample" : "stratum " + name;
  }

  /** What is said of strata with a single cluster, where none is to be taken for something. */
  public static UserException refused(List<String> strata) {
    String where =
        strata.equals(List.of("")) ? stratum("") : "stratum " + String.join("; ", strata);
    return new UserException(
        "one cluster in "
            + where
            + ": its variance cannot be estimated. Join strata, or choose certainty, adjust or"
            + " average for lonely clusters");
  }

  /**
   * The sample of a stratum.
   *
   * @param stratum as messages call it
   * @param fpc how many clusters there are, or the fraction sampled where under 1; NaN without
   * @throws UserException if more were sampled than there are
   */
  public static ClusterSample of(String stratum, double fpc, long count) {
    double fraction = Double.isNaN(fpc) ? 0 : fpc < 1 ? fpc : count / fpc;
    if (fraction > 1) {
      throw UserException.input(
          "finite population correction of " + stratum,
          Identifiers.text(fpc) + " clusters in all, but " + count + " in the sample",
          "no more sampled than there are",
          CORRECT_FPC);
    }

    return new ClusterSample(count, fraction);
  }

  /** Whether there is a single cluster, sampled from several: it shows no variance. */
  public boolean isLonely() {
    return count == 1 && fraction < 1;
  }

  /** The factor from the scatter of the clusters' totals to a covariance of totals. */
  public double scale(LonelyPsu treatment) {
    if (count == 1) {
      return treatment == LonelyPsu.ADJUST ? 1 - fraction : 0;
    }

    return (1 - fraction) * count / (count - 1.0);
  }
}
