package org.quipu.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
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
    return read(file, source, key, columns, List.of()).get(null);
  }

  /**
   * The same by the whole numbers of the column time: what varies with time, of each time. A file
   * without that column has one time, null.
   */
  static Map<Integer, Covariates> readByTime(Path file) {
    Source source = Source.file(file);
    List<String> columns = columns(source);
    List<String> time = columns.stream().filter(name -> lower(name).equals("time")).toList();
    return read(file, source, UnaryOperator.identity(), columns, time);
  }

  private static Map<Integer, Covariates> read(
      Path file,
      Source source,
      UnaryOperator<String> key,
      List<String> columns,
      List<String> time) {
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
        columns.stream()
            .filter(name -> !name.equals(region) && !time.contains(name))
            .filter(name -> isNumeric(source, name))
            .toList();
    if (names.isEmpty()) {
      throw UserException.input(
          file.toString(),
          "no column of numbers apart from " + region,
          "columns of numbers",
          "Add what is to be held fixed.");
    }

    List<String> read = new ArrayList<>(names);
    read.add(region);
    read.addAll(time);
    Map<Integer, Covariates> byTime = new LinkedHashMap<>();
    if (time.isEmpty()) {
      byTime.put(null, new Covariates(names, new LinkedHashMap<>()));
    }
    try (TableReader table = TableFile.open(source, read)) {
      while (table.next()) {
        String of = key.apply(String.valueOf(table.text(names.size())));
        Integer when = time.isEmpty() ? null : time(table, names.size() + 1, file);
        List<Double> values = IntStream.range(0, names.size()).mapToObj(table::number).toList();
        if (byTime
                .computeIfAbsent(when, any -> new Covariates(names, new LinkedHashMap<>()))
                .byRegion
                .put(of, values)
            != null) {
          throw UserException.input(
              file + ", row " + table.row(),
              of + " again",
              "each region once",
              "Keep one row of each.");
        }
      }
    }

    return byTime;
  }

  /** A time, a whole number such as a year. */
  static int time(TableReader table, int column, Path file) {
    double time = table.number(column);
    if (time != Math.rint(time) || Math.abs(time) > Integer.MAX_VALUE) {
      throw UserException.input(
          file + ", row " + table.row(),
          "no whole number in the column time",
          "one in each row, such as a year",
          "Correct the row; leave the column out where areas have one time.");
    }

    return (int) time;
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
