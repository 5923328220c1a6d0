package org.quipu.bulletin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quipu.Provenance;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.association.Method;
import org.quipu.endes.Dimensions;
import org.quipu.store.AssociationPointRow;
import org.quipu.store.AssociationRow;
import org.quipu.store.ChangeRow;
import org.quipu.store.ComparisonRow;
import org.quipu.store.CoverageRow;
import org.quipu.store.DistrictServiceRow;
import org.quipu.store.EventStudyRow;
import org.quipu.store.PositionRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.ProgramRow;
import org.quipu.store.PublishedRow;
import org.quipu.store.SmallAreaDiagnosticRow;
import org.quipu.store.SmallAreaPlanningRow;
import org.quipu.store.SmallAreaRow;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.store.TargetRow;
import org.quipu.store.TargetSummaryRow;

/** The tables that figures and bulletins are made from; one that has not been made is empty. */
public final class Evidence {
  /** No table. */
  static final Evidence NONE = new Evidence(Map.of(), Optional.empty());

  private static final List<Table<?>> TABLES =
      List.of(
          Table.PREVALENCE,
          Table.POSITION,
          Table.COMPARISON,
          Table.CHANGE,
          Table.COVERAGE,
          Table.ASSOCIATION,
          Table.ASSOCIATION_POINT,
          Table.EVENT_STUDY,
          Table.PROGRAMS,
          Table.PUBLISHED,
          Table.SMALL_AREAS,
          Table.SMALL_AREA_DIAGNOSTICS,
          Table.SMALL_AREA_PLANNING,
          Table.TARGETS,
          Table.TARGETS_SUMMARY,
          Table.DISTRICT_SERVICES);

  private final Map<Table<?>, List<? extends Record>> tables;
  private final Optional<LocalDate> made;
  private final Map<Level, PrevalenceRow> levels = new HashMap<>();
  private final Map<String, List<ProgramRow>> programs;

  /** What a level is of. */
  private record Level(String indicator, String by, String domain, int year) {}

  private Evidence(Map<Table<?>, List<? extends Record>> tables, Optional<LocalDate> made) {
    this.tables = tables;
    this.made = made;
    for (PrevalenceRow row : prevalence()) {
      levels.put(new Level(row.indicator(), row.by(), row.domain(), row.year()), row);
    }
    this.programs = programs().stream().collect(Collectors.groupingBy(ProgramRow::region));
  }

  /** The tables of a store. */
  public static Evidence of(Store store) {
    Map<Table<?>, List<? extends Record>> tables = new HashMap<>();
    TABLES.forEach(table -> tables.put(table, store.readIfPresent(table)));
    return new Evidence(
        tables,
        store
            .manifest(Table.CHANGE.name())
            .map(manifest -> Instant.parse(manifest.created()).atOffset(ZoneOffset.UTC))
            .map(OffsetDateTime::toLocalDate));
  }

  /** The day on which the changes were estimated; empty where that is not known. */
  Optional<LocalDate> made() {
    return made;
  }

  /** The same, estimated on this day. */
  Evidence madeOn(LocalDate day) {
    return new Evidence(tables, Optional.of(day));
  }

  /** The same with these rows of a table. */
  <R extends Record> Evidence with(Table<R> table, List<R> rows) {
    Map<Table<?>, List<? extends Record>> all = new HashMap<>(tables);
    all.put(table, List.copyOf(rows));
    return new Evidence(all, made);
  }

  // Tables are put in with rows of their own.
  @SuppressWarnings("unchecked")
  private <R extends Record> List<R> rows(Table<R> table) {
    return (List<R>) tables.getOrDefault(table, List.of());
  }

  /** The table {@code prevalence}. */
  public List<PrevalenceRow> prevalence() {
    return rows(Table.PREVALENCE);
  }

  /** The table {@code change}. */
  public List<ChangeRow> changes() {
    return rows(Table.CHANGE);
  }

  /** The table {@code coverage}. */
  public List<CoverageRow> coverage() {
    return rows(Table.COVERAGE);
  }

  /** The table {@code association}. */
  public List<AssociationRow> associations() {
    return rows(Table.ASSOCIATION);
  }

  /** The table {@code association_point}. */
  public List<AssociationPointRow> points() {
    return rows(Table.ASSOCIATION_POINT);
  }

  /** The table {@code event_study}. */
  public List<EventStudyRow> events() {
    return rows(Table.EVENT_STUDY);
  }

  /** The table {@code programs}. */
  public List<ProgramRow> programs() {
    return rows(Table.PROGRAMS);
  }

  /** Those of its rows that are of a region, or all for the country as {@code 00}. */
  List<ProgramRow> programs(String region) {
    return region.equals(Regions.NATIONAL) ? programs() : programs.getOrDefault(region, List.of());
  }

  /** The table {@code published}. */
  public List<PublishedRow> published() {
    return rows(Table.PUBLISHED);
  }

  /** The table {@code small_areas}. */
  public List<SmallAreaRow> smallAreas() {
    return rows(Table.SMALL_AREAS);
  }

  /** The table {@code small_area_diagnostics}. */
  public List<SmallAreaDiagnosticRow> diagnostics() {
    return rows(Table.SMALL_AREA_DIAGNOSTICS);
  }

  /** The table {@code small_area_planning}. */
  public List<SmallAreaPlanningRow> planning() {
    return rows(Table.SMALL_AREA_PLANNING);
  }

