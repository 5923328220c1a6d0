package org.quipu.endes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.Notice;
import org.quipu.Progress;
import org.quipu.YearRange;
import org.quipu.change.ChangeFamily;
import org.quipu.change.Decomposition;
import org.quipu.change.LevelPair;
import org.quipu.change.LevelPair.Definition;
import org.quipu.change.LevelPair.Sampling;
import org.quipu.change.Overlap;
import org.quipu.change.TrendFamily;
import org.quipu.change.TrendFamily.DomainTrend;
import org.quipu.change.TwoYearTotals;
import org.quipu.math.Adjustment;
import org.quipu.store.PrevalenceRow;
import org.quipu.survey.LonelyPsu;

/**
 * The changes between two years from the levels of those years and the ones between them: with the
 * covariances of the women's totals where both years have microdata, else as of independent
 * samples.
 */
public final class WomenChanges {
  private final Method method;
  private final YearRange years;
  private final SampledYears samples;
  private final ChangeRows rows;
  private final Set<String> notComparable = new TreeSet<>();
  private final List<String> tooFewClusters = new ArrayList<>();

  /**
   * How changes are estimated and tested.
   *
   * @param lonely as in the estimates of the levels
   * @param groups the dimensions whose composition a change is split by; empty for no split
   */
  public record Method(
      LonelyPsu lonely, SampleOverlap overlap, Adjustment adjustment, String groups) {}

  private WomenChanges(Method method, YearRange years, SampledYears samples) {
    this.method = method;
    this.years = years;
    this.samples = samples;
    this.rows = new ChangeRows(method.adjustment);
  }

  /**
   * The tables of change.
   *
   * @param levels of the first and the last year, and of years between them for trends
   */
  public static ChangeTables tables(
      WomenEstimates women,
      List<PrevalenceRow> levels,
      YearRange years,
      Method method,
      Progress progress) {
    SampledYears samples =
        SampledYears.of(
            women,
            levels,
            tables -> withGroups(tables, method.groups),
            method.lonely,
            method.overlap);
    WomenChanges changes = new WomenChanges(method, years, samples);
    SampledYears.families(levels).forEach(changes::add);
    warnOfTablesInOneYear(levels, years, progress);
    List<String> notes = changes.notes();
    notes.forEach(progress::progress);
    changes.warn(progress);
    return changes.rows.tables(notes);
  }

  private static void warnOfTablesInOneYear(
      List<PrevalenceRow> levels, YearRange years, Progress progress) {
    Map<String, Set<Integer>> known = new LinkedHashMap<>();
    for (PrevalenceRow level : levels) {
      known.computeIfAbsent(level.by(), by -> new TreeSet<>()).add(level.year());
    }

    known.forEach(
        (by, its) ->
            Stream.of(years.from(), years.to())
                .filter(year -> !its.contains(year))
                .forEach(year -> progress.warn(Notice.of("change.no.table", by, year))));
  }

  /** All tables that totals are needed of: for a split, those of its groups too. */
  private static List<String> withGroups(List<String> tables, String groups) {
    Set<String> all = new LinkedHashSet<>(tables);
    for (String table : tables) {
      String others = Dimensions.without(groups, table);
      if (!others.isEmpty()) {
        all.add(others);
        all.add(Dimensions.crossed(table, others));
      }
    }

    return List.copyOf(all);
  }

  /** What a reader of all changes must know of the samples. */
  private List<String> notes() {
    return Stream.concat(
            samples.sentences(),
            rows.assumeIndependence() ? Stream.of(SharedClusters.unknown(years)) : Stream.empty())
        .toList();
  }

  private void warn(Progress progress) {
    tooFewClusters.forEach(family -> progress.warn(Notice.of("change.too.few.clusters", family)));
    if (!notComparable.isEmpty()) {
      progress.warn(
          Notice.of(
              "change.not.comparable",
              years.from(),
              years.to(),
              notComparable.size(),
              String.join(", ", notComparable)));
    }
  }

