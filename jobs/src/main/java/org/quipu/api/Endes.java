package org.quipu.api;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.quipu.UserException;
import org.quipu.endes.WomenEstimates;
import org.quipu.store.Store;

/**
 * The women of ENDES in a store that {@code quipu ingest} made. The store is read, never written.
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
}
