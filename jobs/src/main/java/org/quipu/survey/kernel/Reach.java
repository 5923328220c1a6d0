package org.quipu.survey.kernel;

import java.io.Serializable;

/** How much of the sample belongs to a domain. */
final class Reach implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Rows, with a weight or not. */
  long rows;

  /** Clusters with a row that has a weight. */
  int clusters;

  /** Strata with such a cluster. */
  int strata;

  /** Those of them that have a single cluster in the whole design. */
  int lonely;

  /** Adds what one stratum has of the domain. */
  void add(Stratum stratum, long itsRows, int itsClusters) {
    rows += itsRows;
    if (itsClusters > 0) {
      clusters += itsClusters;
      strata++;
      lonely += stratum.sample().isLonely() ? 1 : 0;
    }
  }

  /** Adds other strata. */
  void add(Reach other) {
    rows += other.rows;
    clusters += other.clusters;
    strata += other.strata;
    lonely += other.lonely;
  }
}
