package org.quipu.survey.regression;

import java.util.Arrays;
import org.quipu.math.FixedPoint;

/**
 * The score, the expected information and the deviance at some coefficients: what a Newton step
 * (Fisher scoring) needs of all rows. A row adds w·(y−μ)·μ'/V(μ)·z to the score and w·μ'²/V(μ)·zz'
 * to the information.
 */
final class NewtonSums implements RowSums<NewtonSums> {
  private static final long serialVersionUID = 1L;

  private final Model model;
  private final double[] coefficients;
  private final Limits limits;
  private final FixedPoint scoreUnit;
  private final FixedPoint informationUnit;
  private final FixedPoint devianceUnit;
  private final long[] score;
  private final long[] information;
  private long deviance;
  private double largestScore;
  private double largestInformation;
  private double largestDeviance;

  /**
   * What the factor of a row's z in the score, that of zz' in the information, and its deviance do
   * not exceed.
   */
  record Limits(double score, double information, double deviance) implements java.io.Serializable {
    /** So many times as large. */
    Limits times(double factor) {
      return new Limits(factor * score, factor * information, factor * deviance);
    }

    boolean hold(Limits others) {
      return others.score <= score
          && others.information <= information
          && others.deviance <= deviance;
    }
  }

  /**
   * @param coefficients of the standard columns
   */
  NewtonSums(Model model, double[] coefficients, Limits limits) {
    this.model = model;
    this.coefficients = coefficients;
    this.limits = limits;
    this.scoreUnit = FixedPoint.of(limits.score, model.rows());
    this.informationUnit = FixedPoint.of(limits.information, model.rows());
    this.devianceUnit = FixedPoint.of(limits.deviance, model.rows());
    int p = model.count();
    this.score = new long[p];
    this.information = new long[p * (p + 1) / 2];
  }

  /** The sums at some coefficients, whatever their size. */
  static NewtonSums at(EncodedRows rows, Model model, double[] coefficients, Limits guess) {
    NewtonSums sums = rows.sums(new NewtonSums(model, coefficients, guess));
    return guess.hold(sums.largest())
        ? sums
        : rows.sums(new NewtonSums(model, coefficients, sums.largest()));
  }

  /** What occurred. */
  Limits largest() {
    return new Limits(largestScore, largestInformation, largestDeviance);
  }

  @Override
  public NewtonSums fresh() {
    return new NewtonSums(model, coefficients, limits);
  }

  @Override
  public void add(RowChunk chunk) {
    RowReader reader = new RowReader(model);
    reader.open(chunk);
    Family family = model.family();
    int[] present = new int[model.count()];
    for (int row = 0; row < chunk.size; row++) {
      reader.read(row);
      double eta = reader.predictor(coefficients);
      double mean = family.mean(eta);
      double slope = family.slope(eta, mean);
      double perVariance = reader.weight() * slope / family.variance(mean);
      double residual = perVariance * (reader.outcome() - mean);
      double curvature = perVariance * slope;
      double loss = reader.weight() * family.deviance(reader.outcome(), mean);
      largestScore = Math.max(largestScore, Math.abs(residual));
      largestInformation = Math.max(largestInformation, curvature);
      largestDeviance = Math.max(largestDeviance, loss);
      deviance += devianceUnit.of(loss);
      add(reader.z, present, residual, curvature);
    }
  }

  private void add(double[] z, int[] present, double residual, double curvature) {
    int count = 0;
    for (int j = 0; j < z.length; j++) {
      if (z[j] != 0) {
        present[count++] = j;
      }
    }

    for (int a = 0; a < count; a++) {
      int i = present[a];
      score[i] += scoreUnit.of(residual * z[i]);
      double times = curvature * z[i];
      int at = i * (i + 1) / 2;
      for (int b = 0; b <= a; b++) {
        information[at + present[b]] += informationUnit.of(times * z[present[b]]);
      }
    }
  }

  @Override
  public void merge(NewtonSums other) {
    Arrays.setAll(score, j -> score[j] + other.score[j]);
    Arrays.setAll(information, j -> information[j] + other.information[j]);
    deviance += other.deviance;
    largestScore = Math.max(largestScore, other.largestScore);
    largestInformation = Math.max(largestInformation, other.largestInformation);
    largestDeviance = Math.max(largestDeviance, other.largestDeviance);
  }

  double[] score() {
    return Arrays.stream(score).mapToDouble(scoreUnit::value).toArray();
  }

  /** p × p. */
  double[][] information() {
    int p = score.length;
    double[][] matrix = new double[p][p];
    for (int i = 0, at = 0; i < p; i++) {
      for (int j = 0; j <= i; j++, at++) {
        matrix[i][j] = informationUnit.value(information[at]);
        matrix[j][i] = matrix[i][j];
      }
    }

    return matrix;
  }

  double deviance() {
    return devianceUnit.value(deviance);
  }
}
