package org.quipu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.Regions;
import org.quipu.UserException;
import org.quipu.text.Language;

class BoundariesTest {
  private static final Labels SPANISH = new Labels(Language.SPANISH);

  @TempDir Path folder;

  /** A square a region, under its code and its name in capitals. */
  static Path squares(Path folder, int regions) throws Exception {
    String features =
        Regions.codes().subList(0, regions).stream()
            .map(
                code ->
                    """
                    {"type":"Feature","properties":{"COUNT":12,"NAME":"%s"},"geometry":{"type":"Polygon",
                    "coordinates":[[[-%2$s,0],[-%2$s,1],[-%2$s.5,1],[-%2$s,0]]]}}"""
                        .formatted(
                            Regions.name(code).toUpperCase(java.util.Locale.ROOT),
                            Integer.parseInt(code)))
            .collect(Collectors.joining(","));

    return Files.writeString(
        folder.resolve("squares.geojson"),
        "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
  }

  @Test
  void findsEachRegionByItsName() throws Exception {
    var areas = Boundaries.read(squares(folder, 25)).areas(SPANISH);

    assertThat(areas).hasSize(25);
    assertThat(areas.get(18).label()).isEqualTo("Pasco");
    assertThat(areas.get(18).rings().get(0)[1]).containsExactly(-19, 1);
  }

  @Test
  void namesTheRegionsThatAreMissing() throws Exception {
    Path file = squares(folder, 23);

    assertThatThrownBy(() -> Boundaries.read(file))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("23 regions among 23 features")
        .hasMessageContaining("missing are Tumbes, Ucayali");
  }

  @Test
  void saysWhenTheFileIsNotJson() throws Exception {
    Path file = Files.writeString(folder.resolve("map.geojson"), "<kml/>");

    assertThatThrownBy(() -> Boundaries.read(file))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("not JSON")
        .hasMessageContaining("expected a GeoJSON file");
    assertThatThrownBy(() -> Boundaries.read(folder.resolve("none.geojson")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void ofAFolderTakesTheFileWithTheFewestFeatures() throws Exception {
    Path fine = squares(folder, 25);
    Files.writeString(
        folder.resolve("districts.geojson"),
        Files.readString(fine).replace("\"features\":[", "\"features\":[{},"));
    Files.writeString(folder.resolve("other.geojson"), "{\"features\":[]}");

    assertThat(Boundaries.in(folder).orElseThrow().areas(SPANISH)).hasSize(25);
    assertThat(Boundaries.in(Files.createDirectory(folder.resolve("none")))).isEmpty();
  }
}
