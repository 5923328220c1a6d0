package org.quipu.bulletin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.quipu.UserException;
import org.quipu.charts.MapArea;
import org.quipu.charts.MapGround;
import org.quipu.file.ShippedData;

/**
 * The outlines that maps are drawn with. Those of regions and provinces ship with Quipu; a GeoJSON
 * file takes the place of those of its level.
 */
public final class Boundaries {
  private static final String FOLDER = "geography/boundaries/";

  private final Map<MapLevel, GeoJsonOutlines> levels;
  private final Map<MapLevel, Path> files;

  private Boundaries(Map<MapLevel, GeoJsonOutlines> levels, Map<MapLevel, Path> files) {
    this.levels = levels;
    this.files = files;
  }

  /** The regions and provinces that ship. */
  public static Boundaries shipped() {
    Map<MapLevel, GeoJsonOutlines> levels = new EnumMap<>(MapLevel.class);
    for (MapLevel level : List.of(MapLevel.REGION, MapLevel.PROVINCE)) {
      String name = FOLDER + level.plural() + ".geojson";
      levels.put(level, GeoJsonOutlines.parse(name, ShippedData.bytes(name)));
    }

    return new Boundaries(levels, Map.of());
  }

  /** The same with those of a file, in which each region or province must be. */
  public Boundaries with(Path file) {
    GeoJsonOutlines read = GeoJsonOutlines.read(file);

    return with(read.complete(file), file);
  }

  /**
   * The same with those of a folder's GeoJSON files; files that lack a region or province are
   * passed over.
   */
  public Boundaries withThoseIn(Path folder) {
    Boundaries all = this;
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> maps =
          files
              .filter(file -> file.getFileName().toString().endsWith(".geojson"))
              .sorted()
              .toList();
      for (Path file : maps) {
        GeoJsonOutlines read = GeoJsonOutlines.read(file);
        all = read.missing().isEmpty() ? all.with(read, file) : all;
      }
    } catch (IOException e) {
      throw new UserException(folder + ": cannot be read. Check the path.", e);
    }

    return all;
  }

  private Boundaries with(GeoJsonOutlines outlines, Path file) {
    Map<MapLevel, GeoJsonOutlines> replaced = new EnumMap<>(levels);
    replaced.put(outlines.level(), outlines);
    Map<MapLevel, Path> given = new TreeMap<>(files);
    given.put(outlines.level(), file);

    return new Boundaries(replaced, given);
  }

  /** The files that replaced outlines that ship, or brought those of districts. */
  public List<Path> files() {
    return List.copyOf(files.values());
  }

  boolean has(MapLevel level) {
    return levels.containsKey(level);
  }

  /** What a map of this level is drawn on, under the names that figures use. */
  MapGround ground(MapLevel level, Labels labels) {
    return new MapGround(
        level.kind(),
        areas(level, labels),
        level == MapLevel.REGION ? List.of() : areas(MapLevel.REGION, labels));
  }

  private List<MapArea> areas(MapLevel level, Labels labels) {
    return levels.get(level).rings().entrySet().stream()
        .map(
            area ->
                new MapArea(
                    area.getKey(),
                    level == MapLevel.REGION
                        ? labels.region(area.getKey())
                        : level.name(area.getKey()),
                    area.getValue()))
        .toList();
  }
}
