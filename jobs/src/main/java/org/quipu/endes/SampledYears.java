package org.quipu.endes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.quipu.YearRange;
import org.quipu.change.LevelPair.Definition;
import org.quipu.change.LevelPair.Sampling;
import org.quipu.change.TrendFamily;
import org.quipu.change.TrendFamily.YearLevel;
import org.quipu.change.TwoYearTotals;
import org.quipu.store.PrevalenceRow;
import org.quipu.survey.LonelyPsu;

/** What the samples behind the levels of several years have in common, pair by pair. */
final class SampledYears {
  private final WomenEstimates women;
  private final Optional<WomenTotals> totals;

  private SampledYears(WomenEstimates women, Optional<WomenTotals> totals) {
    this.women = women;
    this.totals = totals;
  }

  /**
   * The samples of the years of these levels that have microdata; totals are known where there are
   * two such years or more.
   *
   * @param tables of which totals are needed, given those of the levels
   */
  static SampledYears of(
      WomenEstimates women,
      List<PrevalenceRow> levels,
      UnaryOperator<List<String>> tables,
      LonelyPsu lonely,
      SampleOverlap overlap) {
    List<PrevalenceRow> surveyed =
        levels.stream().filter(level -> level.source().isComputed()).toList();
    List<Integer> years = surveyed.stream().map(PrevalenceRow::year).distinct().sorted().toList();
    if (years.size() < 2) {
      return new SampledYears(women, Optional.empty());
    }

    List<String> known = surveyed.stream().map(PrevalenceRow::by).distinct().toList();
    return new SampledYears(
        women,
        Optional.of(
            WomenTotals.of(
                women,
                years,
                surveyed.stream().map(PrevalenceRow::indicator).distinct().toList(),
                tables.apply(known),
                lonely,
                overlap)));
  }

  /** The levels of each indicator and table. */
  static List<List<PrevalenceRow>> families(List<PrevalenceRow> levels) {
    Map<List<String>, List<PrevalenceRow>> families = new LinkedHashMap<>();
    for (PrevalenceRow level : levels) {
      families
          .computeIfAbsent(List.of(level.indicator(), level.by()), key -> new ArrayList<>())
          .add(level);
    }

    return List.copyOf(families.values());
  }

  /** Of each domain of a family the levels by year. */
  static List<NavigableMap<Integer, PrevalenceRow>> domains(List<PrevalenceRow> family) {
    Map<String, NavigableMap<Integer, PrevalenceRow>> domains = new LinkedHashMap<>();
    for (PrevalenceRow level : family) {
      domains.computeIfAbsent(level.domain(), domain -> new TreeMap<>()).put(level.year(), level);
    }

    return List.copyOf(domains.values());
  }

  /** Of each domain the levels of its years, in their order. */
  static List<List<YearLevel>> levels(List<NavigableMap<Integer, PrevalenceRow>> domains) {
    return domains.stream()
        .map(
            known ->
                known.values().stream().map(row -> new YearLevel(row.year(), row.level())).toList())
        .toList();
  }

  /** What a reader must know of the clusters that pairs of years share, a sentence a pair. */
  Stream<String> sentences() {
    return totals.map(WomenTotals::sharedClusters).orElse(List.of()).stream()
        .map(SharedClusters::sentence);
  }

  /** The totals of years of microdata, where two or more have them. */
  WomenTotals totals() {
    return totals.orElseThrow();
  }

  /** What the samples of the years of these domains have in common. */
  TrendFamily.Samples between(List<NavigableMap<Integer, PrevalenceRow>> domains) {
    return new SamplesOfYears(domains);
  }

  /** The years in which the indicator means what it means in the last. */
  NavigableMap<Integer, PrevalenceRow> comparable(NavigableMap<Integer, PrevalenceRow> levels) {
    PrevalenceRow last = levels.lastEntry().getValue();
    NavigableMap<Integer, PrevalenceRow> comparable = new TreeMap<>(levels);
    comparable.values().removeIf(row -> definition(row, last) != Definition.SAME);
    return comparable;
  }

  Definition definition(PrevalenceRow one, PrevalenceRow other) {
    return lacking(one).equals(lacking(other)) ? Definition.SAME : Definition.OTHER_ITEMS;
  }

  private String lacking(PrevalenceRow row) {
    return row.source().isComputed() ? women.lacking(row.year(), row.indicator()) : "";
  }

  /** Whether the totals are known that two levels were computed from. */
  boolean isSurveyed(PrevalenceRow one, PrevalenceRow other) {
    return totals.isPresent() && one.source().isComputed() && other.source().isComputed();
  }

  /** Whether the clusters that both years share count in the error of their difference. */
  boolean isCovarianceCounted(PrevalenceRow one, PrevalenceRow later) {
    return isSurveyed(one, later)
        && totals.orElseThrow().sharesClusters(new YearRange(one.year(), later.year()));
  }

  Sampling sampling(PrevalenceRow one, PrevalenceRow later) {
    return SurveyYear.sharesClusters(one.year(), later.year()) && !isCovarianceCounted(one, later)
        ? Sampling.INDEPENDENCE_ASSUMED
        : Sampling.COVARIANCE_KNOWN;
  }

  TwoYearTotals population(YearRange both, PrevalenceRow any, List<String> domains) {
    return totals.orElseThrow().between(both, any.indicator(), any.by(), domains);
  }

  /** Independence is assumed where it is of any two of the years. */
  Sampling sampling(List<PrevalenceRow> years) {
    boolean assumed =
        years.stream()
            .anyMatch(
                later ->
                    years.stream()
                        .filter(one -> one.year() < later.year())
                        .anyMatch(one -> sampling(one, later) == Sampling.INDEPENDENCE_ASSUMED));
    return assumed ? Sampling.INDEPENDENCE_ASSUMED : Sampling.COVARIANCE_KNOWN;
  }

  /** What the samples behind the levels of these domains have in common. */
  private final class SamplesOfYears implements TrendFamily.Samples {
    private final List<NavigableMap<Integer, PrevalenceRow>> domains;

    private SamplesOfYears(List<NavigableMap<Integer, PrevalenceRow>> domains) {
      this.domains = domains;
    }

    @Override
    public double covariance(int domain, int year, int laterYear) {
      PrevalenceRow one = domains.get(domain).get(year);
      PrevalenceRow later = domains.get(domain).get(laterYear);
      return isCovarianceCounted(one, later)
          ? population(new YearRange(year, laterYear), later, List.of(later.domain()))
              .overlap(0)
              .covariance()
          : 0;
    }

    @Override
    public int sharedDf(int domain, int year, List<Integer> earlier) {
      PrevalenceRow own = domains.get(domain).get(year);
      return totals.isEmpty()
          ? 0
          : totals.get().sharedDf(own.indicator(), own.by(), own.domain(), year, earlier);
    }
  }
}
