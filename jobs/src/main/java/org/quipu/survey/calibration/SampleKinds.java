package org.quipu.survey.calibration;

/** The kinds of rows of a sample, in order. */
final class SampleKinds {
  /** By kind the places of its levels. */
  final int[][] levels;

  /** By kind its numbers. */
  final double[][] numbers;

  /** The weight of each row, unscaled; 0 where a kind has rows of several. */
  final double[] weight;

  /** The sum of the weights of its rows, scaled. */
  final double[] weights;

  /** The sum of their squares. */
  final double[] squares;

  final long[] rows;

  SampleKinds(
      int[][] levels,
      double[][] numbers,
      double[] weight,
      double[] weights,
      double[] squares,
      long[] rows) {
    this.levels = levels;
    this.numbers = numbers;
    this.weight = weight;
    this.weights = weights;
    this.squares = squares;
    this.rows = rows;
  }

  int count() {
    return rows.length;
  }
}
