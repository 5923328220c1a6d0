package org.quipu.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The small tables of {@code data} that the demo needs: comma separated, no quotes, a heading. */
final class DemoTables {
  private DemoTables() {}

  /** The rows of a table under {@code data} without its heading, split at the commas. */
  static List<String[]> rows(String path) {
    try (InputStream stream = DemoTables.class.getResourceAsStream("/org/quipu/data/" + path);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
