package org.quipu.survey.calibration;

import java.util.Arrays;

/** The kinds of rows of a sample, in order. */
final class SampleKinds {
  private final Auxiliaries auxiliaries;

  /** By kind the places of its levels. */
  private final int[][] levels;

  /** By kind its numbers. */
  private final double[][] numbers;

  /** The weight of each row, as the design has it; 0 where a kind has rows of several. */
  private final double[] weight;

  /** The sum of the weights of its rows, scaled. */
  private final double[] weights;

  /** The sum of their squares. */
  private final double[] squares;

  private final long[] rows;

  SampleKinds(
      Auxiliaries auxiliaries,
      int[][] levels,
      double[][] numbers,
      double[] weight,
      double[] weights,
      double[] squares,
      long[] rows) {
    this.auxiliaries = auxiliaries;
    this.levels = levels;
    this.numbers = numbers;
    this.weight = weight;
    this.weights = weights;
    this.squares = squares;
    this.rows = rows;
  }

  /** The same kinds with what they weigh in a replicate. */
  SampleKinds weighing(double[] others) {
    return new SampleKinds(auxiliaries, levels, numbers, weight, others, squares, rows);
  }

  int count() {
    return rows.length;
  }

  Auxiliaries auxiliaries() {
    return auxiliaries;
  }

  double number(int kind, int number) {
    return numbers[kind][number];
  }

  double weight(int kind) {
    return weight[kind];
  }

  /** What the rows of a kind weigh. */
  double weights(int kind) {
    return weights[kind];
  }

  /** What all rows weigh. */
  double sum() {
    return Arrays.stream(weights).sum();
  }

  long[] rows() {
    return rows;
  }

  void standardize(Standard standard) {
    Arrays.stream(numbers).forEach(standard::apply);
  }

  double predictor(double[] coefficients, int kind) {
    return CalibratedWeights.predictor(auxiliaries, coefficients, levels[kind], numbers[kind]);
  }

  /** Σ w·xx' over the rows, p × p. */
  double[][] products() {
    return products(weights);
  }

  /** Σ xx' over the rows. */
  double[][] unweighted() {
    return products(Arrays.stream(rows).asDoubleStream().toArray());
  }

  /** Σ c·xx' with a number c for each kind. */
  double[][] products(double[] counts) {
    int p = auxiliaries.count();
    double[][] products = new double[p][p];
    int[] columns = new int[p];
    double[] values = new double[p];
    for (int k = 0; k < counts.length; k++) {
      int present = present(k, columns, values);
      for (int a = 0; a < present; a++) {
        for (int b = 0; b < present; b++) {
          products[columns[a]][columns[b]] += counts[k] * values[a] * values[b];
        }
      }
    }

    return products;
  }

  /** The columns that a kind has, and their values; returns how many. */
  int present(int kind, int[] columns, double[] values) {
    int count = 0;
    for (; count < auxiliaries.constants(); count++) {
      columns[count] = count;
      values[count] = 1;
    }

    for (int level : levels[kind]) {
      columns[count] = level;
      values[count++] = 1;
    }

    for (int j = 0; j < numbers[kind].length; j++) {
      columns[count] = auxiliaries.firstNumber() + j;
      values[count++] = numbers[kind][j];
    }

    return count;
  }

  /**
   * What a calibration did.
   *
   * @param ratios what weights are multiplied by, by kind
   * @param trimmed kinds whose weight was brought to a bound
   */
  CalibrationReport report(
      CalibrationMethod method, int steps, double[] ratios, boolean[] trimmed) {
    double sumAfter = 0;
    double squaresAfter = 0;
    long cut = 0;
    long negative = 0;
    for (int k = 0; k < ratios.length; k++) {
      sumAfter += ratios[k] * weights[k];
      squaresAfter += ratios[k] * ratios[k] * squares[k];
      cut += trimmed[k] ? rows[k] : 0;
      negative += ratios[k] < 0 ? rows[k] : 0;
    }

    long n = Arrays.stream(rows).sum();
    double before = sum();
    return new CalibrationReport(
        method,
        n,
        steps,
        Arrays.stream(ratios).min().orElse(Double.NaN),
        Arrays.stream(ratios).max().orElse(Double.NaN),
        n * Arrays.stream(squares).sum() / (before * before),
        n * squaresAfter / (sumAfter * sumAfter),
        negative,
        cut);
  }
}
