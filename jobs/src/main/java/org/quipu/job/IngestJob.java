package org.quipu.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quipu.endes.EndesFiles;
import org.quipu.endes.EndesIngest;
import org.quipu.endes.EndesIngest.YearResult;
import org.quipu.endes.Indicator;
import org.quipu.endes.WomenTable;
import org.quipu.file.ShippedData;
import org.quipu.file.Source;
import org.quipu.program.GeographyIngest;
import org.quipu.program.ProgramIngest;
import org.quipu.published.PublishedFigures;
import org.quipu.spark.Sessions;
import org.quipu.store.Digests;
import org.quipu.store.Manifest;
import org.quipu.store.ProgramRow;
import org.quipu.store.PublishedRow;
import org.quipu.store.Store;
import org.quipu.store.StoreUpdate;
import org.quipu.store.Table;

/**
 * Loads files into the store, all of them or none: ENDES into {@code women}, records of programmes,
 * geography and published figures into tables of their own. What is there already, made of the same
 * files, is left.
 */
public final class IngestJob {
  /** What is loaded; each may be null or empty. */
  public record Sources(
      String endes, Integer year, List<Path> programs, Path geography, Path published) {
    public boolean none() {
      return endes == null && programs.isEmpty() && geography == null && published == null;
    }
  }

  /** The texts that decide what the women's columns hold. */
  private static final List<String> DEFINITIONS =
      List.of("endes/dictionary.csv", "endes/modules.csv", "endes/years.csv", "indicators.yaml");

  private final Store store;
  private final Progress progress;

  public IngestJob(Store store, Progress progress) {
    this.store = store;
    this.progress = progress;
  }

  public void run(Sources sources) {
    EndesIngest endes =
        sources.endes == null
            ? null
            : new EndesIngest(EndesFiles.find(sources.endes, sources.year));
    Map<Integer, Manifest> plans = new TreeMap<>();
    if (endes != null) {
      for (int year : endes.years()) {
        Manifest plan = plan(endes, year);
        if (store.upToDate(plan)) {
          progress.upToDate("women of " + year);
          endes.skip(year);
        } else {
          plans.put(year, plan);
        }
      }
    }

    List<Manifest.Input> programs = programs(sources.programs);
    List<Manifest.Input> geography = geography(sources.geography);
    List<Manifest.Input> published = published(sources.published);
    boolean newPrograms = isNew(Table.PROGRAMS, !sources.programs.isEmpty(), programs);
    boolean newGeography = isNew(Table.REGIONS, sources.geography != null, geography);
    boolean newPublished = isNew(Table.PUBLISHED, sources.published != null, published);
    store.update(
        update -> {
          if (!plans.isEmpty()) {
            progress.progress("reading ENDES of " + years(plans.keySet()) + " …");
            writeWomen(endes, plans, update);
          }

          if (newPrograms) {
            writePrograms(sources.programs, programs, update);
          }

          if (newGeography) {
            writeGeography(sources.geography, geography, update);
          }

          if (newPublished) {
            writePublished(sources.published, published, update);
          }
        });
  }

  private static String years(Set<Integer> years) {
    return String.join(", ", years.stream().map(String::valueOf).toList());
  }

  /**
   * Whether a table is to be made: where it is asked for and not made of these inputs, or where
   * there is none and what ships with Quipu stands in.
   */
  private boolean isNew(Table<?> table, boolean asked, List<Manifest.Input> inputs) {
    if (!asked) {
      return !inputs.isEmpty() && !store.has(table);
    }

    boolean there = store.upToDate(plan(table, inputs));
    if (there) {
      progress.upToDate(table.name());
    }

    return !there;
  }

  private static Manifest plan(Table<?> table, List<Manifest.Input> inputs) {
    return Manifest.plan(table.name(), Map.of(), inputs);
  }

  private static List<Manifest.Input> programs(List<Path> paths) {
    return inputs(ProgramIngest.files(paths), ProgramIngest.SHIPPED);
  }

