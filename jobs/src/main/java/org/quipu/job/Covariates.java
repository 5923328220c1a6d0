package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.quipu.UserException;
import org.quipu.file.Source;
import org.quipu.file.TableFile;
import org.quipu.file.TableReader;

/**
 * What else is known of regions: columns of numbers from a CSV file.
 *
 * @param byRegion one number a name, NaN where missing
 */
record Covariates(List<String> names, Map<String, List<Double>> byRegion) {
  static final Covariates NONE = new Covariates(List.of(), Map.of());

  /**
   * Reads a file with a column region, area or domain; all others but a label are numbers.
   *
   * @param key makes a region of what the file calls it
   */
  static Covariates read(Path file, UnaryOperator<String> key) {
    Source source = Source.file(file);
    List<String> columns = new ArrayList<>();
    try (TableReader table = TableFile.open(source)) {
      columns.addAll(table.columns());
    }
    String region =
        columns.stream()
            .filter(name -> List.of("region", "area", "domain").contains(lower(name)))
            .findFirst()
            .orElseThrow(
                () ->
                    UserException.input(
                        file.toString(),
                        "the columns " + columns,
                        "region or area",
                        AssociationFiles.NAME_THE_COLUMN));
    columns.removeIf(name -> name.equals(region) || lower(name).equals("label"));
    List<String> names = List.copyOf(columns);
    columns.add(0, region);
    Map<String, List<Double>> byRegion = new LinkedHashMap<>();
    try (TableReader table = TableFile.open(source, columns)) {
      while (table.next()) {
        List<Double> values = new ArrayList<>();
        for (int i = 1; i < columns.size(); i++) {
          values.add(table.number(i));
        }
        byRegion.put(key.apply(String.valueOf(table.text(0))), values);
      }
    }

    return new Covariates(names, byRegion);
  }

  /** A region's numbers; NaN for one that the file does not have. */
  List<Double> of(String region) {
    return byRegion.getOrDefault(region, Collections.nCopies(names.size(), Double.NaN));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
