package org.quipu.survey.regression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.UserException;
import org.quipu.math.Cholesky;

/**
 * The parameters at which the score is 0, by Newton's method with halved steps where the deviance
 * would rise.
 */
final class Newton {
  private static final int MOST_STEPS = 50;
  private static final int MOST_HALVINGS = 30;
  private static final double CONVERGED = 1e-10;

  /** Squared, what the columns before it leave of a collinear column, relative to it. */
  private static final double COLLINEAR = 1e-11;

  /** From this step on a coefficient that still moves by this much has no limit. */
  private static final int SETTLED_STEP = 8;

  /** More columns of a term than these are not named. */
  private static final int MOST_NAMED = 6;

  private static final double MOVING = 0.05;
  private static final double STILL = 1e-6;

  private final EncodedRows rows;
  private final Likelihood likelihood;
  private final double weights;
  private double[] parameters;
  private NewtonSums sums;
  private double[][] inverse;
  private int steps;

  /**
   * @param weights the sum of all weights
   */
  private Newton(EncodedRows rows, Likelihood likelihood, double weights) {
    this.rows = rows;
    this.likelihood = likelihood;
    this.weights = weights;
  }

  /**
   * Fits a model.
   *
   * @param largest weight
   * @throws UserException if a column is collinear with others, or its coefficient has no limit
   */
  static Newton fit(EncodedRows rows, Likelihood likelihood, double weights, double largest) {
    Newton newton = new Newton(rows, likelihood, weights);
    newton.parameters = likelihood.start();
    newton.sums = newton.at(newton.parameters, new NewtonSums.Limits(largest, largest, largest));
    newton.refuseCollinear();
    newton.run();
    return newton;
  }

  /** Of the standard columns. */
  double[] parameters() {
    return parameters;
  }

  /** The inverse of the information, p × p. */
  double[][] inverse() {
    return inverse;
  }

  /** What a row's part of the score does not exceed, near enough. */
  double largestScore() {
    return 2 * sums.largest().score();
  }

  /** The same of the information. */
  double largestInformation() {
    return 2 * sums.largest().information();
  }

  int steps() {
    return steps;
  }

  private NewtonSums at(double[] where, NewtonSums.Limits guess) {
    return NewtonSums.at(rows, likelihood, where, guess);
  }

  private void run() {
    double[] last = null;
    while (true) {
      double[] step = step();
      steps++;
      double[] before = parameters;
      parameters = sum(before, step, 1);
      if (isSettled(step)) {
        return;
      }

      double deviance = sums.deviance();
      advance(before, step);
      refuseSeparated(step, last, deviance);
      last = step;
    }
  }

  private double[] step() {
    try {
      Cholesky cholesky = Cholesky.of(sums.information());
      inverse = cholesky.inverse();
      return cholesky.solve(sums.score());
    } catch (ArithmeticException e) {
      throw separated(variables().toArray());
    }
  }

  private boolean isSettled(double[] step) {
    if (likelihood.model().family() == Family.LINEAR) {
      // The first step is exact but for rounding, which the next ones remove.
      return steps == 3;
    }

    return largest(step) <= CONVERGED * Math.max(1, largest(parameters));
  }

  /** Takes a step, or half of it and so on while the deviance rises. */
  private void advance(double[] before, double[] step) {
    double deviance = sums.deviance();
    NewtonSums.Limits limits = sums.largest().times(4);
    sums = at(parameters, limits);
    double share = 1;
    for (int i = 0; i < MOST_HALVINGS && rises(deviance); i++) {
      share /= 2;
      parameters = sum(before, step, share);
      sums = at(parameters, limits);
    }
  }

  private boolean rises(double before) {
    return likelihood.model().family() != Family.LINEAR
        && !(sums.deviance() <= before + 1e-8 * (Math.abs(before) + weights));
  }

  private void refuseSeparated(double[] step, double[] last, double deviance) {
    if (likelihood.model().family() == Family.LINEAR) {
      return;
    }

    boolean still = Math.abs(deviance - sums.deviance()) < STILL * deviance;
    boolean perfect = sums.deviance() < STILL * weights;
    boolean moving = largest(step) > MOVING && last != null && largest(step) > largest(last) / 2;
    if ((steps >= SETTLED_STEP && moving && (still || perfect)) || steps >= MOST_STEPS) {
      double least = Math.min(MOVING, largest(step) / 2);
      int[] columns = variables().filter(j -> Math.abs(step[j]) > least).toArray();
      throw separated(columns.length > 0 ? columns : variables().toArray());
    }
  }

  /** The parameters that belong to variables. */
  private IntStream variables() {
    return IntStream.range(likelihood.constants(), likelihood.count());
  }

  private UserException separated(int[] columns) {
    List<String> names = names(columns);
    return UserException.input(
        "formula, " + String.join("; ", names),
        "values at which the outcome is always the same, so that the coefficient has no limit",
        "rows with either outcome",
        "Join levels, or leave the variable out");
  }

  /** The columns by name; of a term with many, as where texts are among numbers, how many. */
  private List<String> names(int[] columns) {
    Map<String, List<String>> byTerm =
        IntStream.of(columns)
            .boxed()
            .collect(
                Collectors.groupingBy(
                    likelihood::term,
                    LinkedHashMap::new,
                    Collectors.mapping(likelihood::name, Collectors.toList())));
    return byTerm.entrySet().stream()
        .flatMap(
            each ->
                each.getValue().size() > MOST_NAMED
                    ? Stream.of(each.getKey() + " (" + each.getValue().size() + " coefficients)")
                    : each.getValue().stream())
        .toList();
  }

  private void refuseCollinear() {
    int dependent = Cholesky.dependent(sums.information(), COLLINEAR);
    if (dependent < likelihood.count()) {
      throw Regression.collinear(likelihood.name(dependent));
    }
  }

  private static double[] sum(double[] a, double[] b, double factor) {
    return IntStream.range(0, a.length).mapToDouble(j -> a[j] + factor * b[j]).toArray();
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }

    return largest;
  }
}
