package org.quipu.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.quipu.YearRange;
import org.quipu.change.AssumedDesign.Assumption;
import org.quipu.change.TrendFamily.Samples;
import org.quipu.change.TrendFamily.YearLevel;
import org.quipu.math.Adjustment;
import org.quipu.math.TestedEstimate;

/**
 * The averages of one indicator over periods of years in the domains of one table, and the changes
 * from the first period to each later one, tested together. An average is the mean of its years'
 * levels, each year alike; its error and that of a change have the covariances of all pairs of
 * years.
 */
public final class AverageFamily {
  private AverageFamily() {}

  /**
   * The average of a domain over a period.
   *
   * @param domain its place among the domains
   * @param percent the mean of the levels
   */
  public record Average(int domain, YearRange period, TestedEstimate percent) {}

  /**
   * The change of a domain from one average to another.
   *
   * @param points in percentage points
   * @param covariance of the two averages, in squared points; NaN where the change was not tested
   * @param pAdjusted p after correction for the number of changes that were tested
   * @param verdict of the corrected test; it stands where it is the same under each design effect
   *     that may be assumed
   */
  public record AverageChange(
      Average from,
      Average to,
      TestedEstimate points,
      double covariance,
      double pAdjusted,
      ChangeVerdict verdict) {}

  /** All averages and changes, domain after domain. */
  public record Averages(List<Average> averages, List<AverageChange> changes) {
    public Averages {
      averages = List.copyOf(averages);
      changes = List.copyOf(changes);
    }

    /** How many of the changes could be tested. */
    public int tests() {
      return (int) changes.stream().filter(change -> change.points().isTested()).count();
    }
  }

  /**
   * Averages and compares. A domain that lacks a year of a period has no average over it.
   *
   * @param domains of each the levels of its years, in their order
   * @param periods different ones; the first is what the others are compared with
   */
  public static Averages of(
      List<List<YearLevel>> domains,
      List<YearRange> periods,
      Samples samples,
      Adjustment adjustment) {
    List<LevelSeries> series =
        IntStream.range(0, domains.size())
            .mapToObj(domain -> LevelSeries.of(domain, domains.get(domain), samples))
            .toList();
    List<AverageChange> changes = changes(series, periods, adjustment);
    for (Assumption assumption : List.of(Assumption.SMALLEST, Assumption.LARGEST)) {
      changes =
          confirmed(
              changes,
              changes(
                  series.stream().map(each -> each.under(assumption)).toList(),
                  periods,
                  adjustment));
    }

    List<Average> averages = new ArrayList<>();
    for (LevelSeries each : series) {
      periods.forEach(period -> average(each, period).ifPresent(averages::add));
    }

    return new Averages(averages, changes);
  }

  private static List<AverageChange> changes(
      List<LevelSeries> series, List<YearRange> periods, Adjustment adjustment) {
    List<AverageChange> found = new ArrayList<>();
    for (LevelSeries each : series) {
      Optional<Average> from = average(each, periods.get(0));
      for (YearRange period : periods.subList(1, periods.size())) {
        Optional<Average> to = average(each, period);
        if (from.isPresent() && to.isPresent()) {
          found.add(change(each, from.get(), to.get()));
        }
      }
    }

    double[] adjusted =
        adjustment.adjust(found.stream().mapToDouble(one -> one.points().pValue()).toArray());
    return IntStream.range(0, adjusted.length)
        .mapToObj(i -> corrected(found.get(i), adjusted[i]))
        .toList();
  }

  private static AverageChange change(LevelSeries series, Average from, Average to) {
    SortedMap<Integer, Double> first = weights(from.period());
    SortedMap<Integer, Double> second = weights(to.period());
    SortedMap<Integer, Double> difference = new TreeMap<>(second);
    first.forEach((year, weight) -> difference.merge(year, -weight, Double::sum));
    TestedEstimate points = series.sum(difference);
    return new AverageChange(
        from,
        to,
        points,
        points.isTested() ? series.covariance(first, second) : Double.NaN,
        Double.NaN,
        ChangeVerdict.NOT_TESTED);
  }

  private static AverageChange corrected(AverageChange change, double pAdjusted) {
    return new AverageChange(
        change.from,
        change.to,
        change.points,
        change.covariance,
        pAdjusted,
        ChangeVerdict.of(change.points.estimate(), pAdjusted));
  }

  private static List<AverageChange> confirmed(
      List<AverageChange> usual, List<AverageChange> other) {
    return IntStream.range(0, usual.size())
        .mapToObj(
            i -> {
              AverageChange change = usual.get(i);
              return new AverageChange(
                  change.from,
                  change.to,
                  change.points,
                  change.covariance,
                  change.pAdjusted,
                  change.verdict.confirmedBy(other.get(i).verdict));
            })
        .toList();
  }

  /** Empty where the series lacks a year of the period. */
  private static Optional<Average> average(LevelSeries series, YearRange period) {
    return series.years().containsAll(period.years())
        ? Optional.of(new Average(series.domain(), period, series.sum(weights(period))))
        : Optional.empty();
  }

  private static SortedMap<Integer, Double> weights(YearRange period) {
    SortedMap<Integer, Double> weights = new TreeMap<>();
    period.years().forEach(year -> weights.put(year, 1.0 / period.years().size()));
    return weights;
  }
}
