package org.quipu.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;

/**
 * The tables of a store without commits, as Quipu made them first: each in the folder of its name,
 * or of its part. They stay there until they are made again. Where an update was cut off while it
 * moved its tables, some of them lie in its own folder, which lists them.
 */
final class FirstFormat {
  static final String UPDATE = ".update-";
  private static final String MOVED = "_ready.json";

  private FirstFormat() {}

  static Commit of(StoreFolder store) throws IOException {
    Map<String, String> tables = new TreeMap<>();
    for (String name : store.names(store.root())) {
      if (name.startsWith(UPDATE)) {
        continue;
      }

      if (ManifestFile.isIn(store, store.of(name))) {
        tables.put(name, name);
      }
      for (String part : store.names(store.of(name))) {
        if (part.contains("=") && ManifestFile.isIn(store, store.of(name + "/" + part))) {
          tables.put(name + "/" + part, name + "/" + part);
        }
      }
    }

    for (String name : store.names(store.root())) {
      if (name.startsWith(UPDATE)) {
        tables.putAll(cutOff(store, name));
      }
    }
    return new Commit(1, "", "", tables);
  }

  private static Map<String, String> cutOff(StoreFolder store, String update) throws IOException {
    Map<String, String> tables = new TreeMap<>();
    Optional<String[]> listed =
        ManifestFile.readJson(store.files(), new Path(store.of(update), MOVED), String[].class);
    for (String table : listed.map(Arrays::asList).orElse(List.of())) {
      String prepared = update + "/" + table.replace('/', '~');
      if (table.matches("[a-z_]+(/[a-z_]+=\\w+)?")
          && ManifestFile.isIn(store, store.of(prepared))) {
        tables.put(table, prepared);
      }
    }

    return tables;
  }
}
