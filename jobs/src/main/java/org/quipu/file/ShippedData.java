package org.quipu.file;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The text files of the folder {@code data}, which ship inside the jar. */
public final class ShippedData {
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private ShippedData() {}

  /** The records of a CSV file by heading, values without blanks around them; empty is "". */
  public static List<Map<String, String>> csv(String name) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setNullValue("");
    settings.setEmptyValue("");
    settings.setMaxCharsPerColumn(-1);
    settings.getFormat().setDelimiter(',');
    try (InputStream in = open(name)) {
      List<String[]> rows = new CsvParser(settings).parseAll(in, StandardCharsets.UTF_8);
      List<Map<String, String>> records = new ArrayList<>(rows.size());
      String[] header = rows.get(0);
      for (String[] row : rows.subList(1, rows.size())) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < header.length; i++) {
          values.put(header[i], i < row.length ? row[i] : "");
        }

        records.add(values);
      }

      return records;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A YAML file as a record; keys are in snake case, and an unknown one is an error. */
  public static <T> T yaml(String name, Class<T> type) {
    try (InputStream in = open(name)) {
      return YAML.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException("data/" + name + ": " + e.getMessage(), e);
    }
  }

  /** The bytes of a file, for digests and readers of other forms. */
  public static byte[] bytes(String name) {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    InputStream in = ShippedData.class.getResourceAsStream("/org/quipu/data/" + name);
    if (in == null) {
      throw new IllegalStateException("data/" + name + " is not on the class path");
    }

    return in;
  }
}
