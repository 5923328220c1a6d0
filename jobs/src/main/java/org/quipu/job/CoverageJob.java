package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quipu.Progress;
import org.quipu.UserException;
import org.quipu.YearRange;
import org.quipu.program.Coverage;
import org.quipu.program.Denominators;
import org.quipu.program.DistrictServices;
import org.quipu.program.GeographyIngest;
import org.quipu.store.CoverageRow;
import org.quipu.store.DistrictServiceRow;
import org.quipu.store.Manifest;
import org.quipu.store.ProgramRow;
import org.quipu.store.RegionRow;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.text.narrative.TableWords;

/** Makes the coverage table of a store from its records of programmes and its geography. */
public final class CoverageJob {
  /**
   * What is wanted.
   *
   * @param window empty for the years of whole records
   */
  public record Request(Optional<YearRange> window) {}

  /**
   * What was made.
   *
   * @param rows of the coverage table
   * @param districts what services there were in each district and year
   */
  public record Result(List<CoverageRow> rows, List<DistrictServiceRow> districts) {
    /** Writes both tables as CSV and returns the files. */
    public List<Path> export(Path out, TableWords words) {
      return List.of(
          words.export(Table.COVERAGE, rows, out),
          words.export(Table.DISTRICT_SERVICES, districts, out));
    }
  }

  private final Store store;
  private final Progress progress;

  public CoverageJob(Store store, Progress progress) {
    this.store = store;
    this.progress = progress;
  }

  /**
   * The table, made now where the store does not hold it, made the same way of the same records.
   */
  public Result run(Request request) {
    return store.heldOrMade(progress, () -> held(request), () -> made(request));
  }

  Optional<Result> held(Request request) {
    Manifest plan = plan(window(request, store.read(Table.PROGRAMS)));
    if (!store.upToDate(plan) || !store.has(Table.DISTRICT_SERVICES)) {
      return Optional.empty();
    }

    progress.upToDate("coverage");
    return Optional.of(new Result(store.read(Table.COVERAGE), store.read(Table.DISTRICT_SERVICES)));
  }

  private static Optional<YearRange> window(Request request, List<ProgramRow> programs) {
    return request.window.or(() -> Coverage.span(programs));
  }

  private Result made(Request request) {
    Optional<YearRange> wanted = request.window;
    List<ProgramRow> programs = store.read(Table.PROGRAMS);
    Optional<YearRange> window = window(request, programs);
    Manifest plan = plan(window);
    Coverage coverage = Coverage.of(programs, denominators(), window);
    if (wanted.isPresent() && Coverage.over(wanted.get(), coverage.rows()).isEmpty()) {
      throw UserException.input(
          store.path(Table.PROGRAMS.name()),
          "no whole year of records from " + wanted.get().from() + " to " + wanted.get().to(),
          "records of years " + years(programs),
          "Choose another window or load more records with: quipu ingest --programs …");
    }

    List<DistrictServiceRow> districts =
        DistrictServices.of(store.readIfPresent(Table.DISTRICTS), programs);
    store.update(
        progress,
        update -> {
          update.write(Table.COVERAGE, coverage.rows(), plan.withNotes(coverage.notes()));
          update.write(
              Table.DISTRICT_SERVICES,
              districts,
              Manifest.plan(Table.DISTRICT_SERVICES.name(), plan.options(), plan.inputs()));
        });
    progress.made("coverage");
    coverage.notes().forEach(progress::warn);
    return new Result(coverage.rows(), districts);
  }

  /** Coverage over other windows than the table's, by measure and region; not kept. */
  List<CoverageRow> over(List<YearRange> windows) {
    return Coverage.of(store.read(Table.PROGRAMS), denominators(), windows).rows();
  }

  private Denominators denominators() {
    List<RegionRow> regions = store.readIfPresent(Table.REGIONS);
    return Denominators.of(
        regions.isEmpty() ? GeographyIngest.shippedRegions() : regions,
        store.readIfPresent(Table.POPULATION));
  }

  private Manifest plan(Optional<YearRange> window) {
    Map<String, String> options = new TreeMap<>();
    window.ifPresent(
        years -> {
          options.put("coverage-from", String.valueOf(years.from()));
          options.put("coverage-to", String.valueOf(years.to()));
        });
    List<Manifest.Input> inputs = new ArrayList<>();
    for (Table<?> table :
        List.of(Table.PROGRAMS, Table.REGIONS, Table.DISTRICTS, Table.POPULATION)) {
      store.manifests(table.name()).forEach(manifest -> inputs.add(manifest.asInput()));
    }

    return Manifest.plan(Table.COVERAGE.name(), options, inputs);
  }

  private static String years(List<ProgramRow> programs) {
    var years = programs.stream().mapToInt(ProgramRow::year).summaryStatistics();
    return programs.isEmpty() ? "in the store" : years.getMin() + " to " + years.getMax();
  }
}
