package org.quipu.api;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.quipu.job.ContrastJob;
import org.quipu.job.EstimateJob;
import org.quipu.job.EstimateJob.QuantileOf;
import org.quipu.job.EstimateJob.WelfareOf;
import org.quipu.job.KnownEstimates;
import org.quipu.store.EstimateContrastRow;
import org.quipu.store.EstimateCovarianceRow;
import org.quipu.store.EstimateRow;
import org.quipu.store.Table;
import org.quipu.survey.Design;
import org.quipu.survey.DomainTable;
import org.quipu.survey.IntervalMethod;
import org.quipu.survey.Outcome;
import org.quipu.survey.Replication;
import org.quipu.survey.Retain;
import org.quipu.survey.contrast.Expression;

/**
 * Estimates from a {@link SurveyData}, with standard errors of its design. Immutable; the methods
 * that take an argument return changed copies.
 */
public final class Estimation extends ResultTable<EstimateRow> {
  private static final List<String> PRINTED =
      List.of(
          "outcome",
          "statistic",
          "by",
          "domain",
          "estimate",
          "standard_error",
          "ci_low",
          "ci_high",
          "deff",
          "df",
          "n");

  private final SurveyData survey;
  private final EstimateJob.Request request;

  private Estimation(SurveyData survey, EstimateJob.Request request) {
    super(Table.ESTIMATE, PRINTED);
    this.survey = survey;
    this.request = request;
  }

  static Estimation of(
      SurveyData survey,
      List<Outcome> outcomes,
      List<QuantileOf> quantiles,
      List<WelfareOf> welfare) {
    return new Estimation(
        survey,
        new EstimateJob.Request(
            survey.survey().imputations().get(0),
            survey.survey().design(),
            outcomes,
            quantiles,
            welfare,
            List.of(DomainTable.NATIONAL),
            IntervalMethod.LOGIT,
            Retain.NOTHING));
  }

  /**
   * In the domains of these tables: {@code "national"} for the whole population, a column, or
   * columns crossed by colons, such as {@code "region:sex"}.
   */
  public Estimation by(String... tables) {
    List<DomainTable> domains = Stream.of(tables).map(DomainTable::of).toList();
    domains.forEach(table -> survey.require(table.columns()));
    return with(request.design(), domains, request.interval());
  }

  /**
   * With 95 % intervals by this method; without it, logit intervals of proportions and Wald's of
   * other statistics.
   *
   * @throws IllegalArgumentException if there is no such interval of the statistic
   */
  public Estimation interval(IntervalMethod method) {
    for (Outcome outcome : request.outcomes()) {
      method.requireFor(outcome.statistic());
    }

    if (!request.quantiles().isEmpty()) {
      throw new IllegalArgumentException("quantiles have Woodruff's interval and no other");
    }

    return with(request.design(), request.tables(), method);
  }

  /** With variances from replicates of the cluster totals, a jackknife or bootstrap. */
  public Estimation replicated(Replication replication) {
    Design design = request.design().replicated(replication);
    return with(design, request.tables(), request.interval());
  }

  private Estimation with(Design design, List<DomainTable> tables, IntervalMethod interval) {
    return new Estimation(
        survey,
        new EstimateJob.Request(
            request.data(),
            design,
            request.outcomes(),
            request.quantiles(),
            request.welfare(),
            tables,
            interval,
            request.retain()));
  }

  /**
   * The covariances of all pairs of estimates, each once; of quantiles there are none.
   *
   * @throws IllegalArgumentException for quantiles
   */
  public ResultTable<EstimateCovarianceRow> covariances() {
    return new Part<>(
        this, covarying(), Table.ESTIMATE_COVARIANCE, EstimateJob.Result::covariances);
  }

  /**
   * Functions of the estimates by the delta method, as {@code quipu contrast} has them: {@code
   * "more = 'api00:stype=H' / 'api00:stype=E' - 1"}.
   *
   * @param expressions whose names are {@code outcome} in the whole population, {@code
   *     outcome:table=domain} in a domain and {@code outcome.gini} of measures of inequality and
   *     poverty
   * @throws IllegalArgumentException for quantiles
   * @throws org.quipu.UserException where a text is no expression
   */
  public ResultTable<EstimateContrastRow> contrasts(String... expressions) {
    List<Expression> parsed = Stream.of(expressions).map(Expression::of).toList();
    return new Part<>(
        this,
        covarying(),
        Table.CONTRAST,
        made -> ContrastJob.of(KnownEstimates.of(made), parsed).rows());
  }

  private EstimateJob.Request covarying() {
    return new EstimateJob.Request(
        request.data(),
        request.design(),
        request.outcomes(),
        request.quantiles(),
        request.welfare(),
        request.tables(),
        request.interval(),
        Retain.CLUSTERS);
  }

  /** Another table of the same estimates. */
  private static final class Part<R extends Record> extends ResultTable<R> {
    private final Estimation estimation;
    private final EstimateJob.Request request;
    private final Function<EstimateJob.Result, List<R>> part;

    Part(
        Estimation estimation,
        EstimateJob.Request request,
        Table<R> table,
        Function<EstimateJob.Result, List<R>> part) {
      super(table, table.header());
      this.estimation = estimation;
      this.request = request;
      this.part = part;
    }

    @Override
    List<R> compute() {
      return part.apply(estimation.made(this, request));
    }
  }

  @Override
  List<EstimateRow> compute() {
    return made(this, request).rows();
  }

  /** Estimates, and warns with the table that shows them. */
  private EstimateJob.Result made(ResultTable<?> shown, EstimateJob.Request wanted) {
    EstimateJob.Result result =
        new EstimateJob().pooled(survey.survey().imputations().stream().map(wanted::of).toList());
    shown.warn(survey.warnings());
    shown.tell(result.warnings());
    result.calibrations().stream()
        .filter(report -> report.negative() > 0)
        .forEach(
            report -> shown.warn(List.of(report.negative() + " calibrated weights are negative")));
    return result;
  }
}
