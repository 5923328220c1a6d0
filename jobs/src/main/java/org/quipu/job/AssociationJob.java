package org.quipu.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quipu.Regions;
import org.quipu.association.Reading;
import org.quipu.association.Region;
import org.quipu.association.Study;
import org.quipu.association.StudyTable;
import org.quipu.bulletin.MeasureNames;
import org.quipu.endes.Indicator;
import org.quipu.program.Coverage.Window;
import org.quipu.store.AssociationRow;
import org.quipu.store.ChangeRow;
import org.quipu.store.CoverageRow;
import org.quipu.store.InfluenceRow;
import org.quipu.store.Manifest;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.Store;
import org.quipu.store.Table;

/**
 * Makes the tables {@code association} and {@code association_influence} of a store from its
 * changes and its coverage.
 */
final class AssociationJob {
  /** What was found. */
  record Result(List<AssociationRow> rows, List<InfluenceRow> influence) {}

  /** The indicators of the question, declared before any is looked at. */
  static final List<String> INDICATORS =
      List.of(
          "partner_violence_any_ever",
          "partner_violence_psychological_ever",
          "partner_violence_physical_ever",
          "partner_violence_sexual_ever");

  private static final String BY_REGION = "region";

  private final Store store;
  private final Console console;
  private final Study study;

  AssociationJob(Store store, Console console, Study study) {
    this.store = store;
    this.console = console;
    this.study = study;
  }

  /**
   * Studies the change between two years against coverage in a window.
   *
   * @param indicators whose changes; {@link #INDICATORS} where empty
   */
  Result run(int from, int to, Window window, List<String> indicators) {
    List<String> asked = indicators.isEmpty() ? INDICATORS : indicators;
    List<ChangeRow> changes =
        new ChangeJob(store, console)
            .run(ChangeJob.Request.of(from, to)).changes().stream()
                .filter(row -> row.by().equals(BY_REGION))
                .toList();
    List<CoverageRow> coverage = new CoverageJob(store, console).run(Optional.of(window));
    Manifest plan = plan(from, to, window, asked);
    Map<String, Map<String, CoverageRow>> measures = measures(coverage, window);
    StudyTable table = new StudyTable();
    for (String indicator : asked) {
      Map<String, ChangeRow> ofIndicator = new LinkedHashMap<>();
      changes.stream()
          .filter(row -> row.indicator().equals(indicator))
          .forEach(row -> ofIndicator.put(row.domain(), row));
      measures.forEach((measure, reached) -> study(table, ofIndicator, reached, window));
    }

    Result result = new Result(table.rows(), table.influence());
    if (result.rows.isEmpty()) {
      console.warn(
          "association: fewer than "
              + Study.FEWEST
              + " regions have both a change with a standard error and coverage from "
              + window.from()
              + " to "
              + window.to());
    }

    store.update(
        update -> {
          update.write(Table.ASSOCIATION, result.rows, plan);
          update.write(
              Table.ASSOCIATION_INFLUENCE,
              result.influence,
              Manifest.plan(Table.ASSOCIATION_INFLUENCE.name(), plan.options(), plan.inputs()));
        });
    return result;
  }

  private void study(
      StudyTable table,
      Map<String, ChangeRow> changes,
      Map<String, CoverageRow> reached,
      Window window) {
    Map<String, Double> errors = errorsOfFirstLevels(changes);
    List<Region> regions = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (ChangeRow change : changes.values()) {
      CoverageRow coverage = reached.get(change.domain());
      if (coverage == null || !(change.standardError() > 0)) {
        leftOut.add(change.label());
        continue;
      }

      double error = errors.getOrDefault(change.domain(), Double.NaN);
      regions.add(
          new Region(
              change.domain(),
              change.change(),
              change.standardError(),
              change.percentFrom(),
              error * error,
              Double.isNaN(change.covariance()) ? 0 : change.covariance(),
              coverage.coverage()));
    }

    Optional<Study.Result> found = study.of(regions);
    if (found.isEmpty()) {
      return;
    }

    ChangeRow change = changes.values().iterator().next();
    CoverageRow coverage = reached.values().iterator().next();
    if (!leftOut.isEmpty()) {
      console.progress(
          change.indicator()
              + " and "
              + coverage.measure()
              + ": left out, without a standard error or coverage: "
              + String.join(", ", leftOut));
    }

    table.add(subject(change, coverage, window), regions, found.get());
  }

