package org.quipu.association;

/**
 * What is to be known of the coverage of a question, as the keys of the table {@code coverage};
 * empty where there is nothing.
 *
 * @param partial the years that are incomplete or missing
 * @param note how the figure counts
 */
public record CoverageNotes(String partial, String note) {
  public static final CoverageNotes NONE = new CoverageNotes("", "");

  public CoverageNotes {
    partial = partial == null ? "" : partial;
    note = note == null ? "" : note;
  }
}
