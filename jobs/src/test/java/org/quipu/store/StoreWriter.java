package org.quipu.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quipu.Progress;

/**
 * A process that writes to a store until it is killed, or as often as it is told: each update adds
 * a row to two tables. It prints the number of an update before it makes it.
 */
final class StoreWriter {
  static final Table<Row> FIRST = new Table<>("first", Row.class);
  static final Table<Row> SECOND = new Table<>("second", Row.class);

  record Row(String writer, long update) {}

  private StoreWriter() {}

  public static void main(String[] args) {
    String name = args[1];
    int updates = Integer.parseInt(args[2]);
    Store store =
        Store.open(args[0]).writing(new Store.Writing(Duration.ofMinutes(2), Duration.ZERO));
    for (int i = 1; i <= updates; i++) {
      System.out.println(i);
      add(store, new Row(name, i));
    }
  }

  static void add(Store store, Row row) {
    store.alone(
        Progress.silent(),
        () -> {
          List<Row> rows = new ArrayList<>(store.readIfPresent(FIRST));
          rows.add(row);
          store.update(
              Progress.silent(),
              update -> {
                for (Table<Row> table : List.of(FIRST, SECOND)) {
                  update.write(table, rows, Manifest.plan(table.name(), Map.of(), List.of()));
                }
              });
          return rows;
        });
  }
}
