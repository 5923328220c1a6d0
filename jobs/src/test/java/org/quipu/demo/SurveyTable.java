package org.quipu.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;

/** A module of the synthetic survey read back with nothing of the product's own readers. */
final class SurveyTable {
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<String[]> rows = new ArrayList<>();

  static SurveyTable of2017(Path dir, String module, String name) {
    return new SurveyTable(
        dir.resolve("605-Modulo" + module + ".zip"), name, ";", StandardCharsets.ISO_8859_1);
  }

  static SurveyTable of2022(Path dir, String module, String name) {
    return new SurveyTable(
        dir.resolve("786-Modulo" + module + ".zip"), name, ",", StandardCharsets.UTF_8);
  }

  private SurveyTable(Path zip, String name, String delimiter, Charset charset) {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      String entry =
          file.stream()
              .map(e -> e.getName())
              .filter(
                  e ->
                      e.toLowerCase(Locale.ROOT)
                          .endsWith("/" + name.toLowerCase(Locale.ROOT) + ".csv"))
              .findFirst()
              .orElseThrow();
      String text = new String(file.getInputStream(file.getEntry(entry)).readAllBytes(), charset);
      List<String> lines = text.replace("\uFEFF", "").replace("\"", "").lines().toList();
      String[] headings = lines.get(0).split(delimiter, -1);
      for (int i = 0; i < headings.length; i++) {
        columns.put(headings[i], i);
      }

      lines.stream().skip(1).forEach(line -> rows.add(line.split(delimiter, -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int size() {
    return rows.size();
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }

  String text(int row, String column) {
    return rows.get(row)[columns.get(column)];
  }

  /** The number in a cell; -1 where it is empty. */
  long number(int row, String column) {
    String text = text(row, column);
    return text.isEmpty() ? -1 : Long.parseLong(text);
  }

  /** The row of each key. */
  Map<String, Integer> by(String key) {
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      index.put(text(i, key), i);
    }

    return index;
  }
}
