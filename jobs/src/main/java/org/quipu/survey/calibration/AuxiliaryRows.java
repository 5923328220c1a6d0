package org.quipu.survey.calibration;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;

/** Rows as a calibration sees them, column by column. */
public final class AuxiliaryRows implements Serializable {
  private static final long serialVersionUID = 1L;

  private final CalibratedWeights calibration;

  /** The places of the levels, by variable and row. */
  private final int[][] levels;

  /** The standardized numbers, by variable and row. */
  private final double[][] numbers;

  /** The calibrated weight of each row, not trimmed; 0 where it does not count. */
  private double[] calibrated;

  /** How much each row counts where the regression on the auxiliary variables is found. */
  private double[] projection;

  /**
   * Rows that are not set yet.
   *
   * @param room how many rows there is room for
   */
  public AuxiliaryRows(CalibratedWeights calibration, int room) {
    this.calibration = calibration;
    this.levels = new int[calibration.auxiliaries().factors()][room];
    this.numbers = new double[calibration.auxiliaries().numbers()][room];
    this.calibrated = new double[room];
    this.projection = new double[room];
  }

  public CalibratedWeights calibration() {
    return calibration;
  }

  /** Makes room for so many rows, or cuts it to them. */
  public void grow(int room) {
    Arrays.setAll(levels, i -> Arrays.copyOf(levels[i], room));
    Arrays.setAll(numbers, i -> Arrays.copyOf(numbers[i], room));
    calibrated = Arrays.copyOf(calibrated, room);
    projection = Arrays.copyOf(projection, room);
  }

  /**
   * Sets a row that has a weight.
   *
   * @param values standardized in place
   * @return its final weight
   */
  public double set(int row, int[] places, double[] values, double weight) {
    calibration.standardize(values);
    for (int i = 0; i < places.length; i++) {
      levels[i][row] = places[i];
    }

    for (int i = 0; i < values.length; i++) {
      numbers[i][row] = values[i];
    }

    calibrated[row] = calibration.calibrated(weight, places, values);
    double trimmed = calibration.trimmed(calibrated[row]);
    projection[row] = calibration.projectionWeight(weight, calibrated[row], trimmed);
    return trimmed;
  }

  /** Copies a row of others. */
  public void copy(AuxiliaryRows other, int from, int to) {
    for (int i = 0; i < levels.length; i++) {
      levels[i][to] = other.levels[i][from];
    }

    for (int i = 0; i < numbers.length; i++) {
      numbers[i][to] = other.numbers[i][from];
    }

    calibrated[to] = other.calibrated[from];
    projection[to] = other.projection[from];
  }

  /** What a replicate multiplies a row's weight in it by; 0 where the row does not count. */
  public double ratio(int replicate, int row) {
    if (projection[row] == 0) {
      return 0;
    }

    Auxiliaries auxiliaries = calibration.auxiliaries();
    double[] coefficients = calibration.replicateCoefficients(replicate);
    double predictor = auxiliaries.constants() > 0 ? coefficients[0] : 0;
    for (int[] places : levels) {
      predictor += coefficients[places[row]];
    }

    for (int j = 0; j < numbers.length; j++) {
      predictor += coefficients[auxiliaries.firstNumber() + j] * numbers[j][row];
    }

    return calibration.replicateRatio(replicate, predictor);
  }

  /** Adds a row's columns times its calibrated weight. */
  public void addTotals(int row, double[] sums, int to) {
    add(row, calibrated[row], sums, to);
  }

  /** Adds a row's columns times a value of it, as the regression counts them. */
  public void addProducts(int row, double value, double[] sums, int to) {
    add(row, projection[row] * value, sums, to);
  }

  private void add(int row, double factor, double[] sums, int to) {
    if (factor == 0) {
      return;
    }

    Auxiliaries auxiliaries = calibration.auxiliaries();
    if (auxiliaries.constants() > 0) {
      sums[to] += factor;
    }

    for (int[] places : levels) {
      sums[to + places[row]] += factor;
    }

    for (int j = 0; j < numbers.length; j++) {
      sums[to + auxiliaries.firstNumber() + j] += factor * numbers[j][row];
    }
  }

  /** Rows that it takes for equal are interchangeable. */
  public Comparator<Integer> content() {
    Comparator<Integer> content =
        Comparator.<Integer>comparingDouble(row -> calibrated[row])
            .thenComparingDouble(row -> projection[row]);
    for (int[] column : levels) {
      content = content.thenComparingInt(row -> column[row]);
    }

    for (double[] column : numbers) {
      content = content.thenComparingDouble(row -> column[row]);
    }

    return content;
  }
}
