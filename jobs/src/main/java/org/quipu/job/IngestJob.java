package org.quipu.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quipu.endes.EndesFiles;
import org.quipu.endes.EndesIngest;
import org.quipu.endes.EndesIngest.YearResult;
import org.quipu.endes.WomenTable;
import org.quipu.file.ShippedData;
import org.quipu.program.GeographyIngest;
import org.quipu.program.ProgramIngest;
import org.quipu.published.PublishedFigures;
import org.quipu.store.Digests;
import org.quipu.store.Manifest;
import org.quipu.store.ProgramRow;
import org.quipu.store.Store;
import org.quipu.store.Table;

/**
 * Loads files into the store, all of them or none: ENDES into {@code women}, records of programmes,
 * geography and published figures into tables of their own. What is there already, made of the same
 * files, is left.
 */
final class IngestJob {
  /** What is loaded; each may be null or empty. */
  record Sources(String endes, Integer year, List<Path> programs, Path geography, Path published) {
    boolean none() {
      return endes == null && programs.isEmpty() && geography == null && published == null;
    }
  }

  /** The texts that decide what the women's columns hold. */
  private static final List<String> DEFINITIONS =
      List.of("endes/dictionary.csv", "endes/modules.csv", "endes/years.csv", "indicators.yaml");

  private final Store store;
  private final Console console;

  IngestJob(Store store, Console console) {
    this.store = store;
    this.console = console;
  }

  void run(Sources sources) {
    EndesIngest endes =
        sources.endes == null
            ? null
            : new EndesIngest(EndesFiles.find(sources.endes, sources.year));
    Map<Integer, Manifest> plans = new TreeMap<>();
    if (endes != null) {
      for (int year : endes.years()) {
        Manifest plan = plan(endes, year);
        if (store.upToDate(plan)) {
          console.progress("women of " + year + ": up to date");
          endes.skip(year);
        } else {
          plans.put(year, plan);
        }
      }
    }

    store.update(
        update -> {
          if (!plans.isEmpty()) {
            console.progress("reading ENDES of " + plans.keySet() + " …");
            writeWomen(endes, plans, update);
          }

          if (!sources.programs.isEmpty() || !store.has(Table.PROGRAMS)) {
            writePrograms(sources.programs, update);
          }

          if (sources.geography != null || !store.has(Table.REGIONS)) {
            writeGeography(sources.geography, update);
          }

          if (sources.published != null) {
            writePublished(sources.published, update);
          }
        });
  }

  /** The given records, and always those of the two source documents, which ship with Quipu. */
  private void writePrograms(List<Path> paths, Store.Update update) throws IOException {
    ProgramIngest read = ProgramIngest.read(paths);
    List<ProgramRow> rows = new ArrayList<>(ProgramIngest.shipped());
    rows.addAll(read.rows());
    read.notes().forEach(console::progress);
    Manifest plan = Manifest.plan(Table.PROGRAMS.name(), Map.of(), inputs(read.files()));
    update.write(Table.PROGRAMS, rows, plan.withNotes(read.notes()));
    update.write(
        Table.PROGRAM_CONFLICTS,
        read.conflicts(),
        Manifest.plan(Table.PROGRAM_CONFLICTS.name(), Map.of(), inputs(read.files())));
  }

  /** The given geography, else the sizes of the regions that ship with Quipu. */
  private void writeGeography(Path folder, Store.Update update) throws IOException {
    GeographyIngest read =
        folder == null ? GeographyIngest.shipped() : GeographyIngest.read(folder);
    read.notes().forEach(console::progress);
    List<Manifest.Input> inputs = inputs(read.files());
    update.write(Table.REGIONS, read.regions(), geographyPlan(Table.REGIONS, inputs));
    update.write(Table.PROVINCES, read.provinces(), geographyPlan(Table.PROVINCES, inputs));
    update.write(Table.DISTRICTS, read.districts(), geographyPlan(Table.DISTRICTS, inputs));
    update.write(Table.POPULATION, read.population(), geographyPlan(Table.POPULATION, inputs));
  }

  private void writePublished(Path file, Store.Update update) throws IOException {
    PublishedFigures read = PublishedFigures.read(file);
    read.conflicts().forEach(console::warn);
    Manifest plan = Manifest.plan(Table.PUBLISHED.name(), Map.of(), inputs(List.of(file)));
    update.write(Table.PUBLISHED, read.rows(), plan.withNotes(read.conflicts()));
    console.progress(String.format("published figures: %,d", read.rows().size()));
  }

  private static Manifest geographyPlan(Table<?> table, List<Manifest.Input> inputs) {
    return Manifest.plan(table.name(), Map.of(), inputs);
  }

  private static List<Manifest.Input> inputs(List<Path> files) {
    return files.stream().map(Digests::input).toList();
  }

  private Manifest plan(EndesIngest endes, int year) {
    List<Manifest.Input> inputs = new ArrayList<>();
    endes.locations(year).forEach(location -> inputs.add(Digests.input(Path.of(location))));
    DEFINITIONS.forEach(name -> inputs.add(definition(name)));
    return Manifest.plan(WomenTable.part(year), Map.of("year", String.valueOf(year)), inputs);
  }

  private static Manifest.Input definition(String name) {
    byte[] bytes = ShippedData.bytes(name);
    return new Manifest.Input("data/" + name, bytes.length, Digests.sha256(bytes));
  }

  private void writeWomen(EndesIngest endes, Map<Integer, Manifest> plans, Store.Update update)
      throws IOException {
    String scratch = update.scratch();
    List<YearResult> results = endes.write(Sessions.spark("ENDES: files to women"), scratch);
    for (YearResult result : results) {
      Manifest manifest =
          plans.get(result.year()).withNotes(result.told()).withFacts(result.facts());
      update.adopt(
          WomenTable.part(result.year()),
          manifest,
          scratch + "/year=" + result.year(),
          result.women());
      console.progress(String.format("women of %d: %,d", result.year(), result.women()));
      result.warnings().forEach(note -> console.warn(result.year() + ": " + note));
    }
  }
}
