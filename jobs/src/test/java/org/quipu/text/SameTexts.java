package org.quipu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What the bundles of two languages must have in common. */
public final class SameTexts {
  private static final Pattern PLACE = Pattern.compile("\\{\\d+}");
  private static final Object[] PLACES =
      IntStream.rangeClosed(0, 10).mapToObj(place -> "{" + place + "}").toArray();

  private SameTexts() {}

  /** Both have the same keys, and each text the same places for values. */
  public static void assertSame(Messages one, Messages other) {
    assertThat(one.keys()).isEqualTo(other.keys());
    for (String key : other.keys()) {
      assertThat(places(one.of(key, PLACES)))
          .as(key)
          .containsExactlyInAnyOrderElementsOf(places(other.of(key, PLACES)));
    }
  }

  private static List<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).toList();
  }
}
