package org.quipu.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The strings of one language, from a properties file in UTF-8 whose texts hold {@code {0}}, {@code
 * {1}} where values go, and {@code {0|one|more}} where a word depends on a value: the first where
 * it is 1, else the second; {@code {.}} is the decimal mark. Values arrive written out: this class
 * formats no numbers.
 */
public final class Messages {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)(?:\\|([^|}]*)\\|([^|}]*))?\\}");

  /** A file that lies beside a class. */
  private record Place(Class<?> owner, String file) {}

  /** Figures ask for their texts again and again. */
  private static final Map<Place, Properties> READ = new ConcurrentHashMap<>();

  private final Properties strings;
  private final String origin;
  private final DecimalMark mark;

  private Messages(Properties strings, String origin, DecimalMark mark) {
    this.strings = strings;
    this.origin = origin;
    this.mark = mark;
  }

  /** The texts beside a class: {@code NAME_es.properties} or {@code NAME_en.properties}. */
  public static Messages beside(Class<?> owner, String name, Language language) {
    String file = name + "_" + language.tag() + ".properties";
    Properties strings = READ.computeIfAbsent(new Place(owner, file), Messages::read);
    return new Messages(strings, file, language.mark());
  }

  private static Properties read(Place place) {
    Properties strings = new Properties();
    try (InputStream in = place.owner.getResourceAsStream(place.file)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "no texts " + place.file + " beside " + place.owner.getName());
      }

      strings.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }

    return strings;
  }

  /** The text of a key with its values in place. */
  public String of(String key, Object... values) {
    String text = strings.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no text \"" + key + "\" in " + origin);
    }

    return filled(text.replace("{.}", mark.sign()), values);
  }

  /** A text with its values in place. */
  public static String filled(String text, Object... values) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              String value = String.valueOf(values[Integer.parseInt(place.group(1))]);
              String word = place.group(value.equals("1") ? 2 : 3);
              return Matcher.quoteReplacement(word == null ? value : word);
            });
  }

  /** Whether there is a text of this key. */
  public boolean has(String key) {
    return strings.containsKey(key);
  }

  /** All keys. */
  public Set<String> keys() {
    return strings.stringPropertyNames();
  }
}
