package org.quipu.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The small tables of {@code data/demo}: comma separated, no quotes, a heading. */
final class Figures {
  private Figures() {}

  /** The rows of a table without its heading, split at the commas. */
  static List<String[]> rows(String name) {
    String path = "/org/quipu/data/demo/" + name;
    try (InputStream stream = Figures.class.getResourceAsStream(path);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
