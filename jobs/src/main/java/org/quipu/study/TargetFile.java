package org.quipu.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.quipu.UserException;
import org.quipu.file.Source;
import org.quipu.file.TableFile;
import org.quipu.file.TableReader;
import org.quipu.smallarea.AreaLevel;
import org.quipu.target.Area;

/**
 * Reads a user's file of areas to choose from: columns area and value; region, cost, label and
 * standard_error (of the value) where known. Without a column region all are in one, without cost
 * they cost nothing; with standard errors values are drawn, each normal and areas independent.
 */
public final class TargetFile {
  private static final int AREA = 0;
  private static final int VALUE = 1;
  private static final int REGION = 2;
  private static final int COST = 3;
  private static final int LABEL = 4;
  private static final int STANDARD_ERROR = 5;

  private TargetFile() {}

  /** Reads a file. */
  public static TargetAreas read(Path file) {
    List<String> columns = List.of("area", "value", "region", "cost", "label", "standard_error");
    List<Area> areas = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    Set<String> keys = new LinkedHashSet<>();
    try (TableReader table = TableFile.open(Source.file(file), columns)) {
      AssociationFiles.require(table, file, 2);
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

      return new TargetAreas(
          file.toString(),
          AreaLevel.AREA,
          null,
          areas,
          labels,
          List.of(),
          errors.isEmpty()
              ? Optional.empty()
              : Optional.of((count, seed) -> draws(areas, errors, count, seed)),
          table.has(REGION),
          table.has(COST));
    }
  }

  private static double[][] draws(
      List<Area> areas, List<Double> standardErrors, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] draws = new double[count][areas.size()];
    for (double[] draw : draws) {
      for (int i = 0; i < draw.length; i++) {
        draw[i] = areas.get(i).value() + standardErrors.get(i) * random.nextGaussian();
      }
    }

    return draws;
  }

  static String key(TableReader table, String where) {
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