  private static List<Manifest.Input> geography(Path folder) {
    return inputs(
        folder == null ? List.of() : GeographyIngest.files(folder), GeographyIngest.SHIPPED);
  }

  private static List<Manifest.Input> published(Path file) {
    return inputs(file == null ? List.of() : List.of(file), List.of());
  }

  /** The given records, and always those of the two source documents, which ship with Quipu. */
  private void writePrograms(List<Path> paths, List<Manifest.Input> inputs, StoreUpdate update)
      throws IOException {
    ProgramIngest read = ProgramIngest.read(paths);
    List<ProgramRow> rows = new ArrayList<>(ProgramIngest.shipped());
    rows.addAll(read.rows());
    read.notes().forEach(progress::progress);
    update.write(Table.PROGRAMS, rows, plan(Table.PROGRAMS, inputs).withNotes(read.notes()));
    update.write(Table.PROGRAM_CONFLICTS, read.conflicts(), plan(Table.PROGRAM_CONFLICTS, inputs));
  }

  /** The given geography, else the sizes of the regions that ship with Quipu. */
  private void writeGeography(Path folder, List<Manifest.Input> inputs, StoreUpdate update)
      throws IOException {
    GeographyIngest read =
        folder == null ? GeographyIngest.shipped() : GeographyIngest.read(folder);
    read.notes().forEach(progress::progress);
    update.write(
        Table.REGIONS, read.regions(), plan(Table.REGIONS, inputs).withNotes(read.notes()));
    update.write(Table.PROVINCES, read.provinces(), plan(Table.PROVINCES, inputs));
    update.write(Table.DISTRICTS, read.districts(), plan(Table.DISTRICTS, inputs));
    update.write(Table.POPULATION, read.population(), plan(Table.POPULATION, inputs));
  }

  private void writePublished(Path file, List<Manifest.Input> inputs, StoreUpdate update)
      throws IOException {
    PublishedFigures read = PublishedFigures.read(file);
    read.conflicts().forEach(progress::warn);
    read.rows().stream()
        .map(PublishedRow::indicator)
        .filter(name -> Indicator.all().stream().noneMatch(known -> known.name().equals(name)))
        .distinct()
        .forEach(
            name ->
                progress.warn(
                    file + ": no indicator " + name + " in data/indicators.yaml; not shown"));
    update.write(
        Table.PUBLISHED, read.rows(), plan(Table.PUBLISHED, inputs).withNotes(read.conflicts()));
    progress.progress(String.format(Locale.ROOT, "published figures: %,d", read.rows().size()));
  }

  private static List<Manifest.Input> inputs(List<Path> files, List<String> shipped) {
    List<Manifest.Input> inputs = new ArrayList<>();
    files.forEach(file -> inputs.add(input(Source.file(file))));
    shipped.forEach(name -> inputs.add(shipped(name)));
    return inputs;
  }

  /** A file as an input of a table: its name, size and digest. */
  static Manifest.Input input(Source file) {
    return new Manifest.Input(file.name(), file.size(), file.sha256());
  }

  private Manifest plan(EndesIngest endes, int year) {
    List<Manifest.Input> inputs = new ArrayList<>();
    endes.locations(year).forEach(location -> inputs.add(input(Source.of(location))));
    DEFINITIONS.forEach(name -> inputs.add(shipped(name)));
    return Manifest.plan(WomenTable.part(year), Map.of("year", String.valueOf(year)), inputs);
  }

  private static Manifest.Input shipped(String name) {
    byte[] bytes = ShippedData.bytes(name);
    return new Manifest.Input("data/" + name, bytes.length, Digests.sha256(bytes));
  }

  private void writeWomen(EndesIngest endes, Map<Integer, Manifest> plans, StoreUpdate update)
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
      progress.progress(
          String.format(Locale.ROOT, "women of %d: %,d", result.year(), result.women()));
      result.warnings().forEach(note -> progress.warn(result.year() + ": " + note));
    }
  }
}
