package org.quipu.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.UserException;
import org.quipu.file.GeoJson.Feature;

class GeoJsonTest {
  private static final String SQUARE = "[[-75,-10],[-75,-11.5,300],[-76,-11],[-75,-10]]";

  @TempDir Path folder;

  @Test
  void readsPropertiesAndOutlines() {
    List<Feature> features =
        read(
            "{\"type\":\"FeatureCollection\",\"bbox\":[1,2,3,4],\"features\":["
                + "{\"geometry\":{\"coordinates\":["
                + SQUARE
                + "],\"type\":\"Polygon\"},\"properties\":{\"name\":\"Pasco\",\"code\":19,"
                + "\"none\":null,\"list\":[1],\"area\":2.50}},"
                + "{\"id\":{\"a\":[]},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[["
                + SQUARE
                + ","
                + SQUARE
                + "],["
                + SQUARE
                + "]]}}],\"more\":[[1]]}");

    assertThat(features).hasSize(2);
    assertThat(features.get(0).properties())
        .isEqualTo(Map.of("name", "Pasco", "code", "19", "none", "", "list", "", "area", "2.50"));
    assertThat(features.get(0).rings()).hasSize(1);
    assertThat(features.get(0).rings().get(0)[1]).containsExactly(-75, -11.5);
    assertThat(features.get(1).properties()).isEmpty();
    assertThat(features.get(1).rings()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "{\"type\":\"Polygon\",\"coordinates\":[]}",
        "{\"type\":\"Polygon\",\"coordinates\":null}",
        "{\"type\":\"Point\",\"coordinates\":[-75,-10]}",
        "{\"type\":\"LineString\",\"coordinates\":[[-75,-10],[-75,-11],[-76,-11]]}",
        "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Polygon\"}]}",
      })
  void aFeatureNeedsNoPolygons(String geometry) {
    assertThat(read("{\"features\":[{\"geometry\":" + geometry + "}]}"))
        .singleElement()
        .satisfies(feature -> assertThat(feature.rings()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1,2]", "7", "{}", "{\"features\":7}", "{\"features\":[]}"})
  void otherJsonHasNoFeatures(String json) {
    assertThat(read(json)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[]] | an outline without points",
        "[[[],[],[]]] | an outline without points",
        "[[[-75,-10],[-75,-11]]] | an outline of 2 points",
        "[[[1e999,0],[0,0],[1,1]]] | a position of (Infinity, 0.0)",
        "[[[-1e999,0],[0,0],[1,1]]] | a position of (-Infinity, 0.0)",
        "[[[7],[0,0],[1,1]]] | a position of (7.0, NaN)",
        "[[[\"x\",1],[0,0],[1,1]]] | a position of (NaN, 1.0)",
        "[[[457000.5,8823000.1],[0,0],[1,1]]] | a position of (457000.5, 8823000.1)",
        "[[[[[[-75,-10]]]]]] | coordinates in more than 4 arrays",
      })
  void anOutlineThatCannotBeDrawnIsRefused(String coordinates, String found) {
    String good = "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" + SQUARE + "]}}";
    String bad = "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}}";

    assertRefused(
        "{\"features\":[" + good + "," + bad + "]}", "feature 2", found, "degrees of longitude");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"features\":[ | line 1, column 14: found text that is not JSON",
        "<html> | not JSON",
        "{\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[NaN,1]]]}}]} | JSON",
      })
  void whatIsNotJsonIsRefused(String json, String said) {
    assertRefused(json, said, "expected a GeoJSON file");
  }

  @Test
  void anotherEncodingIsRefused() throws IOException {
    Path latin = folder.resolve("latin.geojson");
    Files.write(
        latin,
        "{\"features\":[{\"properties\":{\"n\":\"Áncash\"}}]}"
            .getBytes(StandardCharsets.ISO_8859_1));
    Path cut = folder.resolve("cut.geojson");
    byte[] wide = "{\"features\":[]}".getBytes(Charset.forName("UTF-32BE"));
    Files.write(cut, java.util.Arrays.copyOf(wide, wide.length - 2));

    for (Path file : List.of(latin, cut)) {
      assertThatThrownBy(() -> GeoJson.read(Source.file(file)))
          .isInstanceOf(UserException.class)
          .hasMessageContainingAll(file.toString(), "not JSON");
    }
  }

  @Test
  void sizesHaveLimits() {
    assertRefused("{\"a\":" + "[".repeat(200) + "]".repeat(200) + "}", "at most", "100 objects");
    assertRefused("{\"a\":".repeat(200), "at most", "100 objects");
    assertRefused(
        "{\"features\":[{}" + ",{}".repeat(Limits.FEATURES) + "]}",
        "more features",
        "at most 100000");
    String texts = ",{\"properties\":{\"a\":\"" + "x".repeat(1 << 20) + "\"}}";
    assertRefused("{\"features\":[{}" + texts.repeat(17) + "]}", "more text in properties");
    assertRefused("{\"features\":[" + "1".repeat(5000) + "]}", "longer texts or numbers");
  }

  private void assertRefused(String json, String... said) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("b.geojson")
        .hasMessageContainingAll(said);
  }

  private static List<Feature> read(String json) {
    return GeoJson.read(
        "b.geojson", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }
}
