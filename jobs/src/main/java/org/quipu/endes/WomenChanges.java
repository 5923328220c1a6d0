package org.quipu.endes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
import org.quipu.change.TrendFamily.YearLevel;
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
  private final WomenEstimates women;
  private final Method method;
  private final YearRange years;
  private final Optional<WomenTotals> totals;
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

  private WomenChanges(
      WomenEstimates women, Method method, YearRange years, Optional<WomenTotals> totals) {
    this.women = women;
    this.method = method;
    this.years = years;
    this.totals = totals;
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
    Optional<WomenTotals> totals = totals(women, levels, method);
    WomenChanges changes = new WomenChanges(women, method, years, totals);
    families(levels).forEach(changes::add);
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

  /** Empty where fewer than two years have microdata. */
  private static Optional<WomenTotals> totals(
      WomenEstimates women, List<PrevalenceRow> levels, Method method) {
    List<PrevalenceRow> surveyed =
        levels.stream().filter(level -> level.source().isComputed()).toList();
    List<Integer> years = surveyed.stream().map(PrevalenceRow::year).distinct().sorted().toList();
    if (years.size() < 2) {
      return Optional.empty();
    }

    List<String> tables = surveyed.stream().map(PrevalenceRow::by).distinct().toList();
    return Optional.of(
        WomenTotals.of(
            women,
            years,
            surveyed.stream().map(PrevalenceRow::indicator).distinct().toList(),
            withGroups(tables, method.groups),
            method.lonely,
            method.overlap));
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

  /** The levels of each indicator and table. */
  private static List<List<PrevalenceRow>> families(List<PrevalenceRow> levels) {
    Map<List<String>, List<PrevalenceRow>> families = new LinkedHashMap<>();
    for (PrevalenceRow level : levels) {
      families
          .computeIfAbsent(List.of(level.indicator(), level.by()), key -> new ArrayList<>())
          .add(level);
    }

    return List.copyOf(families.values());
  }

  /** What a reader of all changes must know of the samples. */
  private List<String> notes() {
    Stream<String> shared =
        totals.map(WomenTotals::sharedClusters).orElse(List.of()).stream()
            .map(SharedClusters::sentence);
    return Stream.concat(
            shared,
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
    Map<String, NavigableMap<Integer, PrevalenceRow>> domains = new LinkedHashMap<>();
    for (PrevalenceRow level : levels) {
      domains.computeIfAbsent(level.domain(), domain -> new TreeMap<>()).put(level.year(), level);
    }

    List<NavigableMap<Integer, PrevalenceRow>> both =
        domains.values().stream()
            .filter(known -> known.containsKey(years.from()) && known.containsKey(years.to()))
            .toList();
    if (!both.isEmpty()) {
      addFamily(
          both.stream().map(known -> known.get(years.from())).toList(),
          both.stream().map(known -> known.get(years.to())).toList());
    }

    addTrends(domains.values().stream().map(this::comparable).toList());
  }

  /** The years in which the indicator means what it means in the last. */
  private NavigableMap<Integer, PrevalenceRow> comparable(
      NavigableMap<Integer, PrevalenceRow> levels) {
    PrevalenceRow last = levels.lastEntry().getValue();
    NavigableMap<Integer, PrevalenceRow> comparable = new TreeMap<>(levels);
    comparable.values().removeIf(row -> definition(row, last) != Definition.SAME);
    return comparable;
  }

  private Definition definition(PrevalenceRow one, PrevalenceRow other) {
    return lacking(one).equals(lacking(other)) ? Definition.SAME : Definition.OTHER_ITEMS;
  }

  private String lacking(PrevalenceRow row) {
    return row.source().isComputed() ? women.lacking(row.year(), row.indicator()) : "";
  }

  private void addFamily(List<PrevalenceRow> from, List<PrevalenceRow> to) {
    PrevalenceRow any = to.get(0);
    Definition definition = definition(from.get(0), any);
    if (definition != Definition.SAME) {
      notComparable.add(any.indicator());
    }

    Optional<TwoYearTotals> population =
        isSurveyed(from.get(0), any)
            ? Optional.of(population(years, any, to.stream().map(PrevalenceRow::domain).toList()))
            : Optional.empty();
    boolean shared = isCovarianceCounted(from.get(0), any);
    Sampling sampling = sampling(from.get(0), any);
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

  /** Whether the totals are known that two levels were computed from. */
  private boolean isSurveyed(PrevalenceRow one, PrevalenceRow other) {
    return totals.isPresent() && one.source().isComputed() && other.source().isComputed();
  }

  /** Whether the clusters that both years share count in the error of their difference. */
  private boolean isCovarianceCounted(PrevalenceRow one, PrevalenceRow later) {
    return isSurveyed(one, later)
        && totals.orElseThrow().sharesClusters(new YearRange(one.year(), later.year()));
  }

  private Sampling sampling(PrevalenceRow one, PrevalenceRow later) {
    return SurveyYear.sharesClusters(one.year(), later.year()) && !isCovarianceCounted(one, later)
        ? Sampling.INDEPENDENCE_ASSUMED
        : Sampling.COVARIANCE_KNOWN;
  }

  private TwoYearTotals population(YearRange both, PrevalenceRow any, List<String> domains) {
    return totals.orElseThrow().between(both, any.indicator(), any.by(), domains);
  }

  private void addTrends(List<NavigableMap<Integer, PrevalenceRow>> domains) {
    List<List<YearLevel>> levels =
        domains.stream()
            .map(
                known ->
                    known.values().stream()
                        .map(row -> new YearLevel(row.year(), row.level()))
                        .toList())
            .toList();
    List<DomainTrend> found =
        TrendFamily.of(levels, new SamplesOfYears(domains), method.adjustment);
    for (DomainTrend trend : found) {
      NavigableMap<Integer, PrevalenceRow> known = domains.get(trend.domain());
      List<PrevalenceRow> line = trend.years().stream().map(known::get).toList();
      rows.addTrend(line, trend, found.size(), sampling(line));
    }
  }

  /** Independence is assumed where it is of any two of the years. */
  private Sampling sampling(List<PrevalenceRow> years) {
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

  private void addDecompositions(
      List<PrevalenceRow> from, List<PrevalenceRow> to, List<LevelPair> pairs) {
    PrevalenceRow any = to.get(0);
    String groups = Dimensions.without(method.groups, any.by());
    if (groups.isEmpty()) {
      return;
    }

    WomenTotals known = totals.orElseThrow();
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
