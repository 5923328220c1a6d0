package org.quipu.survey.calibration;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quipu.UserException;
import org.quipu.math.Cholesky;
import org.quipu.survey.Identifiers;

/**
 * Solves the calibration equations Σ w·F(x'λ)·x = t by Newton's method with halved steps (Deville
 * and Särndal 1992; R: {@code survey::grake}), on the kinds of rows of a sample.
 */
final class CalibrationSolver {
  private static final int MOST_STEPS = 100;
  private static final int MOST_HALVINGS = 30;

  /** How near totals are met, relative to them, where the search ends. */
  private static final double CONVERGED = 1e-13;

  /** How near they must be met. */
  private static final double MET = 1e-9;

  /** How near totals must be met that others imply. */
  private static final double IMPLIED = 1e-6;

  /** What the columns before it leave of a column that they imply, squared. */
  private static final double COLLINEAR = 1e-11;

  private static final double RIDGE = 1e-6;
  private static final int MOST_NAMED = 3;

  private final Calibration calibration;
  private final Auxiliaries auxiliaries;
  private final double weightScale;
  private final double first;
  private final SampleKinds sample;
  private final Standard standard;
  private final Ratio ratio;
  private final int p;
  private final double[] wanted;
  private final double[] size;
  private double[] coefficients;
  private int[] active;
  private int steps;

  /**
   * Of a sample, or a replicate of one.
   *
   * @param sample with the weights that the factors multiply, and numbers that are standardized
   * @param first what brought the design's weights to these
   */
  CalibrationSolver(DistinctRows rows, SampleKinds sample, double first, Standard standard) {
    this.calibration = rows.calibration();
    this.auxiliaries = rows.auxiliaries();
    this.weightScale = rows.weightScale();
    this.first = first;
    this.sample = sample;
    this.standard = standard;
    this.ratio = new Ratio(calibration.method(), calibration.lower(), calibration.upper());
    this.p = auxiliaries.count();
    this.wanted = new double[p];
    double people = calibration.totals().size();
    for (int j = 0; j < p; j++) {
      int number = j - auxiliaries.firstNumber();
      wanted[j] =
          number < 0 ? auxiliaries.total(j) : standard.total(number, auxiliaries.total(j), people);
    }

    this.size = new double[p];
  }

  /** The coefficients of the auxiliary columns. */
  double[] coefficients() {
    find(sample.products());
    return coefficients;
  }

  /** What the rows of each kind are multiplied by. */
  double[] ratios() {
    double[] ratios = new double[sample.count()];
    Arrays.setAll(ratios, k -> ratio.of(sample.predictor(coefficients, k)));
    return ratios;
  }

  private void find(double[][] products) {
    refuseEmpty(products);
    active = independent(products);
    double sum = sample.sum();
    for (int j = 0; j < p; j++) {
      size[j] = Math.max(Math.abs(wanted[j]), Math.sqrt(products[j][j] * sum));
    }

    start(sum);
    search(products);
  }

  CalibratedWeights solve() {
    double[][] products = sample.products();
    find(products);
    double[] ratios = ratios();
    double[] each = new double[ratios.length];
    Arrays.setAll(each, k -> ratios[k] * sample.weight(k) / weightScale);
    Trimming trimming = Trimming.of(calibration.trim(), each, sample.rows());
    boolean[] cut = new boolean[each.length];
    for (int k = 0; k < each.length && !trimming.isNone(); k++) {
      cut[k] = trimming.cuts(each[k]);
      ratios[k] *= trimming.of(each[k]) / each[k];
    }

    boolean weighted = calibration.method() != CalibrationMethod.RAKE;
    return new CalibratedWeights(
        auxiliaries,
        standard,
        ratio,
        coefficients,
        weighted ? inverse(products) : Sweeps.of(auxiliaries, sample.unweighted()),
        weighted,
        first,
        weightScale,
        trimming,
        sample.report(calibration.method(), steps, ratios, cut),
        CalibratedReplicates.NONE);
  }

  private void refuseEmpty(double[][] products) {
    for (int j = auxiliaries.constants(); j < auxiliaries.firstNumber(); j++) {
      boolean rows = products[j][j] > 0;
      if (rows != wanted[j] > 0) {
        throw UserException.input(
            calibration.totals().source() + ", " + auxiliaries.name(j),
            rows
                ? "a total of 0 where the sample has rows"
                : "a total of " + Identifiers.text(wanted[j]) + " where the sample has no row",
            "rows where there are people, and only there",
            "Join the level with another, in the table and in the data");
      }
    }
  }

  /** The columns that those before them do not imply. */
  private int[] independent(double[][] products) {
    List<Integer> kept =
        IntStream.range(0, p)
            .filter(j -> products[j][j] > 0)
            .boxed()
            .collect(Collectors.toCollection(ArrayList::new));
    while (true) {
      int[] columns = kept.stream().mapToInt(Integer::intValue).toArray();
      int dependent = Cholesky.dependent(block(products, columns), COLLINEAR);
      if (dependent == columns.length) {
        return columns;
      }

      kept.remove(dependent);
    }
  }

