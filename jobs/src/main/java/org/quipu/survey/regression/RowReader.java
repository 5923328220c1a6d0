package org.quipu.survey.regression;

/** Reads the rows of chunks as rows of the model, one at a time. */
final class RowReader {
  private final Model model;
  private RowChunk chunk;
  private int[][] levels;
  private int row;
  private double weight;

  /** The levels of the row's factors. */
  final int[] codes;

  /** The row's numbers. */
  final double[] numbers;

  /** The row of the model, standardized. */
  final double[] z;

  /** The places of the columns that are not 0, after {@link #present()}. */
  final int[] present;

  RowReader(Model model) {
    this.model = model;
    this.codes = new int[model.levels().of().size()];
    this.z = new double[model.count()];
    this.present = new int[model.count()];
    this.numbers = new double[model.numbers()];
  }

  void open(RowChunk next) {
    chunk = next;
    levels = model.levels().numbers(next);
  }

  void read(int next) {
    row = next;
    weight = chunk.weights[row];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = levels[i][chunk.codes[i][row]];
    }

    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = chunk.numbers[i][row];
    }

    fill();
  }

  /** Makes the row of the model anew from its codes and numbers. */
  void fill() {
    model.columns().fill(codes, numbers, z);
    model.standard().standardize(z);
  }

  /** Fills in the derivatives of the row of the model by one of its numbers. */
  void slopes(int number, double[] slopes) {
    for (int j = 0; j < slopes.length; j++) {
      slopes[j] = model.columns().get(j).slope(number, codes, numbers);
    }

    model.standard().scale(slopes);
  }

  /** Finds the columns that are not 0; returns how many. */
  int present() {
    int count = 0;
    for (int j = 0; j < z.length; j++) {
      if (z[j] != 0) {
        present[count++] = j;
      }
    }

    return count;
  }

  /** Adds the products of a value of the row with its auxiliary variables, as β needs them. */
  void addProducts(double value, double[] sums, int to) {
    chunk.auxiliaries.counting().addProducts(row, value, sums, to);
  }

  /** Adds the row's auxiliary variables times its calibrated weight. */
  void addAuxiliaries(double[] sums) {
    chunk.auxiliaries.counting().addTotals(row, sums, 0);
  }

  double weight() {
    return weight;
  }

  /** Gives the row another weight, as a replicate does. */
  void weigh(double other) {
    weight = other;
  }

  double outcome() {
    return chunk.outcomes[row];
  }

  double offset() {
    return chunk.offset(row);
  }

  /** The linear predictor at standard coefficients. */
  double predictor(double[] coefficients) {
    double sum = chunk.offset(row);
    for (int j = 0; j < z.length; j++) {
      sum += coefficients[j] * z[j];
    }

    return sum;
  }
}
