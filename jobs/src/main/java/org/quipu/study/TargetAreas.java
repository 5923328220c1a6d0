package org.quipu.study;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.quipu.NearestNames;
import org.quipu.UserException;
import org.quipu.file.Source;
import org.quipu.file.TableFile;
import org.quipu.file.TableReader;
import org.quipu.smallarea.AreaLevel;
import org.quipu.target.Area;

/**
 * The areas to choose from, wherever they come from.
 *
 * @param source what messages call it
 * @param level what kind of areas they are
 * @param indicator whose women count; null for the areas of a file
 * @param areas in order
 * @param labels area by area; null where there is none
 * @param facts area by area; empty where nothing but the value is known
 * @param draws joint draws of all values; empty where they are taken as known
 * @param hasRegions whether floors can be counted
 * @param hasCosts whether a budget can be kept
 */
public record TargetAreas(
    String source,
    AreaLevel level,
    String indicator,
    List<Area> areas,
    List<String> labels,
    List<Facts> facts,
    Optional<Draws> draws,
    boolean hasRegions,
    boolean hasCosts) {

  /** Makes joint draws of all values: one row a draw, one column an area. */
  @FunctionalInterface
  public interface Draws {
    /** So many draws; the same seed gives the same ones. */
    double[][] of(int count, long seed);
  }

  /**
   * What is known of the women of an area.
   *
   * @param women of 15 to 49 years, ever in union
   * @param prevalence percent of them
   * @param affectedWomen so many of them
   * @param coverage women informed in percent of the women of 15 to 49 years; NaN where not known
   * @param uncoveredWomen women in union whom prevention did not reach at that coverage
   */
  public record Facts(
      double women,
      double prevalence,
      double affectedWomen,
      double coverage,
      double uncoveredWomen) {
    /** Nothing. */
    public static final Facts UNKNOWN =
        new Facts(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  /** What is known of an area's women. */
  public Facts factsOf(int area) {
    return facts.isEmpty() ? Facts.UNKNOWN : facts.get(area);
  }

  /**
   * Reads the column area of a file.
   *
   * @throws UserException if one of its areas is not among these
   */
  public Set<String> list(Path file) {
    Set<String> keys = new LinkedHashSet<>();
    try (TableReader table = TableFile.open(Source.file(file), List.of("area"))) {
      AssociationFiles.require(table, file, 1);
      while (table.next()) {
        keys.add(TargetFile.key(table, file + ", row " + table.row()));
      }
    }

    Set<String> unknown = new TreeSet<>(keys);
    List<String> known = areas.stream().map(Area::key).toList();
    known.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      String first = unknown.iterator().next();
      throw UserException.input(
          file.toString(),
          "areas that " + source + " does not have: " + String.join(", ", unknown),
          "areas as they are called there",
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
}
