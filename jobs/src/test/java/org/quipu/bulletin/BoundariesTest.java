package org.quipu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.Regions;
import org.quipu.Ubigeo;
import org.quipu.UserException;
import org.quipu.charts.MapArea;
import org.quipu.smallarea.AreaLevel;
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
                    "coordinates":[[[-%2$s,0],[-%2$s,1],[-%2$s.5,1],[-%2$s,0]]]}}\
                    """
                        .formatted(
                            Regions.name(code).toUpperCase(java.util.Locale.ROOT),
                            Integer.parseInt(code)))
            .collect(Collectors.joining(","));

    return Files.writeString(
        folder.resolve("squares.geojson"),
        "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
  }

  private static Map<String, MapArea> areas(Boundaries boundaries, MapLevel level) {
    return boundaries.ground(level, SPANISH).areas().stream()
        .collect(Collectors.toMap(MapArea::code, area -> area));
  }

  @Test
  void shippedOnesHaveEveryRegionAndProvinceOnce() {
    Boundaries shipped = Boundaries.shipped();

    assertThat(areas(shipped, MapLevel.REGION)).containsOnlyKeys(Regions.codes());
    assertThat(areas(shipped, MapLevel.PROVINCE))
        .hasSize(196)
        .containsOnlyKeys(Ubigeo.shipped().provinces());
    assertThat(shipped.has(MapLevel.DISTRICT)).isFalse();
  }

  @Test
  void shippedProvincesFillTheirRegions() {
    Boundaries shipped = Boundaries.shipped();
    Map<String, MapArea> regions = areas(shipped, MapLevel.REGION);
    Map<String, Double> provinces = new TreeMap<>();
    areas(shipped, MapLevel.PROVINCE)
        .forEach((code, area) -> provinces.merge(code.substring(0, 2), area(area), Double::sum));

    regions.forEach(
        (code, region) ->
            assertThat(provinces.get(code))
                .as(code)
                .isCloseTo(area(region), withinPercentage(0.5)));
    // INEI: 1,285,216 km², a square degree being 12,080 km² at 9 degrees south.
    assertThat(regions.values().stream().mapToDouble(BoundariesTest::area).sum() * 12_080)
        .isCloseTo(1_285_216, withinPercentage(2));
  }

  /** Putumayo became a province in 2014; the territory was Maynas's. */
  @Test
  void shippedProvincesAreThoseOfToday() {
    Map<String, MapArea> provinces = areas(Boundaries.shipped(), MapLevel.PROVINCE);

    assertThat(provinces.get("1608").label()).isEqualTo("Putumayo");
    // INEI: 45,928 km².
    assertThat(area(provinces.get("1608")) * 12_330).isCloseTo(45_928, withinPercentage(10));
  }

  /** Square degrees, holes taken off. */
  private static double area(MapArea area) {
    double sum = 0;
    for (double[][] ring : area.rings()) {
      double twice = 0;
      for (int i = 0; i < ring.length; i++) {
        double[] next = ring[(i + 1) % ring.length];
        twice += ring[i][0] * next[1] - next[0] * ring[i][1];
      }
      sum -= twice / 2;
    }

    return Math.abs(sum);
  }

  @Test
  void borderPointsOfNeighboursAreTheSame() {
    Map<String, MapArea> provinces = areas(Boundaries.shipped(), MapLevel.PROVINCE);
    Map<String, Integer> uses = new HashMap<>();
    provinces.values().stream()
        .flatMap(area -> area.rings().stream())
        .flatMap(ring -> Arrays.stream(ring, 1, ring.length))
        .forEach(point -> uses.merge(point[0] + " " + point[1], 1, Integer::sum));

    // Points on the coast and the frontier are of one province, those between provinces of two.
    assertThat(uses.values().stream().filter(use -> use > 1).count())
        .isGreaterThan(uses.size() * 7 / 10);
  }

  @Test
  void aFileOfProvincesOrDistrictsIsKnownByItsCodes() throws Exception {
    Path districts = coded("districts", List.of("10101", "010102", "150101"));
    Boundaries boundaries = Boundaries.shipped().with(districts);

    assertThat(areas(boundaries, MapLevel.DISTRICT)).containsOnlyKeys("010101", "010102", "150101");
    assertThat(areas(boundaries, MapLevel.DISTRICT).get("010101").label()).isEqualTo("Chachapoyas");
    assertThat(areas(boundaries, MapLevel.PROVINCE)).hasSize(196);
    assertThatThrownBy(() -> boundaries.with(coded("provinces", List.of("0101", "0102"))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("2 provinces among 2 features")
        .hasMessageContaining("missing are Bongará");
  }

  private Path coded(String name, List<String> codes) throws Exception {
    String features =
        codes.stream()
            .map(
                code ->
                    """
                    {"properties":{"ID":"%s"},"geometry":{"type":"MultiPolygon",
                    "coordinates":[[[[0,0],[0,1],[1,1],[0,0]]]]}}\
                    """
                        .formatted(code))
            .collect(Collectors.joining(","));

    return Files.writeString(
        folder.resolve(name + ".geojson"), "{\"features\":[" + features + "]}");
  }

  @Test
  void findsEachRegionByItsName() throws Exception {
    var areas = areas(Boundaries.shipped().with(squares(folder, 25)), MapLevel.REGION);

    assertThat(areas).hasSize(25);
    assertThat(areas.get("19").label()).isEqualTo("Pasco");
    assertThat(areas.get("19").rings().get(0)[1]).containsExactly(-19, 1);
  }

  @Test
  void namesTheRegionsThatAreMissing() throws Exception {
    Path file = squares(folder, 23);

    assertThatThrownBy(() -> Boundaries.shipped().with(file))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("23 regions among 23 features")
        .hasMessageContaining("missing are Tumbes, Ucayali");
  }

  @Test
  void saysWhenTheFileIsNotJson() throws Exception {
    Path file = Files.writeString(folder.resolve("map.geojson"), "<kml/>");

    assertThatThrownBy(() -> Boundaries.shipped().with(file))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("not JSON")
        .hasMessageContaining("expected a GeoJSON file");
    assertThatThrownBy(() -> Boundaries.shipped().with(folder.resolve("none.geojson")))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("none.geojson", "found nothing");
  }

  @Test
  void filesOfAFolderReplaceThoseThatShipUnlessTheyAreIncomplete() throws Exception {
    squares(folder, 25);
    coded("provinces", List.of("0101", "0102"));
    Files.writeString(folder.resolve("other.geojson"), "{\"features\":[]}");
    Boundaries boundaries = Boundaries.shipped().withThoseIn(folder);

    assertThat(areas(boundaries, MapLevel.REGION).get("19").rings().get(0)[1])
        .containsExactly(-19, 1);
    assertThat(areas(boundaries, MapLevel.PROVINCE)).hasSize(196);
    assertThatThrownBy(() -> Boundaries.shipped().withThoseIn(folder.resolve("none")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void codesAreOfTheirLevel() {
    assertThat(MapLevel.REGION.code("15")).contains("15");
    assertThat(MapLevel.PROVINCE.code("101")).contains("0101");
    assertThat(MapLevel.PROVINCE.code("9901")).isEmpty();
    assertThat(MapLevel.DISTRICT.code("1501")).isEmpty();
    assertThat(MapLevel.DISTRICT.code("Lima")).isEmpty();
    assertThat(MapLevel.of(AreaLevel.DISTRICT)).contains(MapLevel.DISTRICT);
    assertThat(MapLevel.of(AreaLevel.AREA)).isEmpty();
  }
}
