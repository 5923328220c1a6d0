package org.quipu.survey.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.UserException;

/**
 * Fits a generalized linear model to a complex sample: coefficients that maximize the weighted
 * likelihood, with the sandwich covariance of the sample's design (Binder 1983; R: {@code
 * survey::svyglm}).
 */
public final class Regression {
  private final EncodedRows rows;
  private final ModelInput input;
  private final Summary summary;
  private final Sample sample;

  private Regression(EncodedRows rows, ModelInput input) {
    this.rows = rows;
    this.input = input;
    this.summary = rows.sums(new Summary(input.factors().size()));
    this.sample = new Sample(input.spec().design(), summary.sampled());
  }

  /**
   * Fits a regression.
   *
   * @throws UserException if no row counts, the outcome does not vary, a column is collinear with
   *     others, or the outcome is separated by a variable
   */
  public static RegressionFit fit(EncodedRows rows, ModelInput input) {
    Regression regression = new Regression(rows, input);
    regression.refuseConstant();
    return regression.fit();
  }

  private void refuseConstant() {
    String outcome = "column " + input.spec().formula().response();
    if (summary.rows() == 0) {
      throw UserException.input(
          outcome,
          "no row with a value, a weight and all explanatory variables in the domain",
          "rows to fit",
          "Check the columns of the formula and the domain");
    }

    if (summary.isConstant()) {
      throw UserException.input(
          outcome,
          "one value in all rows that count",
          "values that vary",
          "Choose another outcome");
    }
  }

  private RegressionFit fit() {
    Model model = model();
    Newton newton =
        Newton.fit(rows, model, summary.mean(), summary.weights(), summary.largestWeight());
    double[][] inverse = newton.inverse();
    Scores scores = new Scores(model.family(), newton.coefficients());
    double[][] scatter =
        sample.covariance(PlaceTotals.of(rows, model, scores, sample.individually()));
    double[][] standard = sandwich(inverse, scatter);
    double[][] covariance = model.standard().covariance(standard);
    double[][] simple = model.standard().covariance(inverse);
    double[] estimates = model.standard().coefficients(newton.coefficients());
    double df = sample.df() + 1.0 - model.count();
    List<TermEstimate> coefficients = new ArrayList<>();
    for (int j = 0; j < estimates.length; j++) {
      ModelColumns.Column column = model.columns().get(j);
      coefficients.add(
          new TermEstimate(
              column.term, column.level, estimates[j], Math.sqrt(covariance[j][j]), df));
    }

    Optional<Margins> margins =
        input.spec().extras().contains(Extra.MARGINS)
            ? Optional.of(
                Margins.of(rows, input, model, sample, newton.coefficients(), standard, df))
            : Optional.empty();
    return new RegressionFit(
        List.copyOf(coefficients),
        Stream.of(covariance)
            .map(row -> IntStream.range(0, row.length).mapToObj(j -> row[j]).toList())
            .toList(),
        tests(model, estimates, covariance, simple, df),
        summary.rows(),
        summary.weights(),
        sample.clusters(),
        sample.strata(),
        df,
        sample.lonely(),
        newton.steps(),
        margins);
  }

  private Model model() {
    Levels levels = Levels.of(input, summary.levels());
    ModelColumns columns = ModelColumns.of(input, levels);
    Model asIs =
        new Model(
            input.spec().family(),
            levels,
            input.numbers().size(),
            columns,
            StandardColumns.none(columns.count()),
            summary.rows());
    return asIs.with(rows.sums(new Moments(asIs)).standard(summary.weights()));
  }

  private List<TermTest> tests(
      Model model, double[] estimates, double[][] covariance, double[][] simple, double df) {
    return input.spec().formula().terms().stream()
        .map(
            term -> {
              int[] at = model.columns().of(term.label());
              double[] b = IntStream.of(at).mapToDouble(j -> estimates[j]).toArray();
              return TermTest.of(term.label(), b, block(covariance, at), block(simple, at), df);
            })
        .toList();
  }

  private static double[][] block(double[][] matrix, int[] at) {
    return IntStream.of(at)
        .mapToObj(i -> IntStream.of(at).mapToDouble(j -> matrix[i][j]).toArray())
        .toArray(double[][]::new);
  }

  /** A·B·A of symmetric matrices. */
  private static double[][] sandwich(double[][] a, double[][] b) {
    return product(product(a, b), a);
  }

  private static double[][] product(double[][] a, double[][] b) {
    int p = a.length;
    double[][] product = new double[p][p];
    for (int i = 0; i < p; i++) {
      for (int l = 0; l < p; l++) {
        for (int j = 0; j < p; j++) {
          product[i][j] += a[i][l] * b[l][j];
        }
      }
    }

    return product;
  }

  static UserException collinear(ModelColumns.Column column) {
    return UserException.input(
        "formula, " + column.name(),
        "a column that is the same in all rows that count, or a sum of the columns before it",
        "columns that tell something of their own",
        "Leave it out of the formula");
  }
}
