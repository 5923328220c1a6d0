package org.quipu.bulletin;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quipu.Provenance;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.association.Method;
import org.quipu.endes.Dimensions;
import org.quipu.store.AssociationPointRow;
import org.quipu.store.AssociationRow;
import org.quipu.store.ChangeRow;
import org.quipu.store.CoverageRow;
import org.quipu.store.EventStudyRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.ProgramRow;
import org.quipu.store.PublishedRow;
import org.quipu.store.Store;
import org.quipu.store.Table;

/** The tables that figures and bulletins are made from. */
public record Evidence(
    List<PrevalenceRow> prevalence,
    List<ChangeRow> changes,
    List<CoverageRow> coverage,
    List<AssociationRow> associations,
    List<AssociationPointRow> points,
    List<EventStudyRow> events,
    List<ProgramRow> programs,
    List<PublishedRow> published) {

  /** The tables of a store; one that has not been made is empty. */
  public static Evidence of(Store store) {
    return new Evidence(
        store.readIfPresent(Table.PREVALENCE),
        store.readIfPresent(Table.CHANGE),
        store.readIfPresent(Table.COVERAGE),
        store.readIfPresent(Table.ASSOCIATION),
        store.readIfPresent(Table.ASSOCIATION_POINT),
        store.readIfPresent(Table.EVENT_STUDY),
        store.readIfPresent(Table.PROGRAMS),
        store.readIfPresent(Table.PUBLISHED));
  }

  /** The level of a region, or of the country as {@code 00}, in a year. */
  Optional<PrevalenceRow> level(String indicator, String region, int year) {
    return prevalence.stream()
        .filter(row -> row.year() == year && row.indicator().equals(indicator))
        .filter(row -> isOf(row.by(), row.domain(), region))
        .findFirst();
  }

  /** The change of a region, or of the country as {@code 00}. */
  Optional<ChangeRow> change(String indicator, String region, YearRange span) {
    return changes(indicator, span).stream()
        .filter(row -> isOf(row.by(), row.domain(), region))
        .findFirst();
  }

  private List<ChangeRow> changes(String indicator, YearRange span) {
    return changes.stream()
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
    return changes.stream()
        .filter(row -> row.indicator().equals(indicator))
        .filter(row -> row.by().equals(Dimensions.REGION) || row.by().equals(Dimensions.NATIONAL))
        .map(row -> new YearRange(row.fromYear(), row.toYear()))
        .distinct()
        .sorted(
            Comparator.comparingInt((YearRange span) -> -span.to())
                .thenComparingInt(YearRange::from))
        .toList();
  }

  /** The levels of the country in all years that there are. */
  List<PrevalenceRow> national(String indicator) {
    return prevalence.stream()
        .filter(row -> row.indicator().equals(indicator))
        .filter(row -> isOf(row.by(), row.domain(), Regions.NATIONAL))
        .sorted(Comparator.comparingInt(PrevalenceRow::year))
        .toList();
  }

  /** How far a measure reached a region over a window of years. */
  Optional<CoverageRow> coverage(String measure, String region, YearRange window) {
    return coverage.stream()
        .filter(row -> row.measure().equals(measure) && row.region().equals(region))
        .filter(row -> row.fromYear() == window.from() && row.toYear() == window.to())
        .findFirst();
  }

  /** The result of another method for the same question. */
  Optional<AssociationRow> association(AssociationRow same, Method method) {
    return associations.stream()
        .filter(row -> row.method() == method && row.sameQuestion(same))
        .findFirst();
  }

  /** The regions of a question. */
  List<AssociationPointRow> points(AssociationRow question) {
    return points.stream()
        .filter(point -> point.indicator().equals(question.indicator()))
        .filter(point -> point.measure().equals(question.measure()))
        .toList();
  }

  /** The rows of a strategy's event study, the effect of each run first. */
  List<EventStudyRow> events(String strategy, String indicator) {
    return events.stream()
        .filter(row -> row.strategy().equals(strategy) && row.indicator().equals(indicator))
        .toList();
  }

  /** Whether any of the tables' rows is synthetic. */
  boolean synthetic() {
    return prevalence.stream().anyMatch(row -> row.source() == Provenance.SYNTHETIC)
        || changes.stream().anyMatch(row -> row.source() == Provenance.SYNTHETIC)
        || coverage.stream().anyMatch(row -> row.source() == Provenance.SYNTHETIC)
        || programs.stream().anyMatch(row -> row.source() == Provenance.SYNTHETIC);
  }

  private static boolean isOf(String by, String domain, String region) {
    return region.equals(Regions.NATIONAL)
        ? by.equals(Dimensions.NATIONAL)
        : by.equals(Dimensions.REGION) && domain.equals(region);
  }
}
