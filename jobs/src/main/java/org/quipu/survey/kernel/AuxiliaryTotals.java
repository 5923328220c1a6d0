package org.quipu.survey.kernel;

import java.io.Serializable;
import org.quipu.survey.LonelyPsu;

/**
 * The totals of the calibrated weights times the auxiliary variables in each cluster of a stratum,
 * over all its rows: what a calibration takes from the totals of a domain.
 */
final class AuxiliaryTotals implements Serializable {
  private static final long serialVersionUID = 1L;

  /** How many auxiliary columns there are. */
  final int count;

  private final double[] totals;
  private final int clusters;

  /**
   * Adds the rows of a stratum.
   *
   * @param order of the rows
   * @param rank of each cluster, by its number
   */
  AuxiliaryTotals(StratumRows rows, int[] order, int[] rank) {
    this.count = rows.auxiliary.calibration().count();
    this.clusters = rank.length;
    this.totals = new double[clusters * count];
    for (int row : order) {
      rows.auxiliary.addTotals(row, totals, rank[rows.clusters[row]] * count);
    }
  }

  double of(int cluster, int column) {
    return totals[cluster * count + column];
  }

  /** The means over the clusters; 0 where a single one is not centred. */
  double[] means(boolean centered) {
    double[] means = new double[count];
    for (int cluster = 0; cluster < clusters && centered; cluster++) {
      for (int j = 0; j < count; j++) {
        means[j] += of(cluster, j) / clusters;
      }
    }

    return means;
  }

  /** A cluster's totals times some coefficients. */
  double times(int cluster, double[] coefficients) {
    double sum = 0;
    for (int j = 0; j < count; j++) {
      sum += of(cluster, j) * coefficients[j];
    }

    return sum;
  }

  static boolean isCentered(Stratum stratum, LonelyPsu treatment) {
    return !(stratum.sample().isLonely() && treatment == LonelyPsu.ADJUST);
  }
}
