package org.quipu.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quipu.Notice;
import org.quipu.UserException;
import org.quipu.spark.SurveyInput;
import org.quipu.store.EstimateCovarianceRow;
import org.quipu.store.EstimateRow;
import org.quipu.survey.Design;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Estimates;
import org.quipu.survey.IntervalMethod;
import org.quipu.survey.Outcome;
import org.quipu.survey.PovertyLine;
import org.quipu.survey.Quantile;
import org.quipu.survey.Retain;
import org.quipu.survey.SurveyTable;
import org.quipu.survey.WelfareEstimates;
import org.quipu.survey.calibration.CalibrationReport;

/** Estimates from any survey, with standard errors of its design. */
public final class EstimateJob {
  /** A quantile of a column, such as 0.5 for its median. */
  public record QuantileOf(String column, double share) {}

  /**
   * Inequality or poverty of a column.
   *
   * @param line the poverty line; empty for Gini's coefficient
   */
  public record WelfareOf(String column, Optional<PovertyLine> line) {}

  /**
   * What is to be estimated, and how.
   *
   * @param outcomes means, totals, ratios and proportions: of a column of 0 and 1, or of each
   *     category of another
   * @param quantiles with Woodruff's intervals
   * @param welfare Gini's coefficients, and measures of poverty
   * @param tables of domains
   * @param interval of the statistics to which the method applies; others have Wald's
   * @param retain {@link Retain#CLUSTERS} where the covariances of the estimates are wanted too
   */
  public record Request(
      SurveyInput data,
      Design design,
      List<Outcome> outcomes,
      List<QuantileOf> quantiles,
      List<WelfareOf> welfare,
      List<DomainTable> tables,
      IntervalMethod interval,
      Retain retain) {
    public Request {
      if (retain == Retain.CLUSTERS && !quantiles.isEmpty()) {
        throw new IllegalArgumentException(
            "quantiles have Woodruff's intervals, which give no covariances");
      }

      if (design.isReplicated() && !(quantiles.isEmpty() && welfare.isEmpty())) {
        throw new UserException(
            "quantiles and measures of inequality and poverty have no variance from replicates;"
                + " leave these out");
      }
    }

    /** The same of other data, such as another imputation. */
    public Request of(SurveyInput other) {
      return new Request(other, design, outcomes, quantiles, welfare, tables, interval, retain);
    }
  }

  /**
   * What was estimated.
   *
   * @param covariances of all pairs of rows; empty unless they are wanted
   * @param warnings what a user should know before using the estimates
   * @param calibrations what was done to the weights; empty where they are as they were
   */
  public record Result(
      List<EstimateRow> rows,
      List<EstimateCovarianceRow> covariances,
      List<Notice> warnings,
      List<CalibrationReport> calibrations) {}

  /** The estimates from one imputation, being made. */
  private static final class Estimated {
    private final List<EstimateRow> rows = new ArrayList<>();
    private final List<Notice> warnings = new ArrayList<>();
    private final List<CalibrationReport> calibrations = new ArrayList<>();

    /** Of the rows, in their order; null unless it is wanted. */
    private double[][] covariance;
  }

  /**
   * Estimates from each of several imputations of a survey, pooled by Rubin's rules; from a single
   * one as {@link #run}.
   *
   * @param imputations requests that differ in their data alone, or in the columns of outcomes
   */
  public Result pooled(List<Request> imputations) {
    List<Estimated> all = imputations.stream().map(EstimateJob::estimated).toList();
    PooledEstimates pooled =
        PooledEstimates.of(
            all.stream().map(each -> each.rows).toList(), imputations.get(0).interval);
    boolean covaries = imputations.get(0).retain == Retain.CLUSTERS;
    return new Result(
        pooled.rows(),
        covaries
            ? EstimateCovarianceRow.of(
                pooled.rows(),
                pooled.covariance(all.stream().map(each -> each.covariance).toList()))
            : List.of(),
        all.stream().flatMap(each -> each.warnings.stream()).distinct().toList(),
        all.stream().flatMap(each -> each.calibrations.stream()).distinct().toList());
  }

  /** Estimates from one survey. */
  public Result run(Request request) {
    return pooled(List.of(request));
  }

  private static Estimated estimated(Request request) {
    Estimated result = new Estimated();
    if (!request.outcomes.isEmpty()) {
      addOutcomes(request, result);
    }

    if (!request.quantiles.isEmpty()) {
      addQuantiles(request, result);
    }

    if (!request.welfare.isEmpty()) {
      addWelfare(request, result);
    }

    // A measure of welfare that is not defined, as of amounts of 0, has a row for which none
    // counts.
    boolean none =
        request.welfare.isEmpty()
            ? result.rows.stream().noneMatch(row -> row.weightedN() > 0)
            : result.rows.isEmpty();
    if (none) {
      throw UserException.input(
          request.data.name(),
          "no row with a value and a weight above 0",
          "rows to estimate from",
          "Check the columns of the outcome and of the weight");
    }

    return result;
  }

  private static void addOutcomes(Request request, Estimated result) {
    Estimates estimates =
        request.data.estimate(request.design, request.outcomes, request.tables, request.retain);
    estimates.all().forEach(each -> result.rows.add(EstimateRow.of(each, request.interval)));
    if (request.retain == Retain.CLUSTERS) {
      result.covariance = estimates.covariances(estimates.all());
    }

    result.calibrations.addAll(estimates.calibrations().values());
    for (List<String> strata : estimates.lonelyStrata().values()) {
      LonelyStrata.warning(strata, request.design.lonelyPsu()).ifPresent(result.warnings::add);
    }
  }

  private static void addQuantiles(Request request, Estimated result) {
    SurveyTable data =
        request.data.read(
            request.design,
            request.tables,
            request.quantiles.stream().map(QuantileOf::column).toList());
    for (QuantileOf asked : request.quantiles) {
      for (DomainTable table : request.tables) {
        Quantile.estimate(data, request.design, asked.column, asked.share, table)
            .forEach(each -> result.rows.add(EstimateRow.of(asked.column, each)));
      }
    }
  }

  private static void addWelfare(Request request, Estimated result) {
    SurveyTable data =
        request.data.read(
            request.design,
            request.tables,
            request.welfare.stream().map(WelfareOf::column).toList());
    WelfareEstimates asked = new WelfareEstimates(data, request.design);
    for (WelfareOf each : request.welfare) {
      for (DomainTable table : request.tables) {
        each.line.ifPresentOrElse(
            line -> asked.addPoverty(each.column, line, table),
            () -> asked.addGini(each.column, table));
      }
    }

    WelfareEstimates.Result measures = asked.estimate();
    measures.all().forEach(each -> result.rows.add(EstimateRow.of(each, request.interval)));
    if (request.retain == Retain.CLUSTERS) {
      result.covariance = measures.covariances();
    }
  }
}
