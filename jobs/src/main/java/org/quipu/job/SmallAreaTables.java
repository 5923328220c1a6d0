package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quipu.Provenance;
import org.quipu.smallarea.AreaLevel;
import org.quipu.smallarea.AreaStudy;
import org.quipu.smallarea.SmallAreaEstimate;
import org.quipu.smallarea.SmallAreaSpec;
import org.quipu.store.SmallAreaDiagnosticRow;
import org.quipu.store.SmallAreaModelRow;
import org.quipu.store.SmallAreaPlanningRow;
import org.quipu.store.SmallAreaRow;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.store.TableRows;
import org.quipu.survey.quality.Quality;
import org.quipu.survey.quality.QualityMark;
import org.quipu.text.narrative.TableWords;

/** The tables of studies of small areas. */
public record SmallAreaTables(
    List<SmallAreaRow> areas,
    List<SmallAreaModelRow> model,
    List<SmallAreaDiagnosticRow> diagnostics,
    List<SmallAreaPlanningRow> planning) {
  /** Direct estimates of fewer interviews are not shown. */
  private static final int FEWEST = 25;

  static final List<Table<?>> TABLES =
      List.of(
          Table.SMALL_AREAS,
          Table.SMALL_AREA_MODEL,
          Table.SMALL_AREA_DIAGNOSTICS,
          Table.SMALL_AREA_PLANNING);

  static SmallAreaTables empty() {
    return new SmallAreaTables(
        new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  /** The tables of a store, of all levels that have been estimated. */
  public static SmallAreaTables of(Store store) {
    return new SmallAreaTables(
        store.readIfPresent(Table.SMALL_AREAS),
        store.readIfPresent(Table.SMALL_AREA_MODEL),
        store.readIfPresent(Table.SMALL_AREA_DIAGNOSTICS),
        store.readIfPresent(Table.SMALL_AREA_PLANNING));
  }

  /** The rows of one level. */
  SmallAreaTables level(AreaLevel level) {
    return new SmallAreaTables(
        areas.stream().filter(row -> row.level() == level).toList(),
        model.stream().filter(row -> row.level() == level).toList(),
        diagnostics.stream().filter(row -> row.level() == level).toList(),
        planning.stream().filter(row -> row.level() == level).toList());
  }

  List<TableRows<?>> tables() {
    return List.of(
        new TableRows<>(Table.SMALL_AREAS, areas),
        new TableRows<>(Table.SMALL_AREA_MODEL, model),
        new TableRows<>(Table.SMALL_AREA_DIAGNOSTICS, diagnostics),
        new TableRows<>(Table.SMALL_AREA_PLANNING, planning));
  }

  /** Writes every table as CSV and returns the files. */
  public List<Path> export(Path out, TableWords words) {
    return List.of(
        words.export(Table.SMALL_AREAS, areas, out),
        words.export(Table.SMALL_AREA_MODEL, model, out),
        words.export(Table.SMALL_AREA_DIAGNOSTICS, diagnostics, out),
        words.export(Table.SMALL_AREA_PLANNING, planning, out));
  }

  /**
   * What a study is about.
   *
   * @param unit what its numbers are multiplied with
   * @param years that are pooled, with blanks between them; null where not known
   * @param source of the direct estimates; null for those of a file
   */
  record Subject(AreaLevel level, String indicator, double unit, String years, Provenance source) {
    /** How many; 1 where not known. */
    int pooledYears() {
      return years == null ? 1 : years.split(" ", -1).length;
    }
  }

  /** Adds the rows of others. */
  void add(SmallAreaTables others) {
    areas.addAll(others.areas);
    model.addAll(others.model);
    diagnostics.addAll(others.diagnostics);
    planning.addAll(others.planning);
  }

  /**
   * The rows of a study.
   *
   * @param labels one an area
   * @param marks on the quality of all its estimates
   */
  static SmallAreaTables of(
      Subject subject, AreaStudy study, List<String> labels, List<QualityMark> marks) {
    SmallAreaTables tables = empty();
    SmallAreaSpec spec = study.spec();
    List<SmallAreaEstimate> estimates = study.estimates();
    for (int i = 0; i < estimates.size(); i++) {
      SmallAreaEstimate estimate = estimates.get(i);
      boolean hidden = subject.level != AreaLevel.AREA && estimate.direct().n() < FEWEST;
      tables.areas.add(
          SmallAreaRow.of(
              subject.level,
              labels.get(i),
              subject.indicator,
              spec,
              hidden ? estimate.withoutDirect() : estimate,
              quality(estimate, marks),
              subject.unit,
              subject.years,
              subject.source));
    }
    study
        .terms()
        .forEach(
            term ->
                tables.model.add(
                    SmallAreaModelRow.of(
                        subject.level, subject.indicator, spec, term, subject.source)));
    study
        .diagnostics()
        .forEach(
            (diagnostic, value) ->
                tables.diagnostics.add(
                    SmallAreaDiagnosticRow.of(
                        subject.level,
                        subject.indicator,
                        diagnostic,
                        value,
                        subject.unit,
                        subject.source)));
    Map<String, String> labelOf = new HashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      labelOf.put(estimates.get(i).direct().area(), labels.get(i));
    }
    study
        .outlooks(subject.pooledYears())
        .forEach(
            outlook ->
                tables.planning.add(
                    SmallAreaPlanningRow.of(
                        subject.level,
                        subject.indicator,
                        outlook,
                        labelOf.get(outlook.area()),
                        subject.unit,
                        subject.source)));
    return tables;
  }

  private static Quality quality(SmallAreaEstimate estimate, List<QualityMark> others) {
    List<QualityMark> marks = new ArrayList<>(List.of(QualityMark.MODEL));
    if (!estimate.direct().isSampled()) {
      marks.add(QualityMark.NO_SAMPLE);
    }
    if (estimate.direct().isSampled() && estimate.direct().psus() == 1) {
      marks.add(QualityMark.ONE_CLUSTER);
    }
    if (estimate.noBetterThanLarger()) {
      marks.add(QualityMark.NO_BETTER_THAN_PROVINCE);
    }
    if (estimate.repaired()) {
      marks.add(QualityMark.REPAIRED_VARIANCE);
    }
    marks.addAll(others);

    return Quality.marked(marks);
  }
}
