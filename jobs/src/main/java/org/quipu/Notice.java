package org.quipu;

import java.util.List;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/**
 * What a job tells its user, in any language: the key of a text in {@code notices_*.properties} and
 * the values that go into it. Counts are {@link Long}, written with their groups of digits; numbers
 * with decimals are {@link Double}, written with one; all else, as years, is written as it is.
 */
public record Notice(String key, List<Object> values) {
  /** What is worded differently in each language. */
  @FunctionalInterface
  public interface Words {
    /** It in words. */
    String in(Language language);
  }

  /** A number with so many decimals. */
  public static Words decimal(double number, int places) {
    return language -> language.decimal(number, places);
  }

  public Notice {
    values = List.copyOf(values);
  }

  /** A text of this key with these values. */
  public static Notice of(String key, Object... values) {
    return new Notice(key, List.of(values));
  }

  /** The texts of all notices in a language. */
  public static Messages texts(Language language) {
    return Messages.beside(Notice.class, "notices", language);
  }

  /** The notice in words. */
  public String in(Language language) {
    Object[] written = values.stream().map(value -> written(value, language)).toArray();
    return texts(language).of(key, written);
  }

  private static Object written(Object value, Language language) {
    if (value instanceof Notice part) {
      return part.in(language);
    }
    if (value instanceof Words words) {
      return words.in(language);
    }
    if (value instanceof YearRange years) {
      return texts(language).of("years", years.from(), years.to());
    }
    if (value instanceof Long count) {
      return language.count(count);
    }

    return value instanceof Double number ? language.decimal(number, 1) : value;
  }
}
