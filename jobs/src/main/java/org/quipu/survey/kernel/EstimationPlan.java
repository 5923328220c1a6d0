package org.quipu.survey.kernel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Outcome;
import org.quipu.survey.ReplicateFactors;
import org.quipu.survey.Statistic;
import org.quipu.survey.calibration.CalibratedWeights;

/**
 * What to estimate: outcomes in tables of domains, resolved to positions in a row. A row gives a
 * code for each dimension, and each outcome either as a bit (a proportion, or any other statistic
 * of a column of true and false) or through numeric columns.
 */
public final class EstimationPlan implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Values are far from zero where their range times this is less than their middle. */
  private static final double NEAR = 8;

  private final List<Outcome> outcomes;
  private final List<DomainTable> tables;
  private final List<String> dimensions;
  private final List<String> numbers;
  private final Set<String> bits;
  private final double[] offset;
  private final int replicates;
  private final Map<String, CalibratedWeights> calibrations;
  final int[][] tableDimensions;

  /** Position of the numerator in the numeric columns; -1 for an outcome of bits. */
  final int[] numerator;

  /** Position of the denominator in the numeric columns; -1 where it is 1. */
  final int[] denominator;

  private EstimationPlan(
      List<Outcome> outcomes,
      List<DomainTable> tables,
      Set<String> bits,
      double[] offset,
      int replicates,
      Map<String, CalibratedWeights> calibrations) {
    this.outcomes = List.copyOf(outcomes);
    this.tables = List.copyOf(tables);
    this.bits = Set.copyOf(bits);
    this.offset = offset;
    this.replicates = replicates;
    this.calibrations = calibrations;
    Set<String> allDimensions = new LinkedHashSet<>();
    tables.forEach(table -> allDimensions.addAll(table.columns()));
    this.dimensions = List.copyOf(allDimensions);
    this.tableDimensions =
        tables.stream()
            .map(table -> table.columns().stream().mapToInt(dimensions::indexOf).toArray())
            .toArray(int[][]::new);

    List<String> columns = new ArrayList<>();
    this.numerator = new int[outcomes.size()];
    this.denominator = new int[outcomes.size()];
    for (int k = 0; k < outcomes.size(); k++) {
      Outcome outcome = outcomes.get(k);
      boolean bit = outcome.statistic() != Statistic.RATIO && bits.contains(outcome.numerator());
      numerator[k] = bit ? -1 : position(columns, outcome.numerator());
      denominator[k] =
          outcome.denominator() == null ? -1 : position(columns, outcome.denominator());
    }

    this.numbers = List.copyOf(columns);
  }

  /**
   * Resolves outcomes and tables.
   *
   * @param bits the columns that hold true and false, or 0 and 1
   */
  public static EstimationPlan of(
      List<Outcome> outcomes, List<DomainTable> tables, Set<String> bits) {
    return new EstimationPlan(
        outcomes, tables, bits, new double[outcomes.size()], 0, new HashMap<>());
  }

  /**
   * The same with an offset that brings near zero the numbers that lie far from it, whose squares
   * would lose the digits that distinguish them. The offset depends on the range alone and so not
   * on the order of rows.
   *
   * @param low the smallest value of each numeric column
   * @param high the largest value of each
   */
  public EstimationPlan offset(double[] low, double[] high) {
    double[] offsets = new double[outcomes.size()];
    for (int k = 0; k < offsets.length; k++) {
      if (outcomes.get(k).statistic() == Statistic.MEAN && !isBit(k)) {
        double range = high[numerator[k]] - low[numerator[k]];
        double middle = low[numerator[k]] + range / 2;
        boolean far = range < Math.abs(middle) / NEAR;
        offsets[k] = far ? (range >= 2 ? Math.rint(middle) : middle) : 0;
      }
    }

    return new EstimationPlan(outcomes, tables, bits, offsets, replicates, calibrations);
  }

  /** The same with replicate weights of the file. */
  public EstimationPlan replicates(int count) {
    return new EstimationPlan(outcomes, tables, bits, offset, count, calibrations);
  }

  /**
   * The same with calibrated weights, and those of replicates that are made of clusters where there
   * are some.
   *
   * @param found by group; the one of a file without groups under null
   */
  public EstimationPlan calibrated(Map<String, CalibratedWeights> found) {
    int most = found.values().stream().mapToInt(CalibratedWeights::replicates).max().orElse(0);
    return new EstimationPlan(
        outcomes, tables, bits, offset, Math.max(replicates, most), new HashMap<>(found));
  }

  /** Whether weights are calibrated. */
  public boolean isCalibrated() {
    return !calibrations.isEmpty();
  }

  /** The calibrated weights of a group; null without. */
  public CalibratedWeights calibration(String group) {
    return calibrations.get(group);
  }

  /** How many replicates there are; of groups that differ, in the one that has most. */
  int replicates() {
    return replicates;
  }

  /** What replicates of a group multiply the weights of clusters by; null where they do not. */
  ReplicateFactors factors(String group) {
    CalibratedWeights calibration = calibration(group);
    return calibration == null ? null : calibration.replicateFactors();
  }

  private static int position(List<String> columns, String column) {
    if (!columns.contains(column)) {
      columns.add(column);
    }

    return columns.indexOf(column);
  }

  public List<Outcome> outcomes() {
    return outcomes;
  }

  public List<DomainTable> tables() {
    return tables;
  }

  /** The columns whose codes define domains. */
  public List<String> dimensions() {
    return dimensions;
  }

  /** The columns that are read as numbers. */
  public List<String> numbers() {
    return numbers;
  }

  /** Whether this outcome is read as a bit. */
  public boolean isBit(int outcome) {
    return numerator[outcome] < 0;
  }

  /** Words of 64 bits that hold a bit for each outcome. */
  int words() {
    return (outcomes.size() + 63) / 64;
  }

  /** What is subtracted from an outcome's numbers before they are summed. */
  double offset(int outcome) {
    return offset[outcome];
  }
}
