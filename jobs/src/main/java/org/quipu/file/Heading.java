package org.quipu.file;

import java.util.List;
import org.quipu.NormalizedText;

/**
 * What a column may be called in the files that people keep: the first of the names that a table
 * has is the column. Letter case, accents and signs do not count.
 *
 * @param names in words as {@link NormalizedText} writes them
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
