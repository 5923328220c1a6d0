package org.quipu.api;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.quipu.Progress;
import org.quipu.UserException;
import org.quipu.endes.WomenEstimates;
import org.quipu.job.ChartsJob;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.text.Language;

/**
 * The women of ENDES in a store that {@code quipu ingest} made, and the tables and figures that
 * other jobs have made of them. The store is read, never written.
 */
public final class Endes {
  private final Store store;
  private final WomenEstimates women;
  private final String folder;

  private Endes(String folder) {
    this.folder = folder;
    this.store = Store.existing(folder);
    this.women = new WomenEstimates(store);
  }

  /** The store in this folder, on any file system that Hadoop knows. */
  public static Endes open(String store) {
    return new Endes(store);
  }

  /** The years that the store has microdata of. */
  public List<Integer> years() {
    return List.copyOf(new TreeSet<>(women.years()));
  }

  /** The women of these years with the design of the survey; of all years where none is named. */
  public Women women(int... years) {
    for (int year : years) {
      if (!women.years().contains(year)) {
        throw UserException.input(
            folder,
            "no microdata of " + year,
            "one of " + years(),
            "Load them with: quipu ingest --endes DIR --store " + folder);
      }
    }

    return new Women(
        store, women, years.length == 0 ? years() : Arrays.stream(years).boxed().sorted().toList());
  }

  /**
   * A table that a job has made, such as {@link Table#ASSOCIATION}; {@link ResultTable#select}
   * chooses among its many columns.
   */
  public <R extends Record> ResultTable<R> table(Table<R> table) {
    return new StoredTable<>(store, table);
  }

  /** The names of the figures that the store's tables allow, those of their Spanish files. */
  public List<String> figures() {
    return new ChartsJob(store, Progress.silent()).names(Language.SPANISH);
  }

  /**
   * A figure as {@code quipu charts} draws it, in Spanish.
   *
   * @param name one of {@link #figures()}
   * @throws UserException if there is no such figure
   */
  public ChartsJob.Drawn figure(String name) {
    return figure(name, Language.SPANISH);
  }

  /** The same in a language, by its name in that language. */
  public ChartsJob.Drawn figure(String name, Language language) {
    return new ChartsJob(store, Progress.silent()).draw(name, language);
  }
}
