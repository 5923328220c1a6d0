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

  /** A step is halved down to this share of it. */
  private static final double LEAST_SHARE = 0x1p-30;

  private static final double CONVERGED = 1e-10;

  /** Squared, what the columns before it leave of a collinear column, relative to it. */
  private static final double COLLINEAR = 1e-11;

  /** From this step on a coefficient that still moves by this much has no limit. */
  private static final int SETTLED_STEP = 8;

  /** More columns of a term than these are not named. */
  private static final int MOST_NAMED = 6;

  private static final double MOVING = 0.05;
  private static final double STILL = 1e-6;

  private final Likelihood likelihood;
  private final double weights;
  private double[] parameters;

  /** At the last parameters but those that {@link #wanted} are. */
  private NewtonSums sums;

  /** Null where the search has ended. */
  private NewtonSums wanted;

  private double[][] inverse;
  private int steps;

  /** The step that is tried, from where, and how much of it. */
  private double[] step;

  private double[] before;
  private double share;

  /** The step before it. */
  private double[] last;

  /**
   * @param weights the sum of all weights
   */
  private Newton(
      Likelihood likelihood, double weights, double[] parameters, NewtonSums.Limits guess) {
    this.likelihood = likelihood;
    this.weights = weights;
    this.parameters = parameters;
    this.wanted = new NewtonSums(likelihood, parameters, guess);
  }

  /**
   * Fits a model.
   *
   * @param largest weight
   * @throws UserException if a column is collinear with others, or its coefficient has no limit
   */
  static Newton fit(EncodedRows rows, Likelihood likelihood, double weights, double largest) {
    NewtonSums.Limits guess = new NewtonSums.Limits(largest, largest, largest);
    Newton newton = new Newton(likelihood, weights, likelihood.start(), guess);
    while (!newton.isDone()) {
      newton.accept(rows.sums(newton.wanted));
    }

    return newton;
  }

  /**
   * Another search, with other weights, from where this one ended.
   *
   * @param room how many times as large a row's parts may be, near enough
   */
  Newton again(double room) {
    return new Newton(likelihood, weights, parameters, sums.largest().times(room));
  }

  boolean isDone() {
    return wanted == null;
  }

  /** Empty: the sums over all rows that are to be {@linkplain #accept accepted}. */
  NewtonSums wanted() {
    return wanted;
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

  /**
   * Goes on with the sums that were wanted.
   *
   * @throws UserException if a column is collinear with others, or its coefficient has no limit
   */
  void accept(NewtonSums found) {
    if (!found.isWithin()) {
      wanted = found.wider();
      return;
    }

    if (step == null) {
      sums = found;
      refuseCollinear();
    } else if (rises(found)) {
      share /= 2;
      tryStep();
      return;
    } else {
      double deviance = sums.deviance();
      sums = found;
      refuseSeparated(deviance);
    }

    last = step;
    step = step();
    steps++;
    before = parameters;
    share = 1;
    tryStep();
    if (isSettled()) {
      wanted = null;
    }
  }

  private void tryStep() {
    parameters = sum(before, step, share);
    wanted = new NewtonSums(likelihood, parameters, sums.largest().times(4));
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

  private boolean isSettled() {
    if (likelihood.model().family() == Family.LINEAR) {
      // The first step is exact but for rounding, which the next ones remove.
      return steps == 3;
    }

    return largest(step) <= CONVERGED * Math.max(1, largest(parameters));
  }

  /** Whether the deviance rises where a step leads, so that half of it is better. */
  private boolean rises(NewtonSums found) {
    double deviance = sums.deviance();
    return likelihood.model().family() != Family.LINEAR
        && share > LEAST_SHARE
        && !(found.deviance() <= deviance + 1e-8 * (Math.abs(deviance) + weights));
  }

  private void refuseSeparated(double deviance) {
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
