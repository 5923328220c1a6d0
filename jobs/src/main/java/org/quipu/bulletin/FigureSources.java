package org.quipu.bulletin;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.quipu.Provenance;
import org.quipu.YearRange;
import org.quipu.charts.About;
import org.quipu.charts.Better;
import org.quipu.charts.Figure;
import org.quipu.charts.Mark;
import org.quipu.charts.PlottedLevel;
import org.quipu.endes.Indicator;
import org.quipu.store.AssociationPointRow;
import org.quipu.store.ChangeRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.ProgramRow;
import org.quipu.store.PublishedRow;
import org.quipu.store.SmallAreaRow;
import org.quipu.store.Table;
import org.quipu.store.TableRows;
import org.quipu.store.TargetRow;
import org.quipu.survey.quality.Quality;

/**
 * The rows that one figure shows, with their sources, years and marks: what the figure says of
 * where its numbers come from and the file of its data are both made of them.
 */
final class FigureSources {
  private final Labels labels;
  private final Map<Provenance, SortedSet<Integer>> sources = new EnumMap<>(Provenance.class);
  private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
  private final Set<YearRange> windows = new HashSet<>();
  private final Map<Table<?>, Set<Record>> rows = new LinkedHashMap<>();

  FigureSources(Labels labels) {
    this.labels = labels;
  }

  Set<Mark> marks() {
    return marks;
  }

  /** A figure of the rows, and what it says of them. */
  Drawing drawing(FigureName name, About about, Figure figure) {
    return new Drawing(
        name,
        figure,
        about.source(),
        sources.values().stream().flatMap(Set::stream).distinct().sorted().toList(),
        List.copyOf(sources.keySet()),
        rows.keySet().stream().<TableRows<?>>map(this::shown).toList());
  }

  // Only show adds rows, so that those of a table are its own.
  @SuppressWarnings("unchecked")
  private <R extends Record> TableRows<R> shown(Table<R> table) {
    return new TableRows<>(table, (List<R>) List.copyOf(rows.get(table)));
  }

  /** Rows that the figure shows, whose source others tell. */
  <R extends Record> void show(Table<R> table, Collection<R> shown) {
    rows.computeIfAbsent(table, key -> new LinkedHashSet<>()).addAll(shown);
  }

  /** What is told of rows that the figure is made from and does not show one by one. */
  void add(Provenance source, Quality quality, int year) {
    sources.computeIfAbsent(source, key -> new TreeSet<>()).add(year);
    marks.addAll(PlottedValues.marks(source, quality));
  }

  void add(PrevalenceRow row) {
    show(Table.PREVALENCE, List.of(row));
    add(row.source(), row.quality(), row.year());
  }

  /** The level of a row that the figure shows, or that there is none. */
  PlottedLevel level(Optional<PrevalenceRow> row) {
    row.ifPresent(this::add);

    return PlottedValues.estimate(row);
  }

  void add(PublishedRow row) {
    show(Table.PUBLISHED, List.of(row));
    add(row.source(), Quality.NONE, row.year());
  }

  void add(ProgramRow row) {
    show(Table.PROGRAMS, List.of(row));
    add(row.source(), Quality.NONE, row.year());
  }

  void add(SmallAreaRow row) {
    show(Table.SMALL_AREAS, List.of(row));
    AreaEstimates.years(row).forEach(year -> add(row.source(), row.quality(), year));
  }

  void add(TargetRow row) {
    show(Table.TARGETS, List.of(row));
    marks.add(Mark.MODEL);
    if (row.source() != null) {
      sources.computeIfAbsent(row.source(), key -> new TreeSet<>());
      marks.addAll(PlottedValues.marks(row.source(), Quality.NONE));
    }
  }

  /** A change whose two levels the figure shows, each with its source. */
  void addBetweenLevels(ChangeRow row) {
    show(Table.CHANGE, List.of(row));
    marks.addAll(PlottedValues.marks(row.source(), row.quality()));
  }

  void add(ChangeRow row, YearRange span) {
    show(Table.CHANGE, List.of(row));
    add(row.source(), row.quality(), span.from());
    add(row.source(), row.quality(), span.to());
  }

  void add(AssociationPointRow row, YearRange span, YearRange window) {
    show(Table.ASSOCIATION_POINT, List.of(row));
    tell(row, span, window);
  }

  /** What is told of a region of an association that the figure does not show. */
  void tell(AssociationPointRow row, YearRange span, YearRange window) {
    add(row.source(), row.quality(), span.from());
    add(row.source(), row.quality(), span.to());
    windows.add(window);
    marks.addAll(PlottedValues.marks(row.coverageSource(), Quality.NONE));
  }

  boolean synthetic() {
    return marks.contains(Mark.SYNTHETIC);
  }

  About about(String indicator, String highlighted) {
    String survey = labels.source(sources);
    String source =
        windows.isEmpty()
            ? survey
            : survey
                + "; "
                + labels.text(synthetic() ? "source.programs.synthetic" : "source.programs");

    return new About(
        labels.language(),
        labels.indicator(indicator),
        labels.universe(indicator),
        source,
        marks,
        switch (Indicator.of(indicator).better()) {
          case LOWER -> Better.LOWER;
          case HIGHER -> Better.HIGHER;
        },
        highlighted.isEmpty() ? "" : labels.region(highlighted));
  }
}
