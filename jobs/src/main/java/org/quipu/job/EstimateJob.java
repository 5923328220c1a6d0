package org.quipu.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quipu.file.Numbers;
import org.quipu.spark.SurveyInput;
import org.quipu.store.EstimateRow;
import org.quipu.survey.Design;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Estimate;
import org.quipu.survey.Estimates;
import org.quipu.survey.Interval;
import org.quipu.survey.IntervalMethod;
import org.quipu.survey.Outcome;
import org.quipu.survey.Quantile;
import org.quipu.survey.Replication;
import org.quipu.survey.Retain;
import org.quipu.survey.Statistic;
import org.quipu.survey.SurveyTable;

/** Estimates from any survey, with standard errors of its design. */
public final class EstimateJob {
  /** A quantile of a column, such as 0.5 for its median. */
  public record QuantileOf(String column, double share) {}

  /**
   * What is to be estimated, and how.
   *
   * @param outcomes means, totals, ratios and proportions: of a column of 0 and 1, or of each
   *     category of another
   * @param quantiles with Woodruff's intervals
   * @param tables of domains
   * @param interval of the statistics to which the method applies; others have Wald's
   * @param replication how variances are replicated from cluster totals; null for linearization, or
   *     where the design has replicate weights
   */
  public record Request(
      SurveyInput data,
      Design design,
      List<Outcome> outcomes,
      List<QuantileOf> quantiles,
      List<DomainTable> tables,
      IntervalMethod interval,
      Replication replication) {}

  /**
   * What was estimated.
   *
   * @param warnings what a user should know before using the estimates
   */
  public record Result(List<EstimateRow> rows, List<String> warnings) {}

  public Result run(Request request) {
    Result result = new Result(new ArrayList<>(), new ArrayList<>());
    if (!request.outcomes.isEmpty()) {
      addOutcomes(request, result);
    }

    if (!request.quantiles.isEmpty()) {
      addQuantiles(request, result);
    }

    return result;
  }

  private static void addOutcomes(Request request, Result result) {
    Retain retain = request.replication == null ? Retain.NOTHING : Retain.CLUSTERS;
    Estimates estimates =
        request.data.estimate(request.design, request.outcomes, request.tables, retain);
    Estimates replicated =
        request.replication == null ? estimates : estimates.replicated(request.replication);
    replicated.all().forEach(each -> result.rows.add(row(each, request.interval)));
    for (List<String> strata : estimates.lonelyStrata().values()) {
      if (!strata.isEmpty()) {
        String treatment = request.design.lonelyPsu().name().toLowerCase(Locale.ROOT);
        result.warnings.add(
            "one cluster only in %d strata, treated as %s: %s"
                .formatted(strata.size(), treatment, String.join(", ", strata)));
      }
    }
  }

  private static void addQuantiles(Request request, Result result) {
    SurveyTable data =
        request.data.read(
            request.design,
            request.tables,
            request.quantiles.stream().map(QuantileOf::column).toList());
    for (QuantileOf asked : request.quantiles) {
      for (DomainTable table : request.tables) {
        Quantile.estimate(data, request.design, asked.column, asked.share, table)
            .forEach(each -> result.rows.add(row(asked, each)));
      }
    }
  }

  private static EstimateRow row(Estimate estimate, IntervalMethod wanted) {
    Statistic statistic = estimate.outcome().statistic();
    IntervalMethod method = wanted.appliesTo(statistic) ? wanted : IntervalMethod.WALD;
    return row(
        estimate,
        estimate.outcome().name(),
        statistic.code(),
        estimate.estimate(),
        estimate.standardError(),
        estimate.interval(method),
        estimate.deff());
  }

  private static EstimateRow row(QuantileOf asked, Quantile quantile) {
    return row(
        quantile.below(),
        asked.column,
        "quantile_" + Numbers.shortest(asked.share),
        quantile.value(),
        quantile.standardError(),
        quantile.interval(),
        Double.NaN);
  }

  private static EstimateRow row(
      Estimate domain,
      String outcome,
      String statistic,
      double estimate,
      double standardError,
      Interval interval,
      double deff) {
    return new EstimateRow(
        outcome,
        domain.table().name(),
        domain.domain(),
        statistic,
        estimate,
        standardError,
        interval.low(),
        interval.high(),
        100 * standardError / Math.abs(estimate),
        deff,
        domain.df(),
        domain.n(),
        domain.weightedN(),
        domain.psus(),
        domain.strata());
  }
}
