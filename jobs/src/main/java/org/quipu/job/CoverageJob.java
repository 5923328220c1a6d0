package org.quipu.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quipu.Regions;
import org.quipu.UserException;
import org.quipu.program.Coverage;
import org.quipu.program.Coverage.Window;
import org.quipu.program.Denominators;
import org.quipu.program.GeographyIngest;
import org.quipu.store.CoverageRow;
import org.quipu.store.Manifest;
import org.quipu.store.ProgramRow;
import org.quipu.store.RegionRow;
import org.quipu.store.Store;
import org.quipu.store.Table;

/** Makes the coverage table of a store from its records of programmes and its geography. */
final class CoverageJob {
  private final Store store;
  private final Console console;

  CoverageJob(Store store, Console console) {
    this.store = store;
    this.console = console;
  }

  /**
   * Computes and stores coverage.
   *
   * @param wanted the window; where it is empty, the years of whole records
   */
  List<CoverageRow> run(Optional<Window> wanted) {
    List<ProgramRow> programs = store.read(Table.PROGRAMS);
    Optional<Window> window = wanted.or(() -> Coverage.span(programs));
    Coverage coverage = Coverage.of(programs, denominators(), window);
    if (wanted.isPresent() && ofWindow(coverage.rows(), wanted.get()).isEmpty()) {
      throw UserException.input(
          store.path(Table.PROGRAMS.name()),
          "no whole year of records from " + wanted.get().from() + " to " + wanted.get().to(),
          "records of years " + years(programs),
          "Choose another window or load more records with: quipu ingest --programs …");
    }

    store.write(Table.COVERAGE, coverage.rows(), plan(window).withNotes(coverage.notes()));
    coverage.notes().forEach(console::progress);
    tell(coverage.rows(), window);
    return coverage.rows();
  }

  private Denominators denominators() {
    List<RegionRow> regions = store.readIfPresent(Table.REGIONS);
    return Denominators.of(
        regions.isEmpty() ? GeographyIngest.shippedRegions() : regions,
        store.readIfPresent(Table.POPULATION));
  }

  private Manifest plan(Optional<Window> window) {
    Map<String, String> options = new TreeMap<>();
    window.ifPresent(
        years -> {
          options.put("coverage-from", String.valueOf(years.from()));
          options.put("coverage-to", String.valueOf(years.to()));
        });
    List<Manifest.Input> inputs = new ArrayList<>();
    for (Table<?> table : List.of(Table.PROGRAMS, Table.REGIONS, Table.POPULATION)) {
      store.manifests(table.name()).forEach(manifest -> inputs.add(manifest.asInput()));
    }

    return Manifest.plan(Table.COVERAGE.name(), options, inputs);
  }

  /** What was found: the country, and the regions that were reached least and most. */
  private void tell(List<CoverageRow> rows, Optional<Window> window) {
    console.say(
        String.format(
            Locale.ROOT,
            "coverage: %,d rows, %d measures",
            rows.size(),
            rows.stream().map(CoverageRow::measure).distinct().count()));
    if (window.isEmpty()) {
      return;
    }

    console.say(
        "window %d-%d (sums over its years), country, least and most reached region:"
            .formatted(window.get().from(), window.get().to()));
    Map<String, List<CoverageRow>> measures = new TreeMap<>();
    for (CoverageRow row : ofWindow(rows, window.get())) {
      if (!Double.isNaN(row.coverage())) {
        measures.computeIfAbsent(row.measure(), measure -> new ArrayList<>()).add(row);
      }
    }

    measures.forEach((measure, found) -> console.say("  " + line(measure, found)));
    ofWindow(rows, window.get()).stream()
        .filter(row -> !row.partial().isEmpty())
        .map(row -> row.measure() + " is incomplete in some regions: " + row.partial())
        .distinct()
        .filter(told -> measures.keySet().stream().anyMatch(told::startsWith))
        .forEach(console::warn);
  }

  private static String line(String measure, List<CoverageRow> rows) {
    List<CoverageRow> regions =
        rows.stream()
            .filter(row -> !row.region().equals(Regions.NATIONAL))
            .sorted(Comparator.comparingDouble(CoverageRow::coverage))
            .toList();
    String country =
        rows.stream()
            .filter(row -> row.region().equals(Regions.NATIONAL))
            .map(row -> String.format(Locale.ROOT, "%.1f; ", row.coverage()))
            .findFirst()
            .orElse("");
    if (regions.isEmpty()) {
      return measure + ": " + country;
    }

    CoverageRow least = regions.get(0);
    CoverageRow most = regions.get(regions.size() - 1);
    return String.format(
        Locale.ROOT,
        "%s: %s%s %.1f, %s %.1f",
        measure,
        country,
        least.label(),
        least.coverage(),
        most.label(),
        most.coverage());
  }

  private static List<CoverageRow> ofWindow(List<CoverageRow> rows, Window window) {
    return rows.stream()
        .filter(row -> row.fromYear() == window.from() && row.toYear() == window.to())
        .toList();
  }

  private static String years(List<ProgramRow> programs) {
    var years = programs.stream().mapToInt(ProgramRow::year).summaryStatistics();
    return programs.isEmpty() ? "in the store" : years.getMin() + " to " + years.getMax();
  }
}