  /** Adds what follows from the levels of one indicator and table in all years. */
  private void add(List<PrevalenceRow> levels) {
    List<NavigableMap<Integer, PrevalenceRow>> domains = SampledYears.domains(levels);
    List<NavigableMap<Integer, PrevalenceRow>> both =
        domains.stream()
            .filter(known -> known.containsKey(years.from()) && known.containsKey(years.to()))
            .toList();
    if (!both.isEmpty()) {
      addFamily(
          both.stream().map(known -> known.get(years.from())).toList(),
          both.stream().map(known -> known.get(years.to())).toList());
    }

    addTrends(domains.stream().map(samples::comparable).toList());
  }

  private void addFamily(List<PrevalenceRow> from, List<PrevalenceRow> to) {
    PrevalenceRow any = to.get(0);
    Definition definition = samples.definition(from.get(0), any);
    if (definition != Definition.SAME) {
      notComparable.add(any.indicator());
    }

    Optional<TwoYearTotals> population =
        samples.isSurveyed(from.get(0), any)
            ? Optional.of(
                samples.population(years, any, to.stream().map(PrevalenceRow::domain).toList()))
            : Optional.empty();
    boolean shared = samples.isCovarianceCounted(from.get(0), any);
    Sampling sampling = samples.sampling(from.get(0), any);
    List<LevelPair> pairs =
        IntStream.range(0, from.size())
            .mapToObj(
                d ->
                    new LevelPair(
                        from.get(d).level(),
                        to.get(d).level(),
                        shared ? population.get().overlap(d) : Overlap.NONE,
                        sampling,
                        definition))
            .toList();
    ChangeFamily family = ChangeFamily.of(pairs, method.adjustment);
    rows.addChanges(from, to, family);
    if (!rows.addHeterogeneity(from.get(0), any, family, population)) {
      tooFewClusters.add(any.indicator() + " by " + any.by());
    }

    if (population.isPresent() && definition == Definition.SAME) {
      rows.addContrasts(from, to, family, population.get());
      addDecompositions(from, to, pairs);
    }
  }

  private void addTrends(List<NavigableMap<Integer, PrevalenceRow>> domains) {
    List<DomainTrend> found =
        TrendFamily.of(SampledYears.levels(domains), samples.between(domains), method.adjustment);
    for (DomainTrend trend : found) {
      NavigableMap<Integer, PrevalenceRow> known = domains.get(trend.domain());
      List<PrevalenceRow> line = trend.years().stream().map(known::get).toList();
      rows.addTrend(line, trend, found.size(), samples.sampling(line));
    }
  }

  private void addDecompositions(
      List<PrevalenceRow> from, List<PrevalenceRow> to, List<LevelPair> pairs) {
    PrevalenceRow any = to.get(0);
    String groups = Dimensions.without(method.groups, any.by());
    if (groups.isEmpty()) {
      return;
    }

    WomenTotals known = samples.totals();
    List<String> all = known.domains(groups);
    double[] standard = Decomposition.standard(known.between(years, any.indicator(), groups, all));
    String crossed = Dimensions.crossed(any.by(), groups);
    for (int d = 0; d < to.size(); d++) {
      PrevalenceRow first = from.get(d);
      PrevalenceRow last = to.get(d);
      if (!Double.isNaN(first.percent()) && !Double.isNaN(last.percent())) {
        TwoYearTotals inside = known.between(years, any.indicator(), crossed, inside(last, all));
        rows.addDecomposition(
            first, last, groups, Decomposition.of(inside, standard, pairs.get(d).df()));
      }
    }
  }

  /** The groups inside a domain, as domains of the crossed table. */
  private static List<String> inside(PrevalenceRow row, List<String> groups) {
    return row.by().equals(Dimensions.NATIONAL)
        ? groups
        : groups.stream().map(group -> row.domain() + "|" + group).toList();
  }
}
