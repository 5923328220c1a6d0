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

  private final Likelihood likelihood;
  private final double[] parameters;
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

  /** What a row's part of the score, of the information and of the deviance does not exceed. */
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

  NewtonSums(Likelihood likelihood, double[] parameters, Limits limits) {
    this.likelihood = likelihood;
    this.parameters = parameters;
    this.limits = limits;
    this.scoreUnit = FixedPoint.of(limits.score, likelihood.model().rows());
    this.informationUnit = FixedPoint.of(limits.information, likelihood.model().rows());
    this.devianceUnit = FixedPoint.of(limits.deviance, likelihood.model().rows());
    int p = likelihood.count();
    this.score = new long[p];
    this.information = new long[p * (p + 1) / 2];
  }

  /** Whether no row's part exceeded the limits, without which the sums are wrong. */
  boolean isWithin() {
    return limits.hold(largest());
  }

  /** Empty sums at the same parameters, of parts as large as occurred. */
  NewtonSums wider() {
    return new NewtonSums(likelihood, parameters, largest());
  }

  /** What occurred. */
  Limits largest() {
    return new Limits(largestScore, largestInformation, largestDeviance);
  }

  @Override
  public NewtonSums fresh() {
    return new NewtonSums(likelihood, parameters, limits);
  }

  @Override
  public void add(RowChunk chunk) {
    RowReader reader = new RowReader(likelihood.model());
    reader.open(chunk);
    for (int row = 0; row < chunk.size; row++) {
      reader.read(row);
      add(reader);
    }
  }

  /** Adds the row that was read. */
  void add(RowReader row) {
    likelihood.add(row, parameters, this);
  }

  /** Notes what a row's parts do not exceed, whatever its columns. */
  void reach(double ofScore, double ofInformation, double ofDeviance) {
    largestScore = Math.max(largestScore, ofScore);
    largestInformation = Math.max(largestInformation, ofInformation);
    largestDeviance = Math.max(largestDeviance, ofDeviance);
  }

  void score(int parameter, double term) {
    score[parameter] += scoreUnit.of(term);
  }

  /** Adds to one element of the lower triangle. */
  void information(int row, int column, double term) {
    information[row * (row + 1) / 2 + column] += informationUnit.of(term);
  }

  void deviance(double term) {
    deviance += devianceUnit.of(term);
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
