package org.quipu.file;

import java.util.List;
import org.quipu.NormalizedText;

/**
 * The names that a column may have in the files that people keep; the first of them that a table
 * has is the column. Letter case, accents and punctuation do not matter.
 *
 * @param names the preferred first; they are normalized by {@link NormalizedText}
 */
public record Heading(List<String> names) {
  public Heading {
    names = names.stream().map(NormalizedText::of).toList();
  }

  /** A column of one of these names, the preferred first. */
  public static Heading of(String... names) {
    return new Heading(List.of(names));
  }
}
