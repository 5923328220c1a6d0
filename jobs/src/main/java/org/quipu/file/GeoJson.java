package org.quipu.file;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quipu.UserException;

/**
 * Reads the polygons of a GeoJSON file (RFC 7946) in one pass: in memory are their points and the
 * features' properties, never the text. Features without polygons have no outlines; a position that
 * is none on the globe, and an outline of too few points, are errors that name the feature.
 */
public final class GeoJson {
  private static final int FEWEST_POINTS = 3;

  /** Arrays in arrays: polygons, rings, points, numbers. */
  private static final int DEEPEST = 4;

  private static final String ADVICE =
      "Save the boundaries as GeoJSON in degrees of longitude and latitude (WGS 84).";

  /**
   * A feature of a file.
   *
   * @param properties its properties that are no lists or objects, as texts; empty where null
   * @param rings the outlines of all its polygons and of the holes in them: points of longitude and
   *     latitude in degrees
   */
  public record Feature(Map<String, String> properties, List<double[][]> rings) {}

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.DEPTH)
                  .maxStringLength(Limits.RECORD)
                  .build())
          .build();

  private final String file;
  private final JsonParser json;
  private final List<Feature> features = new ArrayList<>();
  private long propertyLength;
  private int points;

  private GeoJson(String file, JsonParser json) {
    this.file = file;
    this.json = json;
  }

  /**
   * The features of a file, in its order; none where it is JSON of another kind.
   *
   * @throws UserException where it is no JSON, or one of its outlines cannot be drawn
   */
  public static List<Feature> read(Source source) {
    if (source.size() > Limits.BOUNDARIES) {
      throw Limits.exceeded(
          source.name(),
          source.size() + " bytes",
          Limits.BOUNDARIES + " bytes",
          "Simplify the outlines: pages and figures are small.");
    }

    return read(source.name(), source.open());
  }

  /**
   * The features of a text, which is closed.
   *
   * @param name for messages
   */
  public static List<Feature> read(String name, InputStream text) {
    try (text;
        JsonParser json = JSON.createParser(text)) {
      GeoJson reader = new GeoJson(name, json);
      reader.readFile();
      return reader.features;
    } catch (StreamConstraintsException e) {
      throw Limits.exceeded(
          name,
          "longer texts or numbers, or more objects in one another",
          Limits.RECORD + " characters and " + Limits.DEPTH + " objects",
          ADVICE);
    } catch (JacksonException e) {
      throw notJson(name, e.getLocation(), e);
    } catch (CharConversionException e) {
      throw notJson(name, null, e);
    } catch (IOException e) {
      throw Locations.unreadable(name, e);
    }
  }

  private static UserException notJson(String name, JsonLocation at, IOException e) {
    String where = at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
    return new UserException(
        UserException.input(
                name + where, "text that is not JSON or is cut short", "a GeoJSON file", ADVICE)
            .getMessage(),
        e);
  }

  private void readFile() throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return;
    }

    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean areFeatures = json.currentName().equals("features");
      if (json.nextToken() == JsonToken.START_ARRAY && areFeatures) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
          readFeature();
        }
      } else {
        json.skipChildren();
      }
    }
  }

  private void readFeature() throws IOException {
    Map<String, String> properties = new LinkedHashMap<>();
    List<double[][]> rings = List.of();
    if (features.size() == Limits.FEATURES) {
      throw tooMuch("more features", Limits.FEATURES + " features");
    }

    boolean isObject = json.currentToken() == JsonToken.START_OBJECT;
    while (isObject && json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      boolean holds = json.nextToken() == JsonToken.START_OBJECT;
      if (holds && name.equals("properties")) {
        readProperties(properties);
      } else if (holds && name.equals("geometry")) {
        rings = readGeometry();
      } else {
        json.skipChildren();
      }
    }

    if (!isObject) {
      json.skipChildren();
    }

    features.add(new Feature(properties, rings));
  }

  private void readProperties(Map<String, String> properties) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      boolean isValue =
          json.nextToken().isScalarValue() && json.currentToken() != JsonToken.VALUE_NULL;
      String value = isValue ? json.getText() : "";
      propertyLength += name.length() + value.length();
      if (propertyLength > Limits.RECORD) {
        throw tooMuch("more text in properties", Limits.RECORD + " characters");
      }

      properties.put(name, value);
      json.skipChildren();
    }
  }

  private List<double[][]> readGeometry() throws IOException {
    List<double[][]> rings = new ArrayList<>();
    String type = "";
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      boolean isArray = json.nextToken() == JsonToken.START_ARRAY;
      if (name.equals("type")) {
        type = json.getText();
        json.skipChildren();
      } else if (isArray && name.equals("coordinates")) {
        readRings(rings, 1);
      } else {
        json.skipChildren();
      }
    }

    return type.equals("Polygon") || type.equals("MultiPolygon") ? rings : List.of();
  }

  /** Reads an array: of numbers, which are a point, or of points, which are a ring, or of these. */
  private double[] readRings(List<double[][]> rings, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw wrong("coordinates in more than " + DEEPEST + " arrays", "those of polygons");
    }

    List<double[]> ring = new ArrayList<>();
    int items = 0;
    while (json.nextToken() == JsonToken.START_ARRAY) {
      double[] point = readRings(rings, depth + 1);
      items++;
      if (point != null) {
        ring.add(point);
      }
    }

    if (json.currentToken() != JsonToken.END_ARRAY) {
      return readPoint();
    }

    if (items == 0 && depth > 1) {
      throw wrong("an outline without points", "at least " + FEWEST_POINTS);
    }

    if (!ring.isEmpty()) {
      if (ring.size() < FEWEST_POINTS) {
        throw wrong("an outline of " + ring.size() + " points", "at least " + FEWEST_POINTS);
      }

      rings.add(ring.toArray(double[][]::new));
    }

    return null;
  }

  private double[] readPoint() throws IOException {
    double[] point = {Double.NaN, Double.NaN};
    for (int i = 0; json.currentToken() != JsonToken.END_ARRAY; i++) {
      if (i < 2 && json.currentToken().isNumeric()) {
        point[i] = json.getDoubleValue();
      }

      json.skipChildren();
      json.nextToken();
    }

    boolean onGlobe = Math.abs(point[0]) <= 180 && Math.abs(point[1]) <= 90;
    if (!onGlobe) {
      throw wrong(
          "a position of (" + point[0] + ", " + point[1] + ")",
          "a longitude from -180 to 180 and a latitude from -90 to 90");
    }

    if (++points > Limits.POINTS) {
      throw tooMuch("more points", Limits.POINTS + " points");
    }

    return point;
  }

  private UserException wrong(String found, String expected) {
    return UserException.input(
        file + ", feature " + (features.size() + 1), found, expected, ADVICE);
  }

  private UserException tooMuch(String found, String limit) {
    return Limits.exceeded(
        file, found, limit, "Simplify the outlines: pages and figures are small.");
  }
}
