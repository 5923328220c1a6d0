package org.quipu.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
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
  private static final List<String> COLUMNS =
      List.of(
          "area", "value", "region", "cost", "label", "standard_error", "latitude", "longitude");
  private static final int VALUE = 1;
  private static final int REGION = 2;
  private static final int COST = 3;
  private static final int LABEL = 4;
  private static final int STANDARD_ERROR = 5;
  private static final int LATITUDE = 6;
  private static final int LONGITUDE = 7;

  /** Up to here sums of doubles are exact to the unit. */
  private static final double LARGEST = 1e15;

  private TargetFile() {}

  /**
   * Reads a file.
   *
   * @param sites of services, to which the distance is asked for: the file then has latitude and
   *     longitude; empty where it is not
   */
  public static TargetAreas read(Path file, List<ServiceSite> sites) {
    List<Area> areas = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    List<TargetAreas.Facts> facts = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    try (TableReader table = TableFile.open(Source.file(file), COLUMNS)) {
      AssociationFiles.require(table, file, 2);
      if (!sites.isEmpty() && !(table.has(LATITUDE) && table.has(LONGITUDE))) {
        throw UserException.input(
            file.toString(),
            "no columns latitude and longitude",
            "both, for the distance to services",
            "Add them, or leave out --services.");
      }

      while (table.next()) {
        String where = file + ", row " + table.row();
        String key = AreaList.key(table, where);
        if (!keys.add(key)) {
          throw AreaList.again(where, key);
        }

        String region = table.has(REGION) ? table.text(REGION) : "";
        if (region == null) {
          throw UserException.input(
              where, "area " + key + " without a region", "a region", "Fill in its region.");
        }

        double cost = table.has(COST) ? notNegative(table, COST, where) : 0;
        areas.add(new Area(key, region, number(table, VALUE, where), cost));
        labels.add(table.has(LABEL) ? table.text(LABEL) : null);
        if (table.has(STANDARD_ERROR)) {
          errors.add(notNegative(table, STANDARD_ERROR, where));
        }
        if (!sites.isEmpty()) {
          facts.add(TargetAreas.Facts.of(services(table, where, sites)));
        }
      }

      if (areas.isEmpty()) {
        throw AreaList.noRows(file);
      }

      return new TargetAreas(
          file.toString(),
          AreaLevel.AREA,
          null,
          null,
          null,
          null,
          null,
          areas,
          labels,
          facts,
          errors.isEmpty()
              ? Optional.empty()
              : Optional.of((count, seed) -> draws(areas, errors, count, seed)),
          table.has(REGION),
          table.has(COST));
    }
  }

  private static AreaServices.Services services(
      TableReader table, String where, List<ServiceSite> sites) {
    double latitude = number(table, LATITUDE, where);
    double longitude = number(table, LONGITUDE, where);
    ServiceSite.requirePeru(latitude, longitude, where);
    return AreaServices.Services.ofDistance(ServiceSite.nearest(sites, latitude, longitude));
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

  private static double number(TableReader table, int column, String where) {
    double number = table.number(column);
    String cell = where + ", column " + table.columns().get(column);
    if (Double.isNaN(number)) {
      throw UserException.input(
          cell,
          "no value",
          "a number",
          "Fill it in, or remove the row of an area that cannot be chosen.");
    }
    if (Math.abs(number) > LARGEST) {
      throw UserException.input(
          cell,
          "a number beyond 15 digits",
          "numbers whose sums are exact to the unit",
          "Correct it, or write the whole column in a larger unit.");
    }

    return number;
  }

  private static double notNegative(TableReader table, int column, String where) {
    double number = number(table, column, where);
    if (number < 0) {
      throw UserException.input(
          where + ", column " + table.columns().get(column),
          "a number under 0",
          "0 or more",
          "Correct it.");
    }

    return number;
  }
}