  /** The table {@code targets}. */
  public List<TargetRow> targets() {
    return rows(Table.TARGETS);
  }

  /** The table {@code targets_summary}. */
  public List<TargetSummaryRow> targetPlans() {
    return rows(Table.TARGETS_SUMMARY);
  }

  /** The table {@code district_services}. */
  public List<DistrictServiceRow> districtServices() {
    return rows(Table.DISTRICT_SERVICES);
  }

  /** The level of a region, or of the country as {@code 00}, in a year. */
  Optional<PrevalenceRow> level(String indicator, String region, int year) {
    String by = region.equals(Regions.NATIONAL) ? Dimensions.NATIONAL : Dimensions.REGION;
    return level(indicator, by, region, year);
  }

  /** The level of a domain of a table in a year. */
  Optional<PrevalenceRow> level(String indicator, String by, String domain, int year) {
    return Optional.ofNullable(levels.get(new Level(indicator, by, domain, year)));
  }

  /** The levels of a region, or of the country as {@code 00}, in all years that there are. */
  List<PrevalenceRow> years(String indicator, String region) {
    return prevalence().stream()
        .filter(row -> row.indicator().equals(indicator))
        .filter(row -> isOf(row.by(), row.domain(), region))
        .sorted(Comparator.comparingInt(PrevalenceRow::year))
        .toList();
  }

  /** The levels of a year in the domains of a table. */
  List<PrevalenceRow> levels(String indicator, String by, int year) {
    return prevalence().stream()
        .filter(row -> row.year() == year && row.by().equals(by))
        .filter(row -> row.indicator().equals(indicator))
        .sorted(Comparator.comparing(PrevalenceRow::domain))
        .toList();
  }

  /** Where a region stands among the others in a year. */
  Optional<PositionRow> position(String indicator, String region, int year) {
    return rows(Table.POSITION).stream()
        .filter(row -> row.year() == year && row.indicator().equals(indicator))
        .filter(row -> row.by().equals(Dimensions.REGION) && row.domain().equals(region))
        .findFirst();
  }

  /** The regions, each compared with each, in a year. */
  List<ComparisonRow> comparisons(String indicator, int year) {
    return rows(Table.COMPARISON).stream()
        .filter(row -> row.year() == year && row.indicator().equals(indicator))
        .filter(row -> row.by().equals(Dimensions.REGION))
        .toList();
  }

  /** The change of a region, or of the country as {@code 00}. */
  Optional<ChangeRow> change(String indicator, String region, YearRange span) {
    return changes(indicator, span).stream()
        .filter(row -> isOf(row.by(), row.domain(), region))
        .findFirst();
  }

  private List<ChangeRow> changes(String indicator, YearRange span) {
    return changes().stream()
        .filter(row -> row.indicator().equals(indicator))
        .filter(row -> row.fromYear() == span.from() && row.toYear() == span.to())
        .toList();
  }

  /** The changes of the regions, without the country. */
  List<ChangeRow> regionalChanges(String indicator, YearRange span) {
    return changes(indicator, span).stream()
        .filter(row -> row.by().equals(Dimensions.REGION))
        .toList();
  }

  /**
   * The spans for which an indicator's change is known, the latest first, the longest of them
   * first.
   */
  List<YearRange> spans(String indicator) {
    return changes().stream()
        .filter(row -> row.indicator().equals(indicator))
        .filter(row -> row.by().equals(Dimensions.REGION) || row.by().equals(Dimensions.NATIONAL))
        .map(row -> new YearRange(row.fromYear(), row.toYear()))
        .distinct()
        .sorted(
            Comparator.comparingInt((YearRange span) -> -span.to())
                .thenComparingInt(YearRange::from))
        .toList();
  }

  /** How far a measure reached a region over a window of years. */
  Optional<CoverageRow> coverage(String measure, String region, YearRange window) {
    return coverage().stream()
        .filter(row -> row.measure().equals(measure) && row.region().equals(region))
        .filter(row -> row.fromYear() == window.from() && row.toYear() == window.to())
        .findFirst();
  }

  /** The result of another method for the same question. */
  Optional<AssociationRow> association(AssociationRow same, Method method) {
    return associations().stream()
        .filter(row -> row.method() == method && row.sameQuestion(same))
        .findFirst();
  }

  /** The regions of a question. */
  List<AssociationPointRow> points(AssociationRow question) {
    return points().stream()
        .filter(point -> point.indicator().equals(question.indicator()))
        .filter(point -> point.measure().equals(question.measure()))
        .toList();
  }

  /** The rows of a strategy's event study, the effect of each run first. */
  List<EventStudyRow> events(String strategy, String indicator) {
    return events().stream()
        .filter(row -> row.strategy().equals(strategy) && row.indicator().equals(indicator))
        .toList();
  }

  /** Whether any of the tables' rows is synthetic. */
  boolean synthetic() {
    return prevalence().stream().anyMatch(row -> row.source() == Provenance.SYNTHETIC)
        || changes().stream().anyMatch(row -> row.source() == Provenance.SYNTHETIC)
        || coverage().stream().anyMatch(row -> row.source() == Provenance.SYNTHETIC)
        || programs().stream().anyMatch(row -> row.source() == Provenance.SYNTHETIC);
  }

  private static boolean isOf(String by, String domain, String region) {
    return region.equals(Regions.NATIONAL)
        ? by.equals(Dimensions.NATIONAL)
        : by.equals(Dimensions.REGION) && domain.equals(region);
  }
}
