package org.quipu.bulletin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.quipu.Regions;
import org.quipu.UserException;
import org.quipu.charts.MapFigure;

/**
 * The outlines of the regions, from a GeoJSON file in degrees. A feature's region is the first of
 * its properties that names one; several features of one region are its parts.
 */
public final class Boundaries {
  private final Map<String, List<double[][]>> rings;

  private Boundaries(Map<String, List<double[][]>> rings) {
    this.rings = rings;
  }

  /** Reads a file, in which each of the 25 regions must be. */
  public static Boundaries read(Path file) {
    Features features = new Features(tree(file).path("features"));
    List<String> missing = features.missing();
    if (!missing.isEmpty()) {
      throw UserException.input(
          file.toString(),
          (Regions.codes().size() - missing.size())
              + " regions among "
              + features.size()
              + " features",
          "outlines of the 25 regions; missing are " + String.join(", ", missing),
          "Give a GeoJSON file of Peru's departments.");
    }

    return new Boundaries(features.rings());
  }

  /**
   * The outlines in a folder: of its GeoJSON files that hold all regions the one with the fewest
   * features, which is that of the departments and not of their provinces; empty where there is
   * none.
   */
  public static Optional<Boundaries> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".geojson"))
          .sorted()
          .map(file -> new Features(tree(file).path("features")))
          .filter(features -> features.missing().isEmpty())
          .min(Comparator.comparingInt(Features::size))
          .map(features -> new Boundaries(features.rings()));
    } catch (IOException e) {
      throw new UserException(folder + ": cannot be read. Check the path.", e);
    }
  }

  /** The outlines under the names that figures use. */
  List<MapFigure.Area> areas(Labels labels) {
    return rings.entrySet().stream()
        .map(area -> new MapFigure.Area(labels.region(area.getKey()), area.getValue()))
        .toList();
  }

  private static JsonNode tree(Path file) {
    try {
      return new ObjectMapper().readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new UserException(
          UserException.input(
                  file.toString(),
                  "text that is not JSON (" + e.getOriginalMessage() + ")",
                  "a GeoJSON file",
                  "Give a GeoJSON file of Peru's departments.")
              .getMessage(),
          e);
    } catch (IOException e) {
      throw new UserException(
          file + ": cannot be read. Check the path given with --boundaries.", e);
    }
  }

  /** The features of a file, by region. */
  private record Features(JsonNode all) {
    int size() {
      return all.size();
    }

    Map<String, List<double[][]>> rings() {
      Map<String, List<double[][]>> rings = new TreeMap<>();
      for (JsonNode feature : all) {
        region(feature.path("properties"))
            .ifPresent(
                region ->
                    rings
                        .computeIfAbsent(region, key -> new ArrayList<>())
                        .addAll(outerRings(feature.path("geometry"))));
      }

      return rings;
    }

    List<String> missing() {
      Map<String, List<double[][]>> found = rings();

      return Regions.codes().stream()
          .filter(region -> found.getOrDefault(region, List.of()).isEmpty())
          .map(Regions::name)
          .toList();
    }
  }

  /** Names before codes: a name can hardly be anything else. */
  private static Optional<String> region(JsonNode properties) {
    List<String> values = new ArrayList<>();
    properties.forEach(value -> values.add(value.asText()));
    values.sort((one, other) -> Boolean.compare(isNumber(one), isNumber(other)));

    return values.stream()
        .map(Regions::find)
        .flatMap(Optional::stream)
        .filter(region -> !region.equals(Regions.NATIONAL))
        .findFirst();
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(Character::isDigit);
  }

  private static List<double[][]> outerRings(JsonNode geometry) {
    JsonNode coordinates = geometry.path("coordinates");
    List<double[][]> outer = new ArrayList<>();
    if (geometry.path("type").asText().equals("Polygon")) {
      outer.add(ring(coordinates.path(0)));
    } else {
      coordinates.forEach(polygon -> outer.add(ring(polygon.path(0))));
    }

    return outer;
  }

  private static double[][] ring(JsonNode points) {
    double[][] ring = new double[points.size()][];
    for (int i = 0; i < ring.length; i++) {
      ring[i] = new double[] {points.path(i).path(0).asDouble(), points.path(i).path(1).asDouble()};
    }

    return ring;
  }
}
