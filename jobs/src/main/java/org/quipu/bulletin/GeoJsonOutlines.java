package org.quipu.bulletin;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.quipu.Regions;
import org.quipu.UserException;
import org.quipu.file.GeoJson;
import org.quipu.file.GeoJson.Feature;
import org.quipu.file.Source;

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
    return of(GeoJson.read(Source.file(file)));
  }

  /**
   * Reads the bytes of a file.
   *
   * @param name of the file in messages
   */
  static GeoJsonOutlines parse(String name, byte[] json) {
    return of(GeoJson.read(name, new ByteArrayInputStream(json)));
  }

  private static GeoJsonOutlines of(List<Feature> features) {
    for (MapLevel level : List.of(MapLevel.DISTRICT, MapLevel.PROVINCE)) {
      Optional<String> property = codes(features, level);
      if (property.isPresent()) {
        String name = property.get();
        return of(level, features, properties -> level.code(properties.getOrDefault(name, "")));
      }
    }

    return of(MapLevel.REGION, features, GeoJsonOutlines::region);
  }

  private static GeoJsonOutlines of(
      MapLevel level,
      List<Feature> features,
      Function<Map<String, String>, Optional<String>> code) {
    Map<String, List<double[][]>> rings = new TreeMap<>();
    for (Feature feature : features) {
      if (!feature.rings().isEmpty()) {
        code.apply(feature.properties())
            .ifPresent(
                area ->
                    rings.computeIfAbsent(area, key -> new ArrayList<>()).addAll(feature.rings()));
      }
    }

    return new GeoJsonOutlines(level, features.size(), rings);
  }

  /** The property that holds codes of a level in nearly all features. */
  private static Optional<String> codes(List<Feature> features, MapLevel level) {
    Map<String, Integer> found = new HashMap<>();
    for (Feature feature : features) {
      feature
          .properties()
          .forEach(
              (name, value) ->
                  level.code(value).ifPresent(x -> found.merge(name, 1, Integer::sum)));
    }

    return features.stream()
        .limit(1)
        .flatMap(feature -> feature.properties().keySet().stream())
        .filter(name -> found.getOrDefault(name, 0) >= MOST * features.size())
        .findFirst();
  }

  /** Names before codes: a name can hardly be anything else. */
  private static Optional<String> region(Map<String, String> properties) {
    return properties.values().stream()
        .sorted((one, other) -> Boolean.compare(isNumber(one), isNumber(other)))
        .map(Regions::find)
        .flatMap(Optional::stream)
        .filter(region -> !region.equals(Regions.NATIONAL))
        .findFirst();
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(Character::isDigit);
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
