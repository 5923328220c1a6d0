package org.quipu.api;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.quipu.Progress;
import org.quipu.YearRange;
import org.quipu.endes.Dimensions;
import org.quipu.endes.WomenEstimates;
import org.quipu.endes.WomenPrevalence;
import org.quipu.endes.WomenPrevalence.Method;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.Table;
import org.quipu.survey.IntervalMethod;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.calibration.Calibration;
import org.quipu.survey.calibration.Calibrations;
import org.quipu.survey.quality.QualityScheme;

/**
 * The prevalence of indicators among women of some years, equal to the table {@code prevalence}.
 * Immutable; the methods that take an argument return changed copies.
 */
public final class Prevalence extends ResultTable<PrevalenceRow> {
  private static final List<String> PRINTED =
      List.of(
          "year",
          "indicator",
          "domain",
          "label",
          "percent",
          "standard_error",
          "ci_low",
          "ci_high",
          "n",
          "quality");

  private final WomenEstimates women;
  private final List<Integer> years;
  private final List<String> indicators;
  private final List<String> tables;
  private final Method method;

  Prevalence(
      WomenEstimates women,
      List<Integer> years,
      List<String> indicators,
      List<String> tables,
      Method method) {
    super(Table.PREVALENCE, PRINTED);
    this.women = women;
    this.years = years;
    this.indicators = indicators;
    this.tables = tables;
    this.method = method;
  }

  /**
   * In the domains of these tables: {@code "national"}, a dimension of ENDES such as {@code
   * "region"}, or dimensions crossed by colons. What one table hides, no other gives away.
   */
  public Prevalence by(String... names) {
    List<String> domains =
        Stream.of(names).map(name -> String.join(":", Dimensions.of(name))).toList();
    return new Prevalence(women, years, indicators, domains, method);
  }

  /** With 95 % intervals by this method; logit without it. */
  public Prevalence interval(IntervalMethod interval) {
    return with(method.interval(interval));
  }

  /** Graded and hidden by this scheme; INEI's without it. */
  public Prevalence quality(QualityScheme quality) {
    return with(method.quality(quality));
  }

  /** With this treatment of strata with a single cluster; as sampled with certainty without it. */
  public Prevalence lonelyPsu(LonelyPsu lonely) {
    return with(method.lonely(lonely));
  }

  /**
   * With the weights of each year, brought to the size of the population, calibrated to its totals;
   * these count all women of 15 to 49 years. Changes are so weighted too.
   *
   * @param by year
   * @throws org.quipu.UserException if years differ in their variables
   */
  public Prevalence calibrated(Map<Integer, Calibration> by) {
    SortedMap<String, Calibration> named = new TreeMap<>();
    by.forEach((year, to) -> named.put(String.valueOf(year), to.ofRelativeWeights()));
    return with(method.calibrated(Calibrations.of("totals of the population", named)));
  }

  private Prevalence with(Method other) {
    return new Prevalence(women, years, indicators, tables, other);
  }

  /** The change between two of the years, with the covariance of clusters that both sampled. */
  public Changes change(int from, int to) {
    if (from >= to || !years.containsAll(List.of(from, to))) {
      throw new IllegalArgumentException(
          "no change from %d to %d: the years are %s".formatted(from, to, years));
    }

    return new Changes(women.weighted(method), this, new YearRange(from, to), method.lonely());
  }

  /**
   * The averages over periods of the years, and the changes from the first of them.
   *
   * @param periods one at least, each another, of years that are all there
   */
  public Averages average(YearRange... periods) {
    List<YearRange> wanted = List.of(periods);
    if (wanted.isEmpty() || wanted.stream().distinct().count() < wanted.size()) {
      throw new IllegalArgumentException("one period at least, and each another");
    }

    for (YearRange period : wanted) {
      if (!years.containsAll(period.years())) {
        throw new IllegalArgumentException(
            "no average of %d to %d: the years are %s"
                .formatted(period.from(), period.to(), years));
      }
    }

    return new Averages(women.weighted(method), this, wanted, method.lonely());
  }

  @Override
  List<PrevalenceRow> compute() {
    List<String> known =
        indicators.stream()
            .filter(name -> years.stream().anyMatch(year -> women.has(year, name)))
            .toList();
    if (known.isEmpty()) {
      return List.of();
    }

    Progress progress = Progress.ofWarnings(message -> warn(List.of(message)));
    return new WomenPrevalence(women, method, progress).rows(years, known, tables, any -> true);
  }
}
