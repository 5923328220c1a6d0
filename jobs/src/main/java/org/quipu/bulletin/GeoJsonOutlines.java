package org.quipu.bulletin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.quipu.Regions;
import org.quipu.UserException;

/**
 * The outlines of one GeoJSON file in degrees. Its features are districts or provinces where one of
 * their properties holds UBIGEO codes of them; otherwise a feature's region is the first of its
 * properties that names one. Several features of one area are its parts.
 *
 * @param level of the areas
 * @param features how many features the file has
 * @param rings by the areas' codes
 */
record GeoJsonOutlines(MapLevel level, int features, Map<String, List<double[][]>> rings) {
  /** The share of features that must have a code of a level for a file to be of that level. */
  private static final double MOST = 0.9;

  private static final String ADVICE =
      "Give a GeoJSON file of Peru's regions, provinces or districts.";

  static GeoJsonOutlines read(Path file) {
    try {
      return parse(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UserException(
          file + ": cannot be read. Check the path given with --boundaries.", e);
    }
  }

  /**
   * Reads the bytes of a file.
   *
   * @param name of the file in messages
   */
  static GeoJsonOutlines parse(String name, byte[] json) {
    try {
      return of(new ObjectMapper().readTree(json));
    } catch (JsonProcessingException e) {
      throw new UserException(
          UserException.input(
                  name,
                  "text that is not JSON (" + e.getOriginalMessage() + ")",
                  "a GeoJSON file",
                  ADVICE)
              .getMessage(),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GeoJsonOutlines of(JsonNode tree) {
    JsonNode features = tree.path("features");
    for (MapLevel level : List.of(MapLevel.DISTRICT, MapLevel.PROVINCE)) {
      Optional<String> property = codes(features, level);
      if (property.isPresent()) {
        return of(
            level, features, properties -> level.code(properties.path(property.get()).asText()));
      }
    }

    return of(MapLevel.REGION, features, GeoJsonOutlines::region);
  }

  private static GeoJsonOutlines of(
      MapLevel level, JsonNode features, Function<JsonNode, Optional<String>> code) {
    Map<String, List<double[][]>> rings = new TreeMap<>();
    for (JsonNode feature : features) {
      List<double[][]> parts = rings(feature.path("geometry"));
      if (!parts.isEmpty()) {
        code.apply(feature.path("properties"))
            .ifPresent(area -> rings.computeIfAbsent(area, key -> new ArrayList<>()).addAll(parts));
      }
    }

    return new GeoJsonOutlines(level, features.size(), rings);
  }

  /** The property that holds codes of a level in nearly all features. */
  private static Optional<String> codes(JsonNode features, MapLevel level) {
    List<String> names = new ArrayList<>();
    features.path(0).path("properties").fieldNames().forEachRemaining(names::add);

    return names.stream()
        .filter(
            name ->
                StreamSupport.stream(features.spliterator(), false)
                        .map(feature -> feature.path("properties").path(name).asText())
                        .filter(text -> level.code(text).isPresent())
                        .count()
                    >= MOST * features.size())
        .findFirst();
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

  private static List<double[][]> rings(JsonNode geometry) {
    JsonNode coordinates = geometry.path("coordinates");
    List<double[][]> rings = new ArrayList<>();
    if (geometry.path("type").asText().equals("Polygon")) {
      coordinates.forEach(ring -> rings.add(ring(ring)));
    } else {
      coordinates.forEach(polygon -> polygon.forEach(ring -> rings.add(ring(ring))));
    }

    return rings;
  }

  private static double[][] ring(JsonNode points) {
    double[][] ring = new double[points.size()][];
    for (int i = 0; i < ring.length; i++) {
      ring[i] = new double[] {points.path(i).path(0).asDouble(), points.path(i).path(1).asDouble()};
    }

    return ring;
  }

  /** Fails where areas are missing that a map of the level cannot do without. */
  GeoJsonOutlines complete(Path file) {
    List<String> missing = missing();
    if (!missing.isEmpty()) {
      int needed = level.needed().size();
      throw UserException.input(
          file.toString(),
          (needed - missing.size()) + " " + level.plural() + " among " + features + " features",
          "outlines of the "
              + needed
              + " "
              + level.plural()
              + "; missing are "
              + String.join(", ", missing),
          ADVICE);
    }

    return this;
  }

  /** Names of the areas that a map of the level cannot do without and that are not there. */
  List<String> missing() {
    return level.needed().stream()
        .filter(code -> !rings.containsKey(code))
        .map(level::name)
        .toList();
  }
}
