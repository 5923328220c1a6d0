package org.quipu.program;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.store.CoverageRow;
import org.quipu.store.ProgramRow;

/**
 * Coverage: how far prevention reached each region, year by year and over a window of years.
 *
 * <p>Over a window of several years the numerator is the sum over its years, set against one
 * denominator: people informed per 1,000 women over the window, not a year. A year of which only
 * some months are recorded is never added to whole years: a window leaves it out and says so in
 * {@code partial}; alone it stands with its months in {@code partial}, to be compared between
 * regions, not with other years. A year without records is missing, not zero: the sum is of the
 * years that are there, and {@code partial} names the others. The country has a figure for the
 * years in which every region has one, unless the records state the country's own.
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
    return of(programs, sizes, windows);
  }

  /** Coverage over these windows alone. */
  public static Coverage of(
      List<ProgramRow> programs, Denominators sizes, List<YearRange> windows) {
    Breakdowns figures = Breakdowns.of(programs);
    List<CoverageRow> rows = new ArrayList<>();
    for (Measures.Measure measure : Measures.of(figures)) {
      Map<String, Map<Integer, AnnualTotal>> accounts = accounts(figures, measure);
      for (YearRange each : windows) {
        for (String region : Regions.names().keySet()) {
          row(measure, region, accounts.getOrDefault(region, Map.of()), sizes, each)
              .ifPresent(rows::add);
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
            .filter(row -> row.intervention().isEmpty() && Measures.isOfService(row))
            .filter(row -> row.fromMonth() == 1 && row.toMonth() == 12)
            .mapToInt(ProgramRow::year)
            .summaryStatistics();
    return years.getCount() == 0
        ? Optional.empty()
        : Optional.of(new YearRange(years.getMin(), years.getMax()));
  }

  /** Whether any region has a figure for this window. */
  public boolean covers(YearRange window) {
    return rows.stream()
        .anyMatch(row -> row.fromYear() == window.from() && row.toYear() == window.to());
  }

  private static Map<String, Map<Integer, AnnualTotal>> accounts(
      Breakdowns figures, Measures.Measure measure) {
    List<ProgramRow> from = measure.of() == Measures.Of.WHOLES ? figures.wholes() : figures.parts();
    Map<String, Map<Integer, AnnualTotal>> accounts = new TreeMap<>();
    from.stream()
        .filter(measure.rows())
        .collect(Collectors.groupingBy(ProgramRow::region, Collectors.groupingBy(ProgramRow::year)))
        .forEach(
            (region, years) -> {
              Map<Integer, AnnualTotal> byYear = new TreeMap<>();
              years.forEach((year, rows) -> byYear.put(year, account(measure, rows)));
              accounts.put(region, byYear);
            });
    accounts.put(
        Regions.NATIONAL, national(accounts, accounts.getOrDefault(Regions.NATIONAL, Map.of())));
    return accounts;
  }

  /** Records of a whole service go before those of its parts that bear a name. */
  private static AnnualTotal account(Measures.Measure measure, List<ProgramRow> rows) {
    List<ProgramRow> services = rows.stream().filter(row -> row.intervention().isEmpty()).toList();
    return AnnualTotal.of(measure.wholeServices() && !services.isEmpty() ? services : rows);
  }

  /** The country's years: as stated, else those in which all regions have an account. */
  private static Map<Integer, AnnualTotal> national(
      Map<String, Map<Integer, AnnualTotal>> accounts, Map<Integer, AnnualTotal> stated) {
    Map<Integer, List<AnnualTotal>> byYear = new TreeMap<>();
    for (String region : Regions.codes()) {
      accounts
          .getOrDefault(region, Map.of())
          .forEach(
              (year, account) -> byYear.computeIfAbsent(year, y -> new ArrayList<>()).add(account));
    }

    Map<Integer, AnnualTotal> national = new TreeMap<>();
    byYear.forEach(
        (year, regions) -> {
          if (regions.size() == Regions.codes().size()) {
            national.put(year, AnnualTotal.together(regions));
          }
        });
    national.putAll(stated);
    return national;
  }

  private static Optional<CoverageRow> row(
      Measures.Measure measure,
      String region,
      Map<Integer, AnnualTotal> accounts,
      Denominators sizes,
      YearRange window) {
    boolean alone = window.from() == window.to();
    List<Integer> used =
        window.years().stream()
            .filter(accounts::containsKey)
            .filter(year -> alone || accounts.get(year).isWholeYear())
            .toList();
    if (used.isEmpty()) {
      return Optional.empty();
    }

    AnnualTotal sum = AnnualTotal.together(used.stream().map(accounts::get).toList());
    double numerator = measure.count() == Measures.Count.SUM ? sum.value() : sum.districts().size();
    Optional<Denominators.Denominator> denominator = measure.against().of(sizes, region, used);
    double size = denominator.map(Denominators.Denominator::size).orElse(Double.NaN);
    return Optional.of(
        new CoverageRow(
            measure.name(),
            region,
            Regions.name(region),
            window.from(),
            window.to(),
            numerator,
            size,
            measure.per() * numerator / size,
            denominator.isPresent() ? measure.unit() : measure.bare(),
            denominator.map(Denominators.Denominator::name).orElse(""),
            partial(accounts, window),
            sum.synthetic() ? "synthetic" : "published",
            note(measure, used, sum)));
  }

  /** The years of the window that are incomplete or missing; nothing where none is. */
  private static String partial(Map<Integer, AnnualTotal> accounts, YearRange window) {
    boolean alone = window.from() == window.to();
    List<String> years = new ArrayList<>();
    for (int year : window.years()) {
      AnnualTotal account = accounts.get(year);
      if (account == null) {
        years.add(year + ": sin registros");
      } else if (!account.isWholeYear()) {
        years.add(year + ": solo " + account.monthsLabel() + (alone ? "" : ", no se suma"));
      }
    }

    return String.join("; ", years);
  }

  private static String note(Measures.Measure measure, List<Integer> used, AnnualTotal sum) {
    List<String> notes = new ArrayList<>();
    if (used.size() > 1) {
      notes.add(
          measure.count() == Measures.Count.SUM
              ? "Suma de " + used.size() + " años"
              : "En al menos uno de " + used.size() + " años");
    }

    if (measure.wholeServices() && sum.ofParts()) {
      notes.add("Suma de intervenciones con nombre, a falta del registro de todo el servicio");
    }

    if (!measure.note().isEmpty()) {
      notes.add(measure.note());
    }

    return String.join(". ", notes);
  }
}
