package org.quipu.survey.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.quipu.math.Vectors;
import org.quipu.survey.regression.PlaceTotals.RowValues;

/**
 * What a regression says on the outcome's own scale, in the mean over the population that is looked
 * at.
 *
 * <p>Their covariance is that of the coefficients, carried over by the delta method, and that of
 * the sample over which the mean is taken (R: {@code survey::svypredmeans}; Korn and Graubard 1999,
 * Analysis of Health Surveys, section 3.7).
 *
 * @param predictions the mean prediction if everybody had a level, for each level of each factor
 * @param predictionCovariance of these
 * @param effects of each level against the reference: the difference of the mean predictions; of
 *     each number: the mean derivative of the prediction
 * @param effectCovariance of these
 */
public record Margins(
    List<TermEstimate> predictions,
    List<List<Double>> predictionCovariance,
    List<TermEstimate> effects,
    List<List<Double>> effectCovariance) {

  /** Margins of a fitted model. */
  static Margins of(
      EncodedRows rows,
      ModelInput input,
      Model model,
      SampleErrors errors,
      double[] coefficients,
      double[][] covariance,
      double df) {
    MarginRows margins = new MarginRows(model, coefficients, places(input));
    int k = margins.count();
    Values values = new Values(margins);
    Totals whole = Totals.of(rows, model, values);
    double[] sums = whole.values();
    double[] gradient = Totals.of(rows, model, new Gradients(margins)).values();
    int p = model.count();
    double[][] gradients =
        IntStream.range(0, k)
            .mapToObj(i -> Arrays.copyOfRange(gradient, i * p, (i + 1) * p))
            .toArray(double[][]::new);
    double weight = sums[k];
    double[] means = IntStream.range(0, k).mapToDouble(i -> sums[i] / weight).toArray();
    double[][] sampled = errors.ofMeans(values, whole.largest(), sums);
    double[][] all = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double carried = product(gradients[i], covariance, gradients[j]);
        all[i][j] = sampled[i][j] + carried / (weight * weight);
      }
    }

    return of(input, model.levels(), means, all, df);
  }

  /** The columns of factors and of numbers; one that is both cannot be changed as one of them. */
  private static MarginRows.Places places(ModelInput input) {
    int[] factors =
        IntStream.range(0, input.factors().size())
            .filter(i -> !input.numbers().contains(input.factors().get(i)))
            .toArray();
    int[] numbers =
        IntStream.range(0, input.numbers().size())
            .filter(i -> !input.factors().contains(input.numbers().get(i)))
            .toArray();
    return new MarginRows.Places(factors, numbers);
  }

  private static Margins of(
      ModelInput input, Levels levels, double[] means, double[][] covariance, double df) {
    List<TermEstimate> predictions = new ArrayList<>();
    List<TermEstimate> effects = new ArrayList<>();
    List<double[]> contrasts = new ArrayList<>();
    MarginRows.Places places = places(input);
    int at = 0;
    for (int factor : places.factors()) {
      String column = input.factors().get(factor);
      List<String> names = levels.of().get(factor);
      for (int level = 0; level < names.size(); level++) {
        predictions.add(
            new TermEstimate(
                column,
                names.get(level),
                means[at + level],
                Math.sqrt(covariance[at + level][at + level]),
                df));
        if (level > 0) {
          double[] contrast = new double[means.length];
          contrast[at] = -1;
          contrast[at + level] = 1;
          contrasts.add(contrast);
          effects.add(effect(column, names.get(level), contrast, means, covariance, df));
        }
      }

      at += names.size();
    }

    int predicted = at;
    for (int number : places.numbers()) {
      double[] contrast = new double[means.length];
      contrast[at++] = 1;
      contrasts.add(contrast);
      effects.add(effect(input.numbers().get(number), "", contrast, means, covariance, df));
    }

    return new Margins(
        List.copyOf(predictions),
        RegressionFit.table(
            IntStream.range(0, predicted)
                .mapToObj(i -> Arrays.copyOf(covariance[i], predicted))
                .toArray(double[][]::new)),
        List.copyOf(effects),
        RegressionFit.table(
            contrasts.stream()
                .map(a -> contrasts.stream().mapToDouble(b -> product(a, covariance, b)).toArray())
                .toArray(double[][]::new)));
  }

  private static TermEstimate effect(
      String column,
      String level,
      double[] contrast,
      double[] means,
      double[][] covariance,
      double df) {
    double variance = product(contrast, covariance, contrast);
    return new TermEstimate(column, level, Vectors.dot(contrast, means), Math.sqrt(variance), df);
  }

  /** a'Vb. */
  private static double product(double[] a, double[][] covariance, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        sum += a[i] * covariance[i][j] * b[j];
      }
    }

    return sum;
  }

  /** The weighted margins of a row, then its weight. */
  private static final class Values implements RowValues {
    private static final long serialVersionUID = 1L;

    private final MarginRows margins;

    Values(MarginRows margins) {
      this.margins = margins;
    }

    @Override
    public int count() {
      return margins.count() + 1;
    }

    @Override
    public void fill(RowReader row, double[] values) {
      margins.fill(row, values, null);
      values[margins.count()] = row.weight();
    }
  }

  /** The weighted derivatives of a row's margins by the coefficients. */
  private static final class Gradients implements RowValues {
    private static final long serialVersionUID = 1L;

    private final MarginRows margins;

    Gradients(MarginRows margins) {
      this.margins = margins;
    }

    @Override
    public int count() {
      return margins.count() * margins.coefficients();
    }

    @Override
    public void fill(RowReader row, double[] values) {
      margins.fill(row, new double[margins.count()], values);
    }
  }
}
