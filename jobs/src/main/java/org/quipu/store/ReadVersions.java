package org.quipu.store;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The rows of versions of tables that were read, for the jobs of a run ask for the same tables
 * again and again. A version never changes; its rows are forgotten where memory is short.
 */
final class ReadVersions {
  private record Key(Table<?> table, String version) {}

  private final Map<Key, SoftReference<List<? extends Record>>> rows = new ConcurrentHashMap<>();

  /**
   * The rows of a version, as records of the table.
   *
   * @param version its folder
   * @param reading reads them where they are not known
   */
  // The rows of a table's key are of its type.
  @SuppressWarnings("unchecked")
  <R extends Record> List<R> rows(Table<R> table, String version, Supplier<List<R>> reading) {
    Key key = new Key(table, version);
    SoftReference<List<? extends Record>> known = rows.get(key);
    List<R> there = known == null ? null : (List<R>) known.get();
    if (there != null) {
      return there;
    }

    List<R> found = reading.get();
    rows.put(key, new SoftReference<>(found));
    return found;
  }
}
