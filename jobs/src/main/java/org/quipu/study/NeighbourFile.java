package org.quipu.study;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.quipu.UserException;
import org.quipu.file.Source;
import org.quipu.file.TableFile;
import org.quipu.file.TableReader;
import org.quipu.smallarea.SpatialWeights;

/**
 * Which areas are neighbours: a CSV with area and neighbour, one row for each neighbour of each.
 */
public final class NeighbourFile {
  /**
   * What was read.
   *
   * @param weights the same for each neighbour of an area, with the sum 1
   * @param ignored areas of the file that are not studied
   */
  public record Read(SpatialWeights weights, Set<String> ignored) {}

  private NeighbourFile() {}

  /**
   * Reads the neighbours of these areas.
   *
   * @throws UserException if one of them has no neighbour among the others
   */
  public static Read read(Path file, List<String> areas) {
    Map<String, Integer> positions = new HashMap<>();
    areas.forEach(area -> positions.put(area, positions.size()));
    double[][] w = new double[areas.size()][areas.size()];
    Set<String> ignored = new TreeSet<>();
    try (TableReader table = TableFile.open(Source.file(file), List.of("area", "neighbour"))) {
      AssociationFiles.require(table, file, 2);
      while (table.next()) {
        String area = String.valueOf(table.text(0));
        String neighbour = String.valueOf(table.text(1));
        if (positions.containsKey(area) && positions.containsKey(neighbour)) {
          w[positions.get(area)][positions.get(neighbour)] = 1;
        } else {
          ignored.add(positions.containsKey(area) ? neighbour : area);
        }
      }
    }

    try {
      return new Read(SpatialWeights.of(areas, w), ignored);
    } catch (IllegalArgumentException e) {
      throw UserException.input(
          file.toString(),
          e.getMessage(),
          "a neighbour of each area",
          "Add the missing rows, or choose a method without neighbours.");
    }
  }
}
