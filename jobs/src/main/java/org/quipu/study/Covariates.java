package org.quipu.study;

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
public record Covariates(List<String> names, Map<String, List<Double>> byRegion) {
  public static final Covariates NONE = new Covariates(List.of(), Map.of());

  /**
   * Reads a file with a column region, area or domain; all others that begin with a number are
   * numbers.
   *
   * @param key makes a region of what the file calls it
   */
  public static Covariates read(Path file, UnaryOperator<String> key) {
    Source source = Source.file(file);
    List<String> columns = columns(source);
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
    List<String> names =
        columns.stream().filter(name -> !name.equals(region) && isNumeric(source, name)).toList();
    if (names.isEmpty()) {
      throw UserException.input(
          file.toString(),
          "no column of numbers apart from " + region,
          "columns of numbers",
          "Add what is to be held fixed.");
    }

    List<String> read = new ArrayList<>(names);
    read.add(0, region);
    Map<String, List<Double>> byRegion = new LinkedHashMap<>();
    try (TableReader table = TableFile.open(source, read)) {
      while (table.next()) {
        List<Double> values = new ArrayList<>();
        for (int i = 1; i < read.size(); i++) {
          values.add(table.number(i));
        }
        String of = key.apply(String.valueOf(table.text(0)));
        if (byRegion.put(of, values) != null) {
          throw UserException.input(
              file + ", row " + table.row(),
              of + " again",
              "each region once",
              "Keep one row of each.");
        }
      }
    }

    return new Covariates(names, byRegion);
  }

  /**
   * These columns alone, in this order; all where none is named.
   *
   * @throws UserException if there is no such column of numbers
   */
  Covariates only(List<String> wanted, Path file) {
    if (wanted.isEmpty()) {
      return this;
    }

    List<Integer> columns = new ArrayList<>();
    for (String name : wanted) {
      if (!names.contains(name)) {
        throw UserException.input(
            file.toString(),
            "no column of numbers " + name,
            "one of " + String.join(", ", names),
            "Name one of these columns.");
      }
      columns.add(names.indexOf(name));
    }
    Map<String, List<Double>> chosen = new LinkedHashMap<>();
    byRegion.forEach(
        (region, values) -> chosen.put(region, columns.stream().map(values::get).toList()));
    return new Covariates(wanted, chosen);
  }

  /** A region's numbers; NaN for one that the file does not have. */
  List<Double> of(String region) {
    return byRegion.getOrDefault(region, Collections.nCopies(names.size(), Double.NaN));
  }

  private static List<String> columns(Source source) {
    try (TableReader table = TableFile.open(source)) {
      return table.columns();
    }
  }

  /** Whether the first value that a column has is a number. */
  private static boolean isNumeric(Source source, String column) {
    try (TableReader table = TableFile.open(source, List.of(column))) {
      while (table.next()) {
        if (!table.isMissing(0)) {
          return !Double.isNaN(table.number(0));
        }
      }
    } catch (UserException e) {
      return false;
    }

    return true;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
