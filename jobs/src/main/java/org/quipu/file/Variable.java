package org.quipu.file;

import java.util.Collections;
import java.util.Map;

/**
 * A column of a table and what its makers said about it.
 *
 * @param name as the file has it
 * @param label what it is in words; empty where not said
 * @param type of its values
 * @param width the longest text in bytes, or the places that a number is shown with; 0 where not
 *     said
 * @param format how its program shows it ({@code F8.2}, {@code %td}); empty where not said
 * @param labels the meaning of single values, in the file's order; values are written as {@link
 *     TableReader#text} and {@link TableReader#missingCode} write them
 * @param missing values that stand for none
 */
public record Variable(
    String name,
    String label,
    VariableType type,
    int width,
    String format,
    Map<String, String> labels,
    MissingValues missing) {

  public Variable {
    // Not copied: a file may share one long list of labels among thousands of variables.
    labels = Collections.unmodifiableMap(labels);
  }

  /** A variable of which only name and type are known. */
  static Variable plain(String name, VariableType type) {
    return new Variable(name, "", type, 0, "", Map.of(), MissingValues.NONE);
  }
}
