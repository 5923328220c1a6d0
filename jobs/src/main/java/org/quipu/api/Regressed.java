package org.quipu.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.quipu.job.KnownEstimates;
import org.quipu.job.RegressionJob;
import org.quipu.job.RegressionTables;
import org.quipu.store.RegressionCovarianceRow;
import org.quipu.store.RegressionMarginRow;
import org.quipu.store.RegressionRow;
import org.quipu.store.RegressionTestRow;
import org.quipu.store.Table;
import org.quipu.survey.Replication;
import org.quipu.survey.contrast.Expression;
import org.quipu.survey.regression.Extra;
import org.quipu.survey.regression.Family;
import org.quipu.survey.regression.Formula;
import org.quipu.survey.regression.RegressionSpec;

/**
 * A regression on a {@link SurveyData}: its coefficients; {@link #tests} has those of whole terms.
 * Immutable.
 */
public final class Regressed extends ResultTable<RegressionRow> {
  private static final List<String> PRINTED =
      List.of(
          "term",
          "level",
          "estimate",
          "standard_error",
          "ci_low",
          "ci_high",
          "statistic",
          "df",
          "p_value");

  private final SurveyData survey;
  private final RegressionSpec spec;
  private RegressionJob.Result result;

  private Regressed(SurveyData survey, RegressionSpec spec) {
    super(Table.REGRESSION, PRINTED);
    this.survey = survey;
    this.spec = spec;
  }

  static Regressed of(SurveyData survey, Formula formula, Family family) {
    RegressionSpec spec =
        new RegressionSpec(formula, family, survey.survey().design(), Map.of(), Set.of());
    survey.require(List.copyOf(spec.columns()));
    return new Regressed(survey, spec);
  }

  /**
   * In the part of the population where a column has one of these values; the other rows stay in
   * the design.
   */
  public Regressed where(String column, String... values) {
    survey.require(List.of(column));
    Map<String, Set<String>> domain = new TreeMap<>(spec.domain());
    domain.put(column, Set.of(values));
    return new Regressed(
        survey,
        new RegressionSpec(spec.formula(), spec.family(), spec.design(), domain, spec.extras()));
  }

  /**
   * Mean predictions at each level of each factor, and mean effects: fitted anew, with more passes
   * over the rows.
   */
  public ResultTable<RegressionMarginRow> margins() {
    return new Part<>(with(Extra.MARGINS), Table.REGRESSION_MARGIN, RegressionTables::margins);
  }

  /** With the errors and degrees of freedom of Bell and McCaffrey, for few clusters. */
  public Regressed smallSample() {
    return with(Extra.SMALL_SAMPLE);
  }

  /** With variances from replicates that are made of the clusters, a jackknife or bootstrap. */
  public Regressed replicated(Replication replication) {
    return new Regressed(
        survey,
        new RegressionSpec(
            spec.formula(),
            spec.family(),
            spec.design().replicated(replication),
            spec.domain(),
            spec.extras()));
  }

  private Regressed with(Extra extra) {
    return new Regressed(
        survey,
        new RegressionSpec(
            spec.formula(), spec.family(), spec.design(), spec.domain(), Set.of(extra)));
  }

  /** Whether all coefficients of each term are 0: Wald's test, and Rao and Scott's. */
  public ResultTable<RegressionTestRow> tests() {
    return new Part<>(this, Table.REGRESSION_TEST, RegressionTables::tests);
  }

  @Override
  List<RegressionRow> compute() {
    warn(survey.warnings());
    tell(fitted().warnings());
    return fitted().tables().coefficients();
  }

  private synchronized RegressionJob.Result fitted() {
    if (result == null) {
      result = RegressionJob.of(survey.survey(), spec);
    }

    return result;
  }

  /** The covariances of the coefficients, each pair once. */
  public ResultTable<RegressionCovarianceRow> covariances() {
    return new Part<>(this, Table.REGRESSION_COVARIANCE, RegressionTables::covariances);
  }

  /**
   * Functions of the coefficients, such as {@code gap = "wealth=poor" - "wealth=rich"}: a
   * coefficient is called as its term, or {@code term=level}.
   *
   * @param expressions each of another name
   * @throws org.quipu.UserException where one is no expression
   */
  public Contrasted contrast(String... expressions) {
    List<Expression> read = Stream.of(expressions).map(Expression::of).toList();
    if (read.isEmpty() || read.stream().map(Expression::name).distinct().count() < read.size()) {
      throw new IllegalArgumentException("one contrast at least, and each of another name");
    }

    return new Contrasted(this, read);
  }

  /** What is printed below all that is estimated from the fit. */
  List<String> warnings() {
    return survey.warnings();
  }

  /** The coefficients by their names, with covariances. */
  KnownEstimates known() {
    return fitted().tables().known();
  }

  /** Another table of the same fit. */
  private static final class Part<R extends Record> extends ResultTable<R> {
    private final Regressed fit;
    private final Function<RegressionTables, List<R>> part;

    Part(Regressed fit, Table<R> table, Function<RegressionTables, List<R>> part) {
      super(table, table.header());
      this.fit = fit;
      this.part = part;
    }

    @Override
    List<R> compute() {
      warn(fit.survey.warnings());
      return part.apply(fit.fitted().tables());
    }
  }
}