  private static StudyTable.Subject subject(ChangeRow change, CoverageRow coverage, Window window) {
    return new StudyTable.Subject(
        change.indicator(),
        coverage.measure(),
        change.fromYear(),
        change.toYear(),
        window.from(),
        window.to(),
        new Reading(
            Indicator.of(change.indicator()).labelEs(),
            MeasureNames.spanish(coverage.measure()),
            change.fromYear() + "-" + change.toYear(),
            window.from() + "-" + window.to()));
  }

  /**
   * Measures that have a rate in the window, by region. Regions of which other years are incomplete
   * than of most are not compared.
   */
  private Map<String, Map<String, CoverageRow>> measures(
      List<CoverageRow> coverage, Window window) {
    Map<String, Map<String, List<CoverageRow>>> byGaps = new LinkedHashMap<>();
    coverage.stream()
        .filter(row -> row.fromYear() == window.from() && row.toYear() == window.to())
        .filter(row -> !row.region().equals(Regions.NATIONAL))
        .filter(row -> !Double.isNaN(row.coverage()))
        .forEach(
            row ->
                byGaps
                    .computeIfAbsent(row.measure(), measure -> new LinkedHashMap<>())
                    .computeIfAbsent(gaps(row), gaps -> new ArrayList<>())
                    .add(row));
    Map<String, Map<String, CoverageRow>> measures = new LinkedHashMap<>();
    byGaps.forEach(
        (measure, groups) -> {
          List<CoverageRow> most =
              groups.values().stream().max(Comparator.comparingInt(List::size)).orElseThrow();
          if (!gaps(most.get(0)).isEmpty()) {
            console.warn(measure + ": incomplete years are not counted: " + gaps(most.get(0)));
          }

          Map<String, CoverageRow> rows = new LinkedHashMap<>();
          most.forEach(row -> rows.put(row.region(), row));
          measures.put(measure, rows);
        });
    return measures;
  }

  private static String gaps(CoverageRow row) {
    return row.partial() == null ? "" : row.partial();
  }

  private Map<String, Double> errorsOfFirstLevels(Map<String, ChangeRow> changes) {
    Map<String, Double> errors = new HashMap<>();
    for (PrevalenceRow row : store.readIfPresent(Table.PREVALENCE)) {
      ChangeRow change = changes.get(row.domain());
      if (change != null
          && row.by().equals(BY_REGION)
          && row.indicator().equals(change.indicator())
          && row.year() == change.fromYear()) {
        errors.put(row.domain(), row.standardError());
      }
    }

    return errors;
  }

  private Manifest plan(int from, int to, Window window, List<String> indicators) {
    Map<String, String> options = new HashMap<>();
    options.put("from", String.valueOf(from));
    options.put("to", String.valueOf(to));
    options.put("coverage-from", String.valueOf(window.from()));
    options.put("coverage-to", String.valueOf(window.to()));
    options.put("indicator", String.join(" ", indicators));
    options.put("study", study.toString());
    List<Manifest.Input> inputs = new ArrayList<>();
    for (Table<?> table : List.of(Table.CHANGE, Table.COVERAGE, Table.PREVALENCE)) {
      store.manifest(table.name()).ifPresent(manifest -> inputs.add(manifest.asInput()));
    }

    return Manifest.plan(Table.ASSOCIATION.name(), options, inputs);
  }
}
