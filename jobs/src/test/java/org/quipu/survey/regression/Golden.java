package org.quipu.survey.regression;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quipu.survey.Design;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.SurveyTable;

/** The synthetic sample and the numbers of R that {@code jobs/src/test/r/regression.R} wrote. */
final class Golden {
  private Golden() {}

  /** The rows of a file, by heading. */
  static List<Map<String, String>> rows(String name) {
    try (InputStream in = Golden.class.getResourceAsStream(name)) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
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
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Commas inside quotes belong to the value. */
  private static List<String> cells(String line) {
    return List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)).stream()
        .map(cell -> cell.replace("\"", ""))
        .toList();
  }

  static double number(Map<String, String> row, String heading) {
    return Double.parseDouble(row.get(heading));
  }

  /** The sample, all columns as texts, as a CSV gives them. */
  static SurveyTable sample() {
    List<Map<String, String>> rows = rows("sample.csv");
    SurveyTable table = new SurveyTable("sample.csv", rows.size());
    for (String name : rows.get(0).keySet()) {
      table.with(
          name,
          rows.stream()
              .map(row -> row.get(name).isEmpty() ? null : row.get(name))
              .toArray(String[]::new));
    }

    return table;
  }

  static Design stratified() {
    return Design.clusters("psu").strata("stratum").weights("w").lonelyPsu(LonelyPsu.CERTAINTY);
  }

  /** The designs of the script, by their names there. */
  static Design design(String name) {
    return switch (name) {
      case "certainty", "rural" -> stratified();
      case "adjust" -> stratified().lonelyPsu(LonelyPsu.ADJUST);
      case "average" -> stratified().lonelyPsu(LonelyPsu.AVERAGE);
      case "fpc" -> stratified().fpc("fpc");
      case "clusters" -> Design.clusters("cluster").weights("w");
      case "rows" -> Design.simple().strata("stratum").weights("w");
      default -> throw new IllegalArgumentException(name);
    };
  }
}
