package org.quipu.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The data sets of published worked examples; the README beside them names their sources. */
public final class WorkedExamples {
  private WorkedExamples() {}

  /** The file of a data set, for what reads files itself. */
  public static Path file(String name) {
    try {
      return Path.of(WorkedExamples.class.getResource("/examples/" + name + ".csv").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A data set in memory; an empty value is missing. */
  public static SurveyTable read(String name) {
    List<String> lines = lines(name);
    List<String[]> rows = lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
    String[] headings = lines.get(0).split(",", -1);
    SurveyTable table = new SurveyTable(name, rows.size());
    for (int i = 0; i < headings.length; i++) {
      int column = i;
      table.with(
          headings[i],
          rows.stream()
              .map(row -> row[column].isEmpty() ? null : row[column])
              .toArray(String[]::new));
    }

    return table;
  }

  private static List<String> lines(String name) {
    try {
      return Files.readAllLines(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
