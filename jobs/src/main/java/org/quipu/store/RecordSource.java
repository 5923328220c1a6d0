package org.quipu.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quipu.Progress;
import org.quipu.file.Source;

/** Files that become tables of records, all of them made anew when any of the files changes. */
public final class RecordSource implements IngestSource {
  private final Table<?> main;
  private final boolean named;
  private final List<Manifest.Input> inputs;
  private final Reader reader;

  /** Reads the files and adds their tables. */
  @FunctionalInterface
  public interface Reader {
    void read(Target target) throws IOException;
  }

  private RecordSource(Table<?> main, boolean named, List<Manifest.Input> inputs, Reader reader) {
    this.main = main;
    this.named = named;
    this.inputs = inputs;
    this.reader = reader;
  }

  /**
   * Files that a user names.
   *
   * @param main the table whose manifest shows whether these files are loaded
   * @param shipped names under {@code data} of what always belongs to them
   */
  public static RecordSource named(
      Table<?> main, List<Path> files, List<String> shipped, Reader reader) {
    return new RecordSource(
        main,
        true,
        Stream.concat(
                files.stream().map(Source::file).map(Manifest.Input::of),
                shipped.stream().map(Manifest.Input::shipped))
            .toList(),
        reader);
  }

  /** What ships with Quipu, for a store that has no such table. */
  public static RecordSource standIn(Table<?> main, List<String> shipped, Reader reader) {
    return new RecordSource(
        main, false, shipped.stream().map(Manifest.Input::shipped).toList(), reader);
  }

  @Override
  public boolean isNew(Store store, Progress progress) {
    if (!named) {
      return !store.has(main);
    }

    boolean loaded = store.upToDate(plan(main));
    if (loaded) {
      progress.upToDate(main.name());
    }

    return !loaded;
  }

  private Manifest plan(Table<?> table) {
    return Manifest.plan(table.name(), Map.of(), inputs);
  }

  @Override
  public void write(StoreUpdate update, Progress progress) throws IOException {
    reader.read(new Target(update, progress));
  }

  /** Where the tables go. */
  public final class Target {
    private final StoreUpdate update;
    private final Progress progress;

    private Target(StoreUpdate update, Progress progress) {
      this.update = update;
      this.progress = progress;
    }

    public Progress progress() {
      return progress;
    }

    /**
     * Adds a table.
     *
     * @param notes what its readers must know
     */
    public <R extends Record> void write(Table<R> table, List<R> rows, List<String> notes)
        throws IOException {
      update.write(table, rows, plan(table).withNotes(notes));
    }
  }
}
