package org.quipu.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quipu.UserException;
import org.quipu.endes.Indicator;
import org.quipu.file.Source;
import org.quipu.program.GeographyIngest;
import org.quipu.program.ProgramIngest;
import org.quipu.published.PublishedFigures;
import org.quipu.store.Manifest;
import org.quipu.store.ProgramRow;
import org.quipu.store.PublishedRow;
import org.quipu.store.Store;
import org.quipu.store.StoreUpdate;
import org.quipu.store.Table;

/**
 * Files that become tables of records; where none are named and the store has none, what ships with
 * Quipu takes their place.
 */
final class RecordSource implements IngestSource {
  private final Table<?> main;
  private final boolean named;
  private final List<Manifest.Input> inputs;
  private final Tables tables;

  /** Reads the files and adds their tables. */
  private interface Tables {
    void write(Target target) throws IOException;
  }

  /**
   * Begins with the files.
   *
   * @param main the table whose manifest shows whether these files are loaded
   * @param named whether the user named a place for them, which may hold none
   * @param shipped names under {@code data}
   */
  private RecordSource(
      Table<?> main, boolean named, List<Path> files, List<String> shipped, Tables tables) {
    this.main = main;
    this.named = named;
    this.inputs = new ArrayList<>();
    this.tables = tables;
    files.forEach(file -> inputs.add(Manifest.Input.of(Source.file(file))));
    shipped.forEach(name -> inputs.add(Manifest.Input.shipped(name)));
  }

  /** Programme records; those of the two source documents always belong to them. */
  static RecordSource programs(List<Path> paths) {
    return new RecordSource(
        Table.PROGRAMS,
        !paths.isEmpty(),
        ProgramIngest.files(paths),
        ProgramIngest.SHIPPED,
        target -> {
          ProgramIngest read = ProgramIngest.read(paths);
          List<ProgramRow> rows = new ArrayList<>(ProgramIngest.shipped());
          rows.addAll(read.rows());
          read.notes().forEach(target.progress::progress);
          target.write(Table.PROGRAMS, rows, read.notes());
          target.write(Table.PROGRAM_CONFLICTS, read.conflicts(), List.of());
        });
  }

  /**
   * Districts, provinces and populations.
   *
   * @param folder null for the sizes of the regions that ship with Quipu
   */
  static RecordSource geography(Path folder) {
    return new RecordSource(
        Table.REGIONS,
        folder != null,
        folder == null ? List.of() : GeographyIngest.files(folder),
        GeographyIngest.SHIPPED,
        target -> {
          GeographyIngest read =
              folder == null ? GeographyIngest.shipped() : GeographyIngest.read(folder);
          read.notes().forEach(target.progress::progress);
          target.write(Table.REGIONS, read.regions(), read.notes());
          target.write(Table.PROVINCES, read.provinces(), List.of());
          target.write(Table.DISTRICTS, read.districts(), List.of());
          target.write(Table.POPULATION, read.population(), List.of());
        });
  }

  /**
   * Published figures of prevalence.
   *
   * @param file null for none
   */
  static RecordSource published(Path file) {
    return new RecordSource(
        Table.PUBLISHED,
        file != null,
        file == null ? List.of() : List.of(file),
        List.of(),
        target -> {
          PublishedFigures read = PublishedFigures.read(file);
          requireIndicators(read, file);
          read.conflicts().forEach(target.progress::warn);
          target.write(Table.PUBLISHED, read.rows(), read.conflicts());
          target.progress.progress(
              String.format(Locale.ROOT, "published figures: %,d", read.rows().size()));
        });
  }

  private static void requireIndicators(PublishedFigures figures, Path file) {
    try {
      figures.rows().stream().map(PublishedRow::indicator).forEach(Indicator::of);
    } catch (UserException e) {
      throw new UserException(file + ": " + e.getMessage() + ". Correct the name.", e);
    }
  }

  @Override
  public boolean isNew(Store store, Progress progress) {
    if (!named) {
      return !inputs.isEmpty() && !store.has(main);
    }

    boolean there = store.upToDate(plan(main));
    if (there) {
      progress.upToDate(main.name());
    }

    return !there;
  }

  private Manifest plan(Table<?> table) {
    return Manifest.plan(table.name(), Map.of(), inputs);
  }

  @Override
  public void write(StoreUpdate update, Progress progress) throws IOException {
    tables.write(new Target(update, progress));
  }

  /** Where the tables go. */
  private final class Target {
    private final StoreUpdate update;
    private final Progress progress;

    private Target(StoreUpdate update, Progress progress) {
      this.update = update;
      this.progress = progress;
    }

    <R extends Record> void write(Table<R> table, List<R> rows, List<String> notes)
        throws IOException {
      update.write(table, rows, plan(table).withNotes(notes));
    }
  }
}
