package org.quipu.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quipu.file.TextTable;

/**
 * The target level of each form of violence by the partner in one region and period: fractions of
 * the women of 15-49 ever in union. NaN where no figure is needed.
 */
record ViolenceLevels(
    double any, double psychological, double physical, double sexual, double physicalOrSexual) {

  /** The levels of a year by region and period, keyed {@code 19/ever} and {@code 19/12m}. */
  static Map<String, ViolenceLevels> of(int year) {
    Map<String, Map<String, Double>> byKey = new HashMap<>();
    for (TextTable.Row row : TextTable.shipped("demo/prevalence.csv").rows()) {
      if (row.integer("year") == year) {
        byKey
            .computeIfAbsent(row.text("region") + "/" + row.text("window"), key -> new HashMap<>())
            .put(row.text("form"), row.number("percent") / 100);
      }
    }

    Map<String, ViolenceLevels> levels = new HashMap<>();
    byKey.forEach((key, forms) -> levels.put(key, of(forms)));
    return levels;
  }

  private static ViolenceLevels of(Map<String, Double> forms) {
    List<Double> values =
        List.of("any", "psychological", "physical", "sexual", "physical_or_sexual").stream()
            .map(form -> forms.getOrDefault(form, Double.NaN))
            .toList();
    return new ViolenceLevels(
        values.get(0), values.get(1), values.get(2), values.get(3), values.get(4));
  }
}
