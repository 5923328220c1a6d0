package org.quipu.file;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;

/** The text files of the folder {@code data}, which ship inside the jar. */
public final class ShippedData {
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private ShippedData() {}

  /** Opens a CSV file as {@link TableFile#open} opens others; {@link TextTable} holds it whole. */
  public static TableReader table(String name, Collection<String> columns) {
    return DelimitedReader.open(label(name), bytes(name), columns);
  }

  /** A YAML file as a record; keys are in snake case, and an unknown one is an error. */
  public static <T> T yaml(String name, Class<T> type) {
    try (InputStream in = open(name)) {
      return YAML.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(label(name) + ": " + e.getMessage(), e);
    }
  }

  /** The bytes of a file, for its digest. */
  public static byte[] bytes(String name) {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How messages name a file. */
  static String label(String name) {
    return "data/" + name;
  }

  private static InputStream open(String name) {
    InputStream in = ShippedData.class.getResourceAsStream("/org/quipu/data/" + name);
    if (in == null) {
      throw new IllegalStateException(label(name) + " is not on the class path");
    }

    return in;
  }
}
