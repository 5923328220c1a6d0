package org.quipu.survey;

/**
 * Sums of products of one cell's cluster totals about their means over all clusters of the stratum,
 * those without a member counting as zeros. A lonely cluster's totals are not centred where it is
 * adjusted for.
 */
final class Scatter {
  private final Cells cells;
  private final int cell;
  private final int slots;
  private final double clusters;
  private final double zeros;

  Scatter(Stratum stratum, Cells cells, int cell, LonelyCluster treatment) {
    this.cells = cells;
    this.cell = cell;
    this.slots = cells.slots(cell);
    boolean centred = !(stratum.lonely() && treatment == LonelyCluster.ADJUST);
    this.clusters = centred ? stratum.clusters() : Double.POSITIVE_INFINITY;
    this.zeros = centred ? stratum.clusters() - slots : 0;
  }

  /** What turns sums of products of a stratum's clusters into a covariance of totals. */
  static double scale(Stratum stratum, LonelyCluster treatment) {
    double n = stratum.clusters();
    if (n == 1) {
      return treatment == LonelyCluster.ADJUST ? 1 - stratum.fraction() : 0;
    }

    return (1 - stratum.fraction()) * n / (n - 1);
  }

  double nn(int outcome) {
    int at = cells.numerator(cell, outcome);
    return products(cells.numerators, at, cells.numerators, at);
  }

  double nd(int outcome) {
    return products(
        cells.numerators,
        cells.numerator(cell, outcome),
        cells.denominators,
        cells.denominator(cell, cells.universes.of(outcome)));
  }

  double dd(int universe) {
    int at = cells.denominator(cell, universe);
    return products(cells.denominators, at, cells.denominators, at);
  }

  private double products(double[] a, int atA, double[] b, int atB) {
    double meanA = Cells.sum(a, atA, slots) / clusters;
    double meanB = Cells.sum(b, atB, slots) / clusters;
    double sum = zeros * meanA * meanB;
    for (int i = 0; i < slots; i++) {
      sum += (a[atA + i] - meanA) * (b[atB + i] - meanB);
    }

    return sum;
  }
}
