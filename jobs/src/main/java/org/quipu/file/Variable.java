package org.quipu.file;

import java.util.Collections;
import java.util.Map;

/**
 * A column of a table with its labels.
 *
 * @param name as the file has it
 * @param label its description; empty without one
 * @param type of its values
 * @param width the longest text in bytes, or the width at which a number is shown; 0 if unknown
 * @param format in which its program shows it ({@code F8.2}, {@code %td}); empty if unknown
 * @param labels the labels of values, in the file's order; values are written as {@link
 *     TableReader#text} and {@link TableReader#missingCode} write them
 * @param missing the values that are declared missing
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
