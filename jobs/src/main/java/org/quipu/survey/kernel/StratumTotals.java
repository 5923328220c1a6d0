package org.quipu.survey.kernel;

import java.io.Serializable;
import java.util.Arrays;
import org.quipu.survey.CodeIndex;

/**
 * The totals of one stratum by cell and cluster. A cell is a domain, or the same set of rows as a
 * domain of several tables: tables that divide the stratum alike share their cells. Of each cell
 * only the clusters with a member are held (a slot each, in order); totals of the others are 0.
 */
final class StratumTotals implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Sums of squares kept for an outcome of numbers: yy, yx, xx, and the weights of a ratio. */
  static final int SQUARES = 4;

  /** Positions of the tables that share the cells. */
  final int[] tables;

  /** The codes of each cell, one for each dimension. */
  final int[][] codes;

  /** Each cell's first slot, and the end. */
  final int[] start;

  /** The cluster of each slot. */
  final int[] cluster;

  final UniverseIndex universes;

  /** Totals of weight times outcome by slot: from {@link #numerator} on. */
  final double[] numerators;

  /** Totals of weight, times a ratio's denominator, by slot: from {@link #denominator} on. */
  final double[] denominators;

  /** Totals of weight times squares, for the design effects of numbers. */
  final double[] squares;

  /** Rows, by cell: with a weight or without, answering or not. */
  final long[] rows;

  /** Sums of the squared weights of the answers, by cell and universe. */
  final double[] squaredWeights;

  /** Rows with a weight that answered, by cell and universe. */
  final long[] answers;

  /** Rows with a weight that have the outcome, by cell and outcome. */
  final long[] cases;

  /** Clusters with a member who has a weight, by cell. */
  final int[] members;

  /** Rows that answered, with a weight or not, by cell and universe. */
  final long[] answered;

  /** Clusters with an answer that has a weight, by cell and universe. */
  final int[] answering;

  /** Totals of replicate weight times outcome, and of the weights, by cell, outcome, replicate. */
  final double[] replicates;

  /**
   * Sums of the products with the auxiliary variables of a calibration, by cell: of the outcomes,
   * then of the universes' denominators.
   */
  final double[] products;

  private final int outcomes;

  /** Cells with totals of 0. */
  StratumTotals(
      int[] tables,
      int[][] codes,
      int[] start,
      int[] cluster,
      EstimationPlan plan,
      int auxiliaries,
      UniverseIndex universes) {
    this.tables = tables;
    this.codes = codes;
    this.start = start;
    this.cluster = cluster;
    this.universes = universes;
    this.outcomes = plan.outcomes().size();
    this.numerators = new double[cluster.length * outcomes];
    this.denominators = new double[cluster.length * universes.count()];
    this.squares = new double[plan.numbers().isEmpty() ? 0 : SQUARES * codes.length * outcomes];
    this.rows = new long[codes.length];
    this.squaredWeights = new double[codes.length * universes.count()];
    this.answers = new long[codes.length * universes.count()];
    this.cases = new long[codes.length * outcomes];
    this.members = new int[codes.length];
    this.answered = new long[codes.length * universes.count()];
    this.answering = new int[codes.length * universes.count()];
    this.products = new double[codes.length * (outcomes + universes.count()) * auxiliaries];
    this.replicates = new double[2 * plan.replicates() * codes.length * outcomes];
  }

  int count() {
    return codes.length;
  }

  /** Renumbers the codes. */
  void translate(int[][] translation) {
    for (int cell = 0; cell < codes.length; cell++) {
      codes[cell] = CodeIndex.translate(codes[cell], translation);
    }
  }

  int slots(int cell) {
    return start[cell + 1] - start[cell];
  }

  /** Where the totals of a cell's outcome begin, one for each slot. */
  int numerator(int cell, int outcome) {
    return start[cell] * outcomes + outcome * slots(cell);
  }

  /** Where the totals of a cell's universe begin, one for each slot. */
  int denominator(int cell, int universe) {
    return start[cell] * universes.count() + universe * slots(cell);
  }

  /** Where the squares of a cell's outcome begin. */
  int square(int cell, int outcome) {
    return SQUARES * (cell * outcomes + outcome);
  }

  /** Where the products of a cell's series begin: of an outcome, or after them of a universe. */
  int product(int cell, int series, int auxiliaries) {
    return (cell * (outcomes + universes.count()) + series) * auxiliaries;
  }

  /** The products of a cell's series. */
  double[] products(int cell, int series, int auxiliaries) {
    int from = product(cell, series, auxiliaries);
    return Arrays.copyOfRange(products, from, from + auxiliaries);
  }

  long answers(int cell, int outcome) {
    return answers[cell * universes.count() + universes.of(outcome)];
  }

  double squaredWeights(int cell, int outcome) {
    return squaredWeights[cell * universes.count() + universes.of(outcome)];
  }

  long answered(int cell, int outcome) {
    return answered[cell * universes.count() + universes.of(outcome)];
  }

  int answering(int cell, int outcome) {
    return answering[cell * universes.count() + universes.of(outcome)];
  }

  long cases(int cell, int outcome) {
    return cases[cell * outcomes + outcome];
  }

  /** The totals of a cell's numerators, one an outcome. */
  double[] numeratorSums(int cell) {
    return sums(numerators, numerator(cell, 0), slots(cell), outcomes);
  }

  /** The totals of a cell's denominators, one a universe. */
  double[] denominatorSums(int cell) {
    return sums(denominators, denominator(cell, 0), slots(cell), universes.count());
  }

  private static double[] sums(double[] values, int from, int slots, int count) {
    double[] sums = new double[count];
    for (int i = 0; i < count; i++) {
      sums[i] = sum(values, from + i * slots, slots);
    }

    return sums;
  }

  static double sum(double[] values, int from, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += values[from + i];
    }

    return sum;
  }
}
