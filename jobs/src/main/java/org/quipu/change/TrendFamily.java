package org.quipu.change;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.quipu.math.Adjustment;

/** The trends of one indicator in the domains of one table, tested together. */
public final class TrendFamily {
  private static final int FEWEST_YEARS = 3;

  private TrendFamily() {}

  /** The level of a domain in one year. */
  public record YearLevel(int year, Level level) {}

  /** What the samples of one domain's years have in common. */
  public interface Samples {
    /** The covariance of the levels of two years, in squared points. */
    double covariance(int domain, int year, int laterYear);

    /** Degrees of freedom of the clusters of a year that are in the samples of earlier ones too. */
    int sharedDf(int domain, int year, List<Integer> earlier);
  }

  /**
   * The trend of one domain.
   *
   * @param domain its place among the domains
   * @param years the years through which the line goes
   * @param pAdjusted the slope's p after correction for the number of trends
   */
  public record DomainTrend(int domain, List<Integer> years, Trend trend, double pAdjusted) {}

  /**
   * Fits and tests a trend for each domain of which three years or more have a standard error.
   *
   * @param domains of each the levels of its years, in their order
   */
  public static List<DomainTrend> of(
      List<List<YearLevel>> domains, Samples samples, Adjustment adjustment) {
    List<Integer> fitted = new ArrayList<>();
    List<List<YearLevel>> known = new ArrayList<>();
    for (int domain = 0; domain < domains.size(); domain++) {
      List<YearLevel> years =
          domains.get(domain).stream().filter(year -> year.level().isTestable()).toList();
      if (years.size() >= FEWEST_YEARS) {
        fitted.add(domain);
        known.add(years);
      }
    }

    List<Trend> trends =
        IntStream.range(0, fitted.size())
            .mapToObj(i -> LevelSeries.of(fitted.get(i), known.get(i), samples).trend())
            .toList();
    double[] adjusted =
        adjustment.adjust(trends.stream().mapToDouble(trend -> trend.slope().pValue()).toArray());
    return IntStream.range(0, fitted.size())
        .mapToObj(
            i ->
                new DomainTrend(
                    fitted.get(i),
                    known.get(i).stream().map(YearLevel::year).toList(),
                    trends.get(i),
                    adjusted[i]))
        .toList();
  }
}
