package org.quipu.api;

import java.util.List;
import org.quipu.store.Store;
import org.quipu.store.Table;

/** A table that a job has made, as it lies in the store. */
final class StoredTable<R extends Record> extends ResultTable<R> {
  private final Store store;
  private final Table<R> table;

  StoredTable(Store store, Table<R> table) {
    super(table, table.header());
    this.store = store;
    this.table = table;
  }

  @Override
  List<R> compute() {
    return store.read(table);
  }
}
