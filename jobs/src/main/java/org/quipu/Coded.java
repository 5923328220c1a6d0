package org.quipu;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** An enum whose values are stored in tables by a code, which does not depend on Java's names. */
public interface Coded {
  /** The name of the enum's constant. */
  String name();

  /** What tables hold: the constant's name in lower case unless it says otherwise. */
  default String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The constant with this code.
   *
   * @throws IllegalArgumentException if there is none, with the codes that there are
   */
  static <E extends Enum<E> & Coded> E of(Class<E> type, String code) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no %s '%s'; there are %s"
                        .formatted(
                            type.getSimpleName(),
                            code,
                            Arrays.stream(type.getEnumConstants())
                                .map(Coded::code)
                                .collect(Collectors.joining(", ")))));
  }
}
