package org.quipu.survey.kernel;

import java.io.Serializable;
import java.util.Arrays;
import org.quipu.math.ExactSums;
import org.quipu.math.Vectors;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.calibration.CalibratedWeights;

/**
 * What the variances of a group's calibrated estimates need besides the totals: the covariances of
 * the totals with those of the p auxiliary variables, and the sums by which the totals are
 * regressed on them, as exact sums over the strata.
 */
final class CalibrationSums implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What rounding can leave of terms that cancel, relative to them. */
  private static final double ROUNDING = 0x1p-46;

  // Of each domain and outcome, p of each kind.
  private static final int COVARIANCE = 0;
  private static final int PRODUCT = 1;
  private static final int KINDS = 2;

  /** The numerator, then the denominator. */
  private static final int PARTS = 2;

  private final CalibratedWeights calibration;
  private final LonelyPsu treatment;
  private final int outcomes;
  private final int p;
  private final ExactSums sums = new ExactSums();
  private final ExactSums among = new ExactSums();
  private transient double[][] amongAll;

  /**
   * @param calibration null where weights are as they were, and nothing is summed
   */
  CalibrationSums(CalibratedWeights calibration, LonelyPsu treatment, int outcomes) {
    this.calibration = calibration;
    this.treatment = treatment;
    this.outcomes = outcomes;
    this.p = calibration == null ? 0 : calibration.count();
    among.ensure(p * (p + 1) / 2);
  }

  /** Null without calibration. */
  CalibratedWeights calibration() {
    return calibration;
  }

  void ensure(int domains) {
    sums.ensure(domains * outcomes * PARTS * KINDS * p);
  }

  private int at(int domain, int outcome, int part, int kind) {
    return (((domain * outcomes + outcome) * PARTS + part) * KINDS + kind) * p;
  }

  /** Adds the covariances of the auxiliary variables in a stratum. */
  void add(Stratum stratum, double scale) {
    if (p == 0) {
      return;
    }

    AuxiliaryTotals totals = stratum.auxiliary();
    double[] means = totals.means(AuxiliaryTotals.isCentered(stratum, treatment));
    for (int i = 0, at = 0; i < p; i++) {
      for (int j = 0; j <= i; j++, at++) {
        double sum = 0;
        for (int cluster = 0; cluster < stratum.clusters(); cluster++) {
          sum += (totals.of(cluster, i) - means[i]) * (totals.of(cluster, j) - means[j]);
        }

        among.add(at, scale * sum);
      }
    }
  }

  /** Adds the covariances of a cell's totals with the auxiliary variables. */
  void addCovariances(Stratum stratum, StratumTotals cells, int cell, int[] targets, double scale) {
    if (p == 0) {
      return;
    }

    double[] means = stratum.auxiliary().means(AuxiliaryTotals.isCentered(stratum, treatment));
    for (int k = 0; k < outcomes; k++) {
      double[] numerator =
          covariances(stratum, cells, cell, cells.numerators, cells.numerator(cell, k), means);
      int from = cells.denominator(cell, cells.universes.of(k));
      double[] denominator = covariances(stratum, cells, cell, cells.denominators, from, means);
      for (int target : targets) {
        add(at(target, k, 0, COVARIANCE), numerator, scale);
        add(at(target, k, 1, COVARIANCE), denominator, scale);
      }
    }
  }

  /** Σ t·(X − mean of X): clusters without a member have a total of 0 and add nothing. */
  private double[] covariances(
      Stratum stratum, StratumTotals cells, int cell, double[] totals, int from, double[] means) {
    double[] covariances = new double[p];
    for (int slot = 0; slot < cells.slots(cell); slot++) {
      int cluster = cells.cluster[cells.start[cell] + slot];
      for (int j = 0; j < p; j++) {
        covariances[j] += totals[from + slot] * (stratum.auxiliary().of(cluster, j) - means[j]);
      }
    }

    return covariances;
  }

  /** Adds a cell's products with the auxiliary variables. */
  void addProducts(StratumTotals cells, int cell, int[] targets) {
    for (int k = 0; k < outcomes && p > 0; k++) {
      double[] numerator = cells.products(cell, k, p);
      double[] denominator = cells.products(cell, outcomes + cells.universes.of(k), p);
      for (int target : targets) {
        add(at(target, k, 0, PRODUCT), numerator, 1);
        add(at(target, k, 1, PRODUCT), denominator, 1);
      }
    }
  }

  private void add(int at, double[] terms, double scale) {
    for (int j = 0; j < p; j++) {
      sums.add(at + j, scale * terms[j]);
    }
  }

  void merge(CalibrationSums other, int domain, int otherDomain) {
    int count = outcomes * PARTS * KINDS * p;
    for (int i = 0; i < count; i++) {
      sums.add(domain * count + i, other.sums, otherDomain * count + i);
    }
  }

  void mergeAmong(CalibrationSums other) {
    for (int i = 0; i < p * (p + 1) / 2; i++) {
      among.add(i, other.among, i);
    }
  }

  /** Moments with the covariances of what the auxiliary variables leave of the totals. */
  Moments residual(int domain, int outcome, Moments plain, double weightScale) {
    if (p == 0) {
      return plain;
    }

    double[] n = coefficients(domain, outcome, 0);
    double[] d = coefficients(domain, outcome, 1);
    double[] nx = values(at(domain, outcome, 0, COVARIANCE));
    double[] dx = values(at(domain, outcome, 1, COVARIANCE));
    double square = weightScale * weightScale;
    double nn = left(plain.nn(), Vectors.dot(n, nx) / square, explained(n, n) / square);
    double dd = left(plain.dd(), Vectors.dot(d, dx) / square, explained(d, d) / square);
    double nd = plain.nd() - (Vectors.dot(n, dx) + Vectors.dot(d, nx) - explained(n, d)) / square;
    return plain.with(nn, nn == 0 || dd == 0 ? 0 : nd, dd);
  }

  private static double left(double total, double crossed, double explained) {
    double left = total - 2 * crossed + explained;
    return left <= ROUNDING * (total + explained) ? 0 : left;
  }

  /** β of a total's numerator (part 0) or denominator. */
  private double[] coefficients(int domain, int outcome, int part) {
    return times(calibration.projection(), values(at(domain, outcome, part, PRODUCT)));
  }

  static double[] times(double[][] matrix, double[] vector) {
    return Arrays.stream(matrix).mapToDouble(row -> Vectors.dot(row, vector)).toArray();
  }

  private double[] values(int at) {
    double[] values = new double[p];
    Arrays.setAll(values, j -> sums.value(at + j));
    return values;
  }

  /** a'Cb with C the covariance of the auxiliary variables' totals. */
  private double explained(double[] a, double[] b) {
    if (amongAll == null) {
      amongAll = new double[p][p];
      for (int i = 0, at = 0; i < p; i++) {
        for (int j = 0; j <= i; j++, at++) {
          amongAll[i][j] = among.value(at);
          amongAll[j][i] = amongAll[i][j];
        }
      }
    }

    return Vectors.dot(a, times(amongAll, b));
  }
}
