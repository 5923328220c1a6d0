package org.quipu.survey.kernel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quipu.UserException;
import org.quipu.survey.ClusterSample;
import org.quipu.survey.CodeIndex;
import org.quipu.survey.Identifiers;
import org.quipu.survey.calibration.AuxiliaryRows;
import org.quipu.survey.calibration.CalibratedWeights;

/** The rows of one stratum, in any order and column by column, until it is complete. */
public final class StratumRows implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ROOM = 256;

  final String group;
  final String stratum;
  final EstimationPlan plan;
  private final boolean isCluster;
  int size;
  double[] weights = new double[ROOM];
  int[] clusters = new int[ROOM];
  final int[][] codes;
  final long[][] answered;
  final long[][] positive;
  final double[][] numbers;
  final ReplicateRows replicates;

  /** The units of the second stage; null with one stage. */
  String[] units;

  double[] unitFpc;

  /** Null without calibration. */
  final AuxiliaryRows auxiliary;

  final List<String> clusterIds = new ArrayList<>();
  double fpc = Double.NaN;
  private final Map<String, Integer> clusterNumbers = new HashMap<>();

  StratumRows(EstimationPlan plan, String group, String stratum) {
    this(plan, group, stratum, false);
  }

  private StratumRows(EstimationPlan plan, String group, String stratum, boolean isCluster) {
    this.plan = plan;
    this.isCluster = isCluster;
    this.group = group;
    this.stratum = stratum;
    this.codes = new int[plan.dimensions().size()][ROOM];
    this.answered = new long[plan.words()][ROOM];
    this.positive = new long[plan.words()][ROOM];
    this.numbers = new double[plan.numbers().size()][ROOM];
    this.replicates = new ReplicateRows(plan, group, ROOM);
    CalibratedWeights calibration = plan.calibration(group);
    this.auxiliary = calibration == null ? null : new AuxiliaryRows(calibration, ROOM);
  }

  /** Whether these are the rows of a cluster, a stratum of its units in the second stage. */
  boolean isCluster() {
    return isCluster;
  }

  /** Whether these are the rows of that stratum. */
  public boolean is(String otherGroup, String otherStratum) {
    return stratum.equals(otherStratum) && Objects.equals(group, otherGroup);
  }

  /** The number of a cluster, for {@link #add}. */
  public int cluster(String id) {
    Integer number = clusterNumbers.get(id);
    if (number == null) {
      number = clusterIds.size();
      clusterNumbers.put(id, number);
      clusterIds.add(id);
    }

    return number;
  }

  /** The rank of each cluster's identifier, by the cluster's number. */
  int[] clusterRanks() {
    String[] sorted = clusterIds.toArray(String[]::new);
    Arrays.sort(sorted);
    int[] ranks = new int[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      ranks[clusterNumbers.get(sorted[i])] = i;
    }

    return ranks;
  }

  /**
   * Adds a row without codes or outcomes.
   *
   * @param cluster its number; negative where every row is a cluster of its own
   * @return the row's position
   */
  public int add(int cluster, double weight) {
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw UserException.input(
          name(),
          "a row whose weight is missing, negative or infinite",
          "a weight of 0 or more in every row",
          "Correct the weight, or leave out the row");
    }

    int row = append(cluster, weight);
    replicates.sampled(row, weight);
    return row;
  }

  private int append(int cluster, double weight) {
    if (size == weights.length) {
      grow();
    }

    weights[size] = weight;
    clusters[size] = cluster;
    for (int[] dimension : codes) {
      dimension[size] = CodeIndex.MISSING;
    }

    for (double[] column : numbers) {
      column[size] = Double.NaN;
    }

    return size++;
  }

  public void code(int row, int dimension, int number) {
    codes[dimension][row] = number;
  }

  /** An answer to an outcome of bits: 1 for the outcome, 0 for its opposite. */
  public void answer(int row, int outcome, int bit) {
    answered[outcome >> 6][row] |= 1L << outcome;
    positive[outcome >> 6][row] |= (long) bit << outcome;
  }

  /** An answer to an outcome of bits as a number: 1, 0, or NaN where missing. */
  public void answer(int row, int outcome, double value) {
    if (value == 0 || value == 1) {
      answer(row, outcome, (int) value);
    } else if (!Double.isNaN(value)) {
      throw UserException.input(
          "column " + plan.outcomes().get(outcome).numerator(),
          Identifiers.text(value),
          "0, 1 or missing for a proportion",
          "Recode it, or estimate its mean");
    }
  }

  /** A value of one of the plan's numeric columns; NaN where missing. */
  public void number(int row, int column, double value) {
    numbers[column][row] = value;
  }

  /** One of the replicate weights. */
  public void replicate(int row, int replicate, double weight) {
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw UserException.input(
          "replicate weight " + (replicate + 1),
          "a row of " + name() + " whose replicate weight is missing, negative or infinite",
          "a replicate weight of 0 or more in every row",
          "Correct the weight, or leave out the row");
    }

    replicates.set(row, replicate, weight);
  }

  /** The calibrated weights of the group; null without. */
  public CalibratedWeights calibration() {
    return plan.calibration(group);
  }

  /**
   * The auxiliary variables of a row, which give it its calibrated weight.
   *
   * @param levels from {@link org.quipu.survey.calibration.Auxiliaries#place}
   * @param values of the variables of numbers; standardized in place
   */
  public void auxiliary(int row, int[] levels, double[] values) {
    if (weights[row] > 0) {
      weights[row] = auxiliary.set(row, levels, values, weights[row]);
    }
  }

  /** The unit of the second stage, and how many its cluster has (or the fraction sampled). */
  public void unit(int row, String id, double fpc) {
    if (units == null) {
      units = new String[weights.length];
      unitFpc = new double[weights.length];
    }

    units[row] = id;
    unitFpc[row] = fpc;
  }

  /** How many clusters the stratum has, or the fraction sampled: one value in all rows. */
  public void fpc(double value) {
    if (!(value > 0)) {
      throw fpcError(
          "a row whose number is missing, 0 or negative", "a number above 0 in every row");
    }

    if (!Double.isNaN(fpc) && fpc != value) {
      throw fpcError("several numbers", "one number for the whole stratum");
    }

    fpc = value;
  }

  private UserException fpcError(String found, String expected) {
    return UserException.input(
        "finite population correction of " + name(), found, expected, ClusterSample.CORRECT_FPC);
  }

  String name() {
    return ClusterSample.stratum(stratum);
  }

  /** Adds all rows of another part of the same stratum. */
  void addAll(StratumRows other) {
    for (int row = 0; row < other.size; row++) {
      int cluster = other.clusters[row];
      copy(other, row, cluster < 0 ? cluster : cluster(other.clusterIds.get(cluster)));
      if (other.units != null) {
        unit(size - 1, other.units[row], other.unitFpc[row]);
      }
    }

    if (!Double.isNaN(other.fpc)) {
      fpc(other.fpc);
    }
  }

  /** The rows of one cluster as a stratum of its units: the second stage. */
  StratumRows inside(int cluster) {
    StratumRows inside =
        new StratumRows(plan, group, stratum + ", cluster " + clusterIds.get(cluster), true);
    for (int row = 0; row < size; row++) {
      if (clusters[row] == cluster) {
        inside.copy(this, row, inside.cluster(units[row]));
        inside.fpc(unitFpc[row]);
      }
    }

    return inside;
  }

  private void copy(StratumRows other, int row, int cluster) {
    int at = append(cluster, other.weights[row]);
    for (int d = 0; d < codes.length; d++) {
      codes[d][at] = other.codes[d][row];
    }

    for (int i = 0; i < answered.length; i++) {
      answered[i][at] = other.answered[i][row];
      positive[i][at] = other.positive[i][row];
    }

    for (int i = 0; i < numbers.length; i++) {
      numbers[i][at] = other.numbers[i][row];
    }

    replicates.copy(other.replicates, row, at);

    if (auxiliary != null) {
      auxiliary.copy(other.auxiliary, row, at);
    }
  }

  /** Renumbers the codes. */
  void translate(int[][] translation) {
    for (int d = 0; d < codes.length; d++) {
      for (int row = 0; row < size; row++) {
        int code = codes[d][row];
        codes[d][row] = code < 0 ? code : translation[d][code];
      }
    }
  }

  private void grow() {
    int room = 2 * size;
    weights = Arrays.copyOf(weights, room);
    clusters = Arrays.copyOf(clusters, room);
    grow(codes, room);
    grow(answered, room);
    grow(positive, room);
    grow(numbers, room);
    replicates.grow(room);
    if (auxiliary != null) {
      auxiliary.grow(room);
    }

    if (units != null) {
      units = Arrays.copyOf(units, room);
      unitFpc = Arrays.copyOf(unitFpc, room);
    }
  }

  private static void grow(int[][] columns, int room) {
    for (int i = 0; i < columns.length; i++) {
      columns[i] = Arrays.copyOf(columns[i], room);
    }
  }

  private static void grow(long[][] columns, int room) {
    for (int i = 0; i < columns.length; i++) {
      columns[i] = Arrays.copyOf(columns[i], room);
    }
  }

  private static void grow(double[][] columns, int room) {
    for (int i = 0; i < columns.length; i++) {
      columns[i] = Arrays.copyOf(columns[i], room);
    }
  }
}
