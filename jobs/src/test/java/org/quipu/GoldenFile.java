package org.quipu;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quipu.survey.SurveyTable;
import org.quipu.survey.calibration.PopulationTotals;

/**
 * A CSV file among the tests' resources: a synthetic sample or the numbers of R, as a script of
 * {@code jobs/src/test/r} wrote them.
 *
 * @param path from {@code org/quipu/survey}, such as {@code regression/sample.csv}
 */
public record GoldenFile(String path) {
  private byte[] bytes() {
    try (InputStream in = GoldenFile.class.getResourceAsStream("/org/quipu/survey/" + path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same file in a folder. */
  public Path in(Path folder) {
    try {
      return Files.write(folder.resolve(Path.of(path).getFileName()), bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows, by heading. */
  public List<Map<String, String>> rows() {
    List<String> lines = new String(bytes(), StandardCharsets.UTF_8).lines().toList();
    List<String> headings = cells(lines.get(0));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      List<String> cells = cells(line);
      for (int i = 0; i < headings.size(); i++) {
        row.put(headings.get(i), cells.get(i));
      }

      rows.add(row);
    }

    return rows;
  }

  /** Commas inside quotes belong to the value. */
  private static List<String> cells(String line) {
    return List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)).stream()
        .map(cell -> cell.replace("\"", ""))
        .toList();
  }

  /** The file as a table of population totals. */
  public PopulationTotals totals() {
    return PopulationTotals.of(
        path.substring(path.lastIndexOf('/') + 1),
        rows().stream()
            .map(
                row ->
                    new PopulationTotals.Total(
                        row.get("variable"),
                        row.get("level"),
                        Double.parseDouble(row.get("total"))))
            .toList());
  }

  /** The rows with all columns as texts, as a reader of CSV gives them. */
  public SurveyTable table() {
    List<Map<String, String>> rows = rows();
    SurveyTable table = new SurveyTable(path, rows.size());
    for (String name : rows.get(0).keySet()) {
      table.with(
          name,
          rows.stream()
              .map(row -> row.get(name).isEmpty() ? null : row.get(name))
              .toArray(String[]::new));
    }

    return table;
  }
}
