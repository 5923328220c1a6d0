package org.quipu.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.quipu.UserException;
import org.quipu.math.RubinRules;
import org.quipu.store.EstimateRow;
import org.quipu.survey.Estimand;
import org.quipu.survey.Interval;
import org.quipu.survey.IntervalMethod;

/** The same estimates from several imputations of a survey as one each, by Rubin's rules. */
final class PooledEstimates {
  /** What the row of one imputation has in common with those of the others. */
  private record Key(String outcome, String by, String domain, Estimand statistic) {
    static Key of(EstimateRow row) {
      return new Key(row.outcome(), row.by(), row.domain(), row.statistic());
    }
  }

  private final List<List<EstimateRow>> imputations;
  private final Map<Key, List<EstimateRow>> rows;
  private final IntervalMethod interval;

  private PooledEstimates(
      List<List<EstimateRow>> imputations,
      Map<Key, List<EstimateRow>> rows,
      IntervalMethod interval) {
    this.imputations = imputations;
    this.rows = rows;
    this.interval = interval;
  }

  /**
   * Pools rows.
   *
   * @param imputations the rows of each; those of a single one stay as they are
   * @throws UserException if a domain has rows in one imputation and none in another
   */
  static PooledEstimates of(List<List<EstimateRow>> imputations, IntervalMethod interval) {
    Map<Key, List<EstimateRow>> rows = new LinkedHashMap<>();
    for (List<EstimateRow> imputation : imputations) {
      imputation.forEach(
          row -> rows.computeIfAbsent(Key.of(row), key -> new ArrayList<>()).add(row));
    }

    rows.forEach(
        (key, of) -> {
          if (of.size() < imputations.size()) {
            throw UserException.input(
                "domain " + key.domain + " of " + key.by,
                "rows in %d of %d imputations".formatted(of.size(), imputations.size()),
                "rows in all",
                "Join rare categories before imputing");
          }
        });

    return new PooledEstimates(imputations, rows, interval);
  }

  /** The pooled rows: counts are the fewest of an imputation, weights and design effects means. */
  List<EstimateRow> rows() {
    return imputations.size() == 1
        ? imputations.get(0)
        : rows.values().stream().map(of -> pooled(of, interval)).toList();
  }

  /**
   * The covariance of the pooled rows.
   *
   * @param covariances those of the rows of each imputation, in their order
   */
  double[][] covariance(List<double[][]> covariances) {
    if (imputations.size() == 1) {
      return covariances.get(0);
    }

    List<double[]> estimates = new ArrayList<>();
    List<double[][]> ordered = new ArrayList<>();
    for (int m = 0; m < imputations.size(); m++) {
      List<EstimateRow> own = imputations.get(m);
      double[][] covariance = covariances.get(m);
      Map<Key, Integer> places = new HashMap<>();
      own.forEach(row -> places.put(Key.of(row), places.size()));
      int[] at = rows.keySet().stream().mapToInt(places::get).toArray();
      estimates.add(IntStream.of(at).mapToDouble(i -> own.get(i).estimate()).toArray());
      ordered.add(
          IntStream.of(at)
              .mapToObj(i -> IntStream.of(at).mapToDouble(j -> covariance[i][j]).toArray())
              .toArray(double[][]::new));
    }

    return RubinRules.of(estimates, ordered).covariance();
  }

  private static EstimateRow pooled(List<EstimateRow> rows, IntervalMethod interval) {
    EstimateRow first = rows.get(0);
    RubinRules rules =
        RubinRules.of(
            rows.stream().mapToDouble(EstimateRow::estimate).toArray(),
            rows.stream().mapToDouble(EstimateRow::standardError).toArray());
    double estimate = rules.estimate(0);
    double standardError = Math.sqrt(rules.variance(0));
    double df = rules.df(0, least(rows, EstimateRow::df));
    Interval ends =
        standardError == 0
            ? new Interval(first.ciLow(), first.ciHigh(), true)
            : Interval.of(estimate, standardError, df, first.statistic(), interval);
    return new EstimateRow(
        first.outcome(),
        first.by(),
        first.domain(),
        first.statistic(),
        estimate,
        standardError,
        ends.low(),
        ends.high(),
        100 * standardError / Math.abs(estimate),
        mean(rows, EstimateRow::deff),
        df,
        (long) least(rows, EstimateRow::n),
        mean(rows, EstimateRow::weightedN),
        (int) least(rows, EstimateRow::psus),
        (int) least(rows, EstimateRow::strata),
        rules.missingInformation(0, df));
  }

  private static double least(List<EstimateRow> rows, ToDoubleFunction<EstimateRow> of) {
    return rows.stream().mapToDouble(of).min().orElseThrow();
  }

  private static double mean(List<EstimateRow> rows, ToDoubleFunction<EstimateRow> of) {
    return rows.stream().mapToDouble(of).sum() / rows.size();
  }
}
