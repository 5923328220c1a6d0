package org.quipu.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.quipu.UserException;
import org.quipu.math.RepeatedTests;
import org.quipu.math.RubinRules;
import org.quipu.survey.Crosstab.Cell;

/**
 * The crosstabs of several imputations of a survey as one: shares by {@linkplain RubinRules Rubin's
 * rules}, tests {@linkplain RepeatedTests by their statistics}.
 */
public final class PooledCrosstab {
  private final List<Crosstab> crosstabs;

  private PooledCrosstab(List<Crosstab> crosstabs) {
    this.crosstabs = crosstabs;
  }

  /**
   * Pools crosstabs.
   *
   * @param crosstabs one of each imputation; a single one stays as it is
   * @return counts are the fewest of an imputation, sums of weights and design effects their means
   * @throws UserException if the imputations do not have the same categories
   */
  public static Crosstab of(List<Crosstab> crosstabs) {
    return crosstabs.size() == 1 ? crosstabs.get(0) : new PooledCrosstab(crosstabs).crosstab();
  }

  private Crosstab crosstab() {
    Crosstab first = crosstabs.get(0);
    for (int i = 1; i < crosstabs.size(); i++) {
      Crosstab other = crosstabs.get(i);
      if (!other.rows().equals(first.rows()) || !other.columns().equals(first.columns())) {
        throw UserException.input(
            "imputation " + (i + 1),
            "other categories of a column than the first imputation has",
            "the same categories in all",
            "Join rare categories before imputing");
      }
    }

    return new Crosstab(
        first.rows(),
        first.columns(),
        IntStream.range(0, first.cells().size()).mapToObj(this::cell).toList(),
        tests(),
        sample(crosstabs.stream().map(Crosstab::sample).toList()));
  }

  private Cell cell(int at) {
    List<Cell> cells = crosstabs.stream().map(crosstab -> crosstab.cells().get(at)).toList();
    RubinRules rules =
        RubinRules.of(
            cells.stream().mapToDouble(Cell::estimate).toArray(),
            cells.stream().mapToDouble(Cell::standardError).toArray());
    double estimate = rules.estimate(0);
    double standardError = Math.sqrt(rules.variance(0));
    double df = rules.df(0, least(cells, Cell::df));
    Cell first = cells.get(0);
    return new Cell(
        first.row(),
        first.column(),
        first.of(),
        estimate,
        standardError,
        standardError == 0
            ? first.interval()
            : Interval.of(
                estimate,
                standardError,
                df,
                Estimand.of(Statistic.PROPORTION),
                IntervalMethod.LOGIT),
        mean(cells, Cell::deff),
        df,
        (long) least(cells, Cell::cases),
        sample(cells.stream().map(Cell::base).toList()),
        rules.missingInformation(0, df));
  }

  private List<Independence> tests() {
    List<Independence> pooled = new ArrayList<>();
    int tests = (int) least(crosstabs, crosstab -> crosstab.tests().size());
    for (int i = 0; i < tests; i++) {
      int at = i;
      pooled.add(
          new Independence(
              crosstabs.get(0).tests().get(i).kind(),
              RepeatedTests.pooled(
                  crosstabs.stream().map(crosstab -> crosstab.tests().get(at).test()).toList())));
    }

    return pooled;
  }

  private static DomainSample sample(List<DomainSample> samples) {
    return new DomainSample(
        (long) least(samples, DomainSample::rows),
        (long) least(samples, DomainSample::n),
        (long) least(samples, DomainSample::cases),
        mean(samples, DomainSample::weightedN),
        mean(samples, DomainSample::kishN),
        (int) least(samples, DomainSample::psus),
        (int) least(samples, DomainSample::strata),
        (int) least(samples, DomainSample::lonelyStrata),
        (int) least(samples, DomainSample::df),
        (int) least(samples, DomainSample::designDf));
  }

  private static <T> double least(List<T> of, ToDoubleFunction<T> number) {
    return of.stream().mapToDouble(number).min().orElseThrow();
  }

  private static <T> double mean(List<T> of, ToDoubleFunction<T> number) {
    return of.stream().mapToDouble(number).sum() / of.size();
  }
}
