package org.quipu.survey.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.UserException;
import org.quipu.survey.Design;
import org.quipu.survey.calibration.CalibratedWeights;

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
    String outcome = "column " + input.spec().formula().response().label();
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
    if (model.family() == Family.ORDINAL) {
      return fit(new CumulativeLogit(model, categories()), null);
    }

    GeneralizedLinear likelihood = new GeneralizedLinear(model, summary.mean());
    return fit(likelihood, likelihood);
  }

  /**
   * Fits a likelihood.
   *
   * @param linear the same as a generalized linear model; null if it is none
   */
  private RegressionFit fit(Likelihood likelihood, GeneralizedLinear linear) {
    Model model = likelihood.model();
    SampleErrors errors = errors(model);
    Newton newton = Newton.fit(rows, likelihood, summary.weights(), summary.largestWeight());
    List<int[]> terms = terms(likelihood);
    SmallSample small =
        has(Extra.SMALL_SAMPLE) ? SmallSample.of(rows, linear, newton, terms) : null;
    double[][] standard =
        small == null ? errors.ofParameters(likelihood, newton) : small.covariance();
    double[][] covariance = own(likelihood, standard);
    double[] estimates = likelihood.own(newton.parameters());
    double df = errors.df() + 1 - model.count();
    double[] dfs = new double[estimates.length];
    Arrays.fill(dfs, df);
    if (small != null) {
      dfs = small.df();
    }

    List<TermEstimate> coefficients = new ArrayList<>();
    for (int j = 0; j < estimates.length; j++) {
      coefficients.add(
          new TermEstimate(
              likelihood.term(j),
              likelihood.level(j),
              estimates[j],
              Math.sqrt(covariance[j][j]),
              dfs[j]));
    }

    Optional<Margins> margins =
        has(Extra.MARGINS)
            ? Optional.of(Margins.of(rows, input, model, errors, newton.parameters(), standard, df))
            : Optional.empty();
    double[][] simple = own(likelihood, newton.inverse());
    List<TermTest> tests = new ArrayList<>();
    for (int term = 0; term < terms.size(); term++) {
      int[] at = terms.get(term);
      double[] b = IntStream.of(at).mapToDouble(j -> estimates[j]).toArray();
      double[][] v = block(covariance, at);
      TermTest test = TermTest.of(likelihood.term(at[0]), b, v, block(simple, at), df);
      tests.add(small == null ? test : test.withWald(small.test(term, b, v)));
    }

    return new RegressionFit(
        List.copyOf(coefficients),
        RegressionFit.table(covariance),
        List.copyOf(tests),
        summary.rows(),
        summary.weights(),
        sample.clusters(),
        sample.strata(),
        df,
        sample.lonely(),
        newton.steps(),
        margins,
        Optional.ofNullable(input.calibration()).map(CalibratedWeights::report),
        likelihood.model().levels().references(input));
  }

  private boolean has(Extra extra) {
    return input.spec().extras().contains(extra);
  }

  private SampleErrors errors(Model model) {
    Design design = input.spec().design();
    if (!design.isReplicated()) {
      return new LinearizedErrors(rows, input, model, sample);
    }

    RowReplicates replicates =
        design.replication() == null
            ? new ColumnReplicates(design.replicates(), summary.rows())
            : sample.replicates(design.replication());
    return new ReplicateErrors(
        rows,
        model,
        design.calibration() == null ? replicates : new CalibratedReplicates(replicates));
  }

  /** The places of the parameters of each term. */
  private List<int[]> terms(Likelihood likelihood) {
    return input.spec().formula().terms().stream()
        .map(Formula.Term::label)
        .map(
            label ->
                IntStream.range(0, likelihood.count())
                    .filter(j -> likelihood.term(j).equals(label))
                    .toArray())
        .toList();
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
            summary.rows() + summary.others());
    return asIs.with(rows.sums(new Moments(asIs)).standard(summary.weights()));
  }

  private static double[][] block(double[][] matrix, int[] at) {
    return IntStream.of(at)
        .mapToObj(i -> IntStream.of(at).mapToDouble(j -> matrix[i][j]).toArray())
        .toArray(double[][]::new);
  }

  /** The covariance of the parameters of the columns as they are, from that of standard ones. */
  private static double[][] own(Likelihood likelihood, double[][] standard) {
    int p = standard.length;
    double[][] half = Stream.of(standard).map(likelihood::own).toArray(double[][]::new);
    double[][] own = new double[p][p];
    for (int j = 0; j < p; j++) {
      int at = j;
      double[] column = Stream.of(half).mapToDouble(row -> row[at]).toArray();
      double[] transformed = likelihood.own(column);
      for (int i = 0; i < p; i++) {
        own[i][j] = transformed[i];
      }
    }

    return own;
  }

  /** The categories of an ordinal outcome. */
  private double[] categories() {
    double[] categories = summary.categories();
    if (categories.length < 3 || categories.length > Summary.MOST_CATEGORIES) {
      throw UserException.input(
          "column " + input.spec().formula().response().label(),
          categories.length < 3
              ? categories.length + " values"
              : "more than " + Summary.MOST_CATEGORIES + " values",
          "3 to " + Summary.MOST_CATEGORIES + " categories in order, as numbers",
          "Join categories, or choose the family logistic or linear");
    }

    return categories;
  }

  static UserException collinear(String column) {
    return UserException.input(
        "formula, " + column,
        "a column that is the same in all rows that count, or a sum of the columns before it",
        "columns that tell something of their own",
        column.contains("poly(") || column.contains("^")
            ? "Leave it out, or take powers of a number less one near it, as in poly(I(x - 2015),"
                + " 3)"
            : "Leave it out of the formula");
  }
}