  private static double[][] block(double[][] matrix, int[] columns) {
    return IntStream.of(columns)
        .mapToObj(i -> IntStream.of(columns).mapToDouble(j -> matrix[i][j]).toArray())
        .toArray(double[][]::new);
  }

  /** Begins at the factor that brings the sample to the size of the population, for raking. */
  private void start(double sum) {
    coefficients = new double[p];
    if (calibration.method() == CalibrationMethod.RAKE) {
      double first = Math.log(calibration.totals().size() / sum);
      int levels = auxiliaries.factor(0).levels().size();
      Arrays.fill(coefficients, 0, levels, first);
    }
  }

  private void search(double[][] products) {
    double[] misfit = misfit(coefficients);
    double apart = apart(misfit, active);
    while (apart > CONVERGED && steps < MOST_STEPS) {
      double[] step = step(misfit, products);
      double[] next = null;
      double[] then = null;
      double share = 2;
      double nearer = Double.POSITIVE_INFINITY;
      for (int i = 0; i < MOST_HALVINGS && !(nearer < apart); i++) {
        share /= 2;
        next = coefficients.clone();
        for (int a = 0; a < active.length; a++) {
          next[active[a]] += share * step[a];
        }

        then = misfit(next);
        nearer = apart(then, active);
      }

      steps++;
      if (!(nearer < apart)) {
        break;
      }

      coefficients = next;
      misfit = then;
      apart = nearer;
    }

    refuseMissed(misfit, active, MET);
    refuseMissed(misfit, IntStream.range(0, p).toArray(), IMPLIED);
  }

  /** By column what is wanted beyond what weights at these coefficients give. */
  private double[] misfit(double[] at) {
    double[] misfit = wanted.clone();
    int[] columns = new int[p];
    double[] values = new double[p];
    for (int k = 0; k < sample.count(); k++) {
      double weight = sample.weights(k) * ratio.of(sample.predictor(at, k));
      int present = sample.present(k, columns, values);
      for (int a = 0; a < present; a++) {
        misfit[columns[a]] -= weight * values[a];
      }
    }

    return misfit;
  }

  private double apart(double[] misfit, int[] columns) {
    double largest = 0;
    for (int j : columns) {
      largest = Math.max(largest, Math.abs(misfit[j]) / size[j]);
    }

    return largest;
  }

  private double[] step(double[] misfit, double[][] products) {
    double[] counts = new double[sample.count()];
    Arrays.setAll(counts, k -> sample.weights(k) * ratio.slope(sample.predictor(coefficients, k)));
    double[][] slopes = block(sample.products(counts), active);
    double[] wish = IntStream.of(active).mapToDouble(j -> misfit[j]).toArray();
    if (Cholesky.dependent(slopes, COLLINEAR) < active.length) {
      // All rows of some column stand at a bound.
      for (int i = 0; i < active.length; i++) {
        for (int j = 0; j < active.length; j++) {
          slopes[i][j] += RIDGE * products[active[i]][active[j]];
        }
      }
    }

    return Cholesky.of(slopes).solve(wish);
  }

  private void refuseMissed(double[] misfit, int[] columns, double near) {
    List<Integer> missed =
        IntStream.of(columns)
            .filter(j -> !(Math.abs(misfit[j]) <= near * size[j]))
            .boxed()
            .sorted(
                (a, b) ->
                    Double.compare(Math.abs(misfit[b] / size[b]), Math.abs(misfit[a] / size[a])))
            .limit(MOST_NAMED)
            .toList();
    if (!missed.isEmpty()) {
      double people = calibration.totals().size();
      double sum = sample.sum();
      boolean far = people / sum <= calibration.lower() || people / sum >= calibration.upper();
      throw UserException.input(
          calibration.totals().source(),
          "totals that no weights "
              + (calibration.method().takesBounds() ? "between the bounds " : "")
              + "meet: "
              + missed.stream().map(auxiliaries::name).collect(Collectors.joining(", ")),
          "totals that the sample can be weighted to",
          far
              ? "The weights sum to %s for %s people: scale them, or choose bounds about %s"
                  .formatted(rounded(sum), rounded(people), rounded(people / sum))
              : "Widen the bounds, join levels, or see whether the totals agree with one another");
    }
  }

  /** To six digits, for messages. */
  private static String rounded(double number) {
    return Identifiers.text(new BigDecimal(number, new MathContext(6)).doubleValue());
  }

  /** P of a regression on the columns; 0 for those that others imply. */
  private double[][] inverse(double[][] products) {
    double[][] inverse = Cholesky.of(block(products, active)).inverse();
    double[][] projection = new double[p][p];
    for (int a = 0; a < active.length; a++) {
      for (int b = 0; b < active.length; b++) {
        projection[active[a]][active[b]] = inverse[a][b];
      }
    }

    return projection;
  }
}
