package org.quipu.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.quipu.NearestNames;
import org.quipu.UserException;
import org.quipu.file.Source;
import org.quipu.file.TableFile;
import org.quipu.file.TableReader;
import org.quipu.target.Area;

/**
 * A user's file of areas to choose from: columns area and value; region, cost, label and
 * standard_error (of the value) where known.
 *
 * @param areas in the file's order; without a column region all in one, without cost at no cost
 * @param labels area by area; null where there is none
 * @param standardErrors area by area; empty without the column
 */
public record TargetFile(
    Path file,
    List<Area> areas,
    List<String> labels,
    List<Double> standardErrors,
    boolean hasRegions,
    boolean hasCosts) {
  private static final int AREA = 0;
  private static final int VALUE = 1;
  private static final int REGION = 2;
  private static final int COST = 3;
  private static final int LABEL = 4;
  private static final int STANDARD_ERROR = 5;

  /** Reads a file. */
  public static TargetFile read(Path file) {
    List<String> columns = List.of("area", "value", "region", "cost", "label", "standard_error");
    List<Area> areas = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    Set<String> keys = new LinkedHashSet<>();
    try (TableReader table = TableFile.open(Source.file(file), columns)) {
      require(table, file, AREA);
      require(table, file, VALUE);
      while (table.next()) {
        String where = file + ", row " + table.row();
        String key = key(table, where);
        if (!keys.add(key)) {
          throw UserException.input(
              where, key + " again", "each area once", "Keep one row of each.");
        }

        String region = table.has(REGION) ? table.text(REGION) : "";
        if (region == null) {
          throw UserException.input(
              where, "area " + key + " without a region", "a region", "Fill in its region.");
        }

        double cost = table.has(COST) ? number(table, COST, where) : 0;
        areas.add(new Area(key, region, number(table, VALUE, where), notNegative(cost, where)));
        labels.add(table.has(LABEL) ? table.text(LABEL) : null);
        if (table.has(STANDARD_ERROR)) {
          errors.add(notNegative(number(table, STANDARD_ERROR, where), where));
        }
      }

      return new TargetFile(file, areas, labels, errors, table.has(REGION), table.has(COST));
    }
  }

  /**
   * Reads the column area of a further file.
   *
   * @throws UserException if one of its areas is not in this file
   */
  public Set<String> list(Path list) {
    Set<String> keys = new LinkedHashSet<>();
    try (TableReader table = TableFile.open(Source.file(list), List.of("area"))) {
      require(table, list, AREA);
      while (table.next()) {
        keys.add(key(table, list + ", row " + table.row()));
      }
    }

    Set<String> unknown = new TreeSet<>(keys);
    List<String> known = areas.stream().map(Area::key).toList();
    known.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      String first = unknown.iterator().next();
      throw UserException.input(
          list.toString(),
          "areas that " + file + " does not have: " + String.join(", ", unknown),
          "areas as that file calls them",
          "Correct or remove them; the nearest to %s are %s."
              .formatted(first, String.join(", ", NearestNames.of(first, known))));
    }

    return keys;
  }

  /** The positions of areas, rising. */
  public List<Integer> positions(Set<String> keys) {
    Map<String, Integer> positions = new HashMap<>();
    for (int i = 0; i < areas.size(); i++) {
      positions.put(areas.get(i).key(), i);
    }

    return keys.stream().map(positions::get).sorted().toList();
  }

  /**
   * Draws of all values, each normal about the file's value with its standard error, areas
   * independent: one row a draw, one column an area.
   */
  public double[][] draws(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] draws = new double[count][areas.size()];
    for (double[] draw : draws) {
      for (int i = 0; i < draw.length; i++) {
        draw[i] = areas.get(i).value() + standardErrors.get(i) * random.nextGaussian();
      }
    }

    return draws;
  }

  private static void require(TableReader table, Path file, int column) {
    if (!table.has(column)) {
      throw UserException.input(
          file.toString(),
          "no column " + table.columns().get(column),
          "the columns " + String.join(", ", table.columns().subList(0, column + 1)),
          AssociationFiles.NAME_THE_COLUMN);
    }
  }

  private static String key(TableReader table, String where) {
    String key = table.text(AREA);
    if (key == null) {
      throw UserException.input(
          where, "no area", "the name or code of an area", "Fill it in or remove the row.");
    }

    return key;
  }

  private static double number(TableReader table, int column, String where) {
    double number = table.number(column);
    if (!Double.isFinite(number)) {
      throw UserException.input(
          where + ", column " + table.columns().get(column),
          "no value",
          "a number",
          "Fill it in, or remove the row of an area that cannot be chosen.");
    }

    return number;
  }

  private static double notNegative(double number, String where) {
    if (number < 0) {
      throw UserException.input(
          where, "a cost or standard error under 0", "0 or more", "Correct the row.");
    }

    return number;
  }
}
