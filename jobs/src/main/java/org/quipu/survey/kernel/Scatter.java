package org.quipu.survey.kernel;

import org.quipu.survey.LonelyPsu;

/**
 * The totals of one cell, and the scatter of its cluster totals: sums of products about the means
 * over all clusters of the stratum, where clusters without a member count as 0. The totals of a
 * single cluster are not centered under {@link LonelyPsu#ADJUST}.
 */
final class Scatter {
  private final StratumTotals cells;
  private final int cell;
  private final int slots;
  private final double clusters;
  private final double zeros;
  private final double[] numerators;
  private final double[] denominators;

  Scatter(Stratum stratum, StratumTotals cells, int cell, LonelyPsu treatment) {
    this.cells = cells;
    this.cell = cell;
    this.slots = cells.slots(cell);
    boolean centered = !(stratum.sample().isLonely() && treatment == LonelyPsu.ADJUST);
    this.clusters = centered ? stratum.clusters() : Double.POSITIVE_INFINITY;
    this.zeros = centered ? stratum.clusters() - slots : 0;
    this.numerators = cells.numeratorSums(cell);
    this.denominators = cells.denominatorSums(cell);
  }

  /** The total of an outcome's numerator. */
  double numerator(int outcome) {
    return numerators[outcome];
  }

  /** The total of a universe's denominator. */
  double denominator(int universe) {
    return denominators[universe];
  }

  double nn(int outcome) {
    int at = cells.numerator(cell, outcome);
    double mean = numerators[outcome] / clusters;
    return products(cells.numerators, at, mean, cells.numerators, at, mean);
  }

  double nd(int outcome) {
    int universe = cells.universes.of(outcome);
    return products(
        cells.numerators,
        cells.numerator(cell, outcome),
        numerators[outcome] / clusters,
        cells.denominators,
        cells.denominator(cell, universe),
        denominators[universe] / clusters);
  }

  double dd(int universe) {
    int at = cells.denominator(cell, universe);
    double mean = denominators[universe] / clusters;
    return products(cells.denominators, at, mean, cells.denominators, at, mean);
  }

  private double products(double[] a, int atA, double meanA, double[] b, int atB, double meanB) {
    double sum = zeros * meanA * meanB;
    for (int i = 0; i < slots; i++) {
      sum += (a[atA + i] - meanA) * (b[atB + i] - meanB);
    }

    return sum;
  }
}
