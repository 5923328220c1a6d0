package org.quipu.change;

import java.util.List;

/** The source of a number that was made from two: the one further from INEI's own microdata. */
public final class Sources {
  private static final List<String> NEAREST_FIRST =
      List.of("microdata", "published", "recomputed", "synthetic");

  private Sources() {}

  /** The further of the two. */
  public static String merge(String one, String other) {
    return NEAREST_FIRST.indexOf(one) >= NEAREST_FIRST.indexOf(other) ? one : other;
  }
}
