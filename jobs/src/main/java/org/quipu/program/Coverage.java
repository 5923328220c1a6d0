package org.quipu.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.program.CoverageNote.Kind;
import org.quipu.store.CoverageRow;
import org.quipu.store.ProgramRow;

/**
 * Coverage: how far prevention reached each region, year by year and over a window of years.
 *
 * <p>Over a window of several years the numerator is the sum over its years, set against one
 * denominator: people informed per 1,000 women over the window, not a year. A year of which only
 * some months are recorded is never added to whole years: a window leaves it out and names it in
 * {@code partial}; alone it stands with its months in {@code partial}, to be compared between
 * regions, not with other years. A year without records is missing, not zero: the sum is of the
 * years that have records, and {@code partial} names the others. A window is named by the first and
 * the last year that its measure sums in any region, and may be shorter than the one asked for. The
 * country has a figure for the years in which every region has one, unless the records give the
 * country's own.
 *
 * <p>People are counted as often as they were reached. Interventions are not exclusive, so their
 * figures must not be added to one another.
 *
 * @param rows by measure, window and region
 * @param notes which figures were left out and why
 */
public record Coverage(List<CoverageRow> rows, List<String> notes) {

  /**
   * Coverage in each year that has records, and over the window where there is one.
   *
   * @param programs the figures of all programmes
   * @param sizes what they are set against
   */
  public static Coverage of(
      List<ProgramRow> programs, Denominators sizes, Optional<YearRange> window) {
    List<YearRange> windows = new ArrayList<>();
    for (int year :
        programs.stream().map(ProgramRow::year).collect(Collectors.toCollection(TreeSet::new))) {
      windows.add(new YearRange(year, year));
    }

    window.filter(each -> !windows.contains(each)).ifPresent(windows::add);
    Coverage coverage = of(programs, sizes, windows);

    // A window of which one year alone was summed stands once, with the reason.
    Map<Cell, CoverageRow> rows = new LinkedHashMap<>();
    coverage.rows.forEach(row -> rows.put(Cell.of(row), row));
    return new Coverage(List.copyOf(rows.values()), coverage.notes);
  }

  private record Cell(String measure, String region, int from, int to) {
    static Cell of(CoverageRow row) {
      return new Cell(row.measure(), row.region(), row.fromYear(), row.toYear());
    }
  }

  /** Coverage over these windows alone, a row for each. */
  public static Coverage of(
      List<ProgramRow> programs, Denominators sizes, List<YearRange> windows) {
    Breakdowns figures = Breakdowns.of(programs);
    List<CoverageRow> rows = new ArrayList<>();
    for (Measures.Measure measure : Measures.of(figures)) {
      Map<String, Map<Integer, AnnualTotal>> totals = totals(figures, measure);
      for (YearRange each : windows) {
        for (String region : Regions.names().keySet()) {
          row(measure, region, totals, sizes, each).ifPresent(rows::add);
        }
      }
    }

    return new Coverage(rows, figures.notes());
  }

  /**
   * From the first to the last year of which a whole service, and not only some intervention of it,
   * was recorded from January to December.
   */
  public static Optional<YearRange> span(List<ProgramRow> programs) {
    IntSummaryStatistics years =
        programs.stream()
            .filter(row -> row.intervention().isEmpty() && isOfService(row))
            .filter(row -> row.fromMonth() == 1 && row.toMonth() == 12)
            .mapToInt(ProgramRow::year)
            .summaryStatistics();
    return years.getCount() == 0
        ? Optional.empty()
        : Optional.of(new YearRange(years.getMin(), years.getMax()));
  }

  private static boolean isOfService(ProgramRow row) {
    return Arrays.stream(ServiceFigure.values()).anyMatch(figure -> figure.isOf(row));
  }

  /**
   * The rows over a window, of each measure those of the years in it that were summed: its longest
   * ones.
   *
   * @param coverage over the window, and over single years
   */
  public static List<CoverageRow> over(YearRange window, List<CoverageRow> coverage) {
    Map<String, List<CoverageRow>> measures =
        coverage.stream()
            .filter(row -> row.fromYear() >= window.from() && row.toYear() <= window.to())
            .filter(row -> window.from() == window.to() || !PartialYears.isPartOfOneYear(row))
            .collect(
                Collectors.groupingBy(
                    CoverageRow::measure, LinkedHashMap::new, Collectors.toList()));
    return measures.values().stream().flatMap(rows -> longest(rows).stream()).toList();
  }

  private static List<CoverageRow> longest(List<CoverageRow> rows) {
    int length = rows.stream().mapToInt(Coverage::length).max().orElseThrow();
    return rows.stream().filter(row -> length(row) == length).toList();
  }

  private static int length(CoverageRow row) {
    return row.toYear() - row.fromYear();
  }

  /** The totals of a measure by region and year. */
  private static Map<String, Map<Integer, AnnualTotal>> totals(
      Breakdowns figures, Measures.Measure measure) {
    Map<String, Map<Integer, AnnualTotal>> totals = new TreeMap<>();
    measure.of(figures).stream()
        .collect(Collectors.groupingBy(ProgramRow::region, Collectors.groupingBy(ProgramRow::year)))
        .forEach(
            (region, years) -> {
              Map<Integer, AnnualTotal> byYear = new TreeMap<>();
              years.forEach((year, rows) -> byYear.put(year, total(measure, rows)));
              totals.put(region, byYear);
            });
    totals.put(Regions.NATIONAL, national(totals, totals.getOrDefault(Regions.NATIONAL, Map.of())));
    return totals;
  }

  /** Records of a whole service take precedence over those of its named interventions. */
  private static AnnualTotal total(Measures.Measure measure, List<ProgramRow> rows) {
    List<ProgramRow> services = rows.stream().filter(row -> row.intervention().isEmpty()).toList();
    return AnnualTotal.of(
        measure.counted().isOfWholeServices() && !services.isEmpty() ? services : rows);
  }

  /** The country's years: as recorded, else those in which all regions have a total. */
  private static Map<Integer, AnnualTotal> national(
      Map<String, Map<Integer, AnnualTotal>> totals, Map<Integer, AnnualTotal> recorded) {
    Map<Integer, List<AnnualTotal>> byYear = new TreeMap<>();
    for (String region : Regions.codes()) {
      totals
          .getOrDefault(region, Map.of())
          .forEach(
              (year, total) -> byYear.computeIfAbsent(year, y -> new ArrayList<>()).add(total));
    }

    Map<Integer, AnnualTotal> national = new TreeMap<>();
    byYear.forEach(
        (year, regions) -> {
          if (regions.size() == Regions.codes().size()) {
            national.put(year, AnnualTotal.sum(regions));
          }
        });
    national.putAll(recorded);
    return national;
  }

  private static Optional<CoverageRow> row(
      Measures.Measure measure,
      String region,
      Map<String, Map<Integer, AnnualTotal>> ofRegions,
      Denominators sizes,
      YearRange window) {
    Map<Integer, AnnualTotal> totals = ofRegions.getOrDefault(region, Map.of());
    List<Integer> used = used(totals, window);
    if (used.isEmpty()) {
      return Optional.empty();
    }

    IntSummaryStatistics summed =
        ofRegions.values().stream()
            .flatMap(any -> used(any, window).stream())
            .mapToInt(Integer::intValue)
            .summaryStatistics();
    AnnualTotal sum = AnnualTotal.sum(used.stream().map(totals::get).toList());
    double numerator = measure.counted().in(sum);
    Optional<Denominators.Denominator> denominator = measure.denominator().of(sizes, region, used);
    double size = denominator.map(Denominators.Denominator::size).orElse(Double.NaN);
    CoverageUnit unit = denominator.isPresent() ? measure.unit() : measure.counted().unit();
    return Optional.of(
        new CoverageRow(
            measure.name(),
            region,
            Regions.name(region),
            summed.getMin(),
            summed.getMax(),
            numerator,
            size,
            unit.per() * numerator / size,
            unit.code(),
            denominator.map(found -> found.name().code()).orElse(""),
            partial(totals, window).code(),
            sum.source(),
            CoverageNote.code(notes(measure.counted(), used, sum))));
  }

  /** The years of a window that are summed: whole ones, or a single year as far as it goes. */
  private static List<Integer> used(Map<Integer, AnnualTotal> totals, YearRange window) {
    boolean alone = window.from() == window.to();
    return window.years().stream()
        .filter(totals::containsKey)
        .filter(year -> alone || totals.get(year).isWholeYear())
        .toList();
  }

  /** The years of the window that are incomplete or without records. */
  private static PartialYears partial(Map<Integer, AnnualTotal> totals, YearRange window) {
    SortedMap<Integer, List<Period>> months = new TreeMap<>();
    for (int year : window.years()) {
      AnnualTotal total = totals.get(year);
      if (total == null || !total.isWholeYear()) {
        months.put(year, total == null ? List.of() : total.periods());
      }
    }

    return new PartialYears(months);
  }

  private static List<CoverageNote> notes(Counted counted, List<Integer> used, AnnualTotal sum) {
    List<CoverageNote> notes = new ArrayList<>();
    if (used.size() > 1) {
      notes.add(
          new CoverageNote(
              counted == Counted.DISTRICTS_WITH_SERVICE ? Kind.IN_ANY_OF_YEARS : Kind.SUM_OF_YEARS,
              used.size()));
    }

    if (counted.isOfWholeServices() && sum.ofInterventions()) {
      notes.add(CoverageNote.of(Kind.SUM_OF_INTERVENTIONS));
    }

    counted.notes().stream().map(CoverageNote::of).forEach(notes::add);
    return notes;
  }
}
