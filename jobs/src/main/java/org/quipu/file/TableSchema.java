package org.quipu.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The description of a table in its file.
 *
 * @param format of the file
 * @param charset in which its texts are written
 * @param rows their number; −1 if it is known only after reading all of them
 * @param label of the whole table; empty without one
 * @param variables its columns, in order
 * @param origin how the file was made (program, date, layout), by name
 */
public record TableSchema(
    FileFormat format,
    String charset,
    long rows,
    String label,
    List<Variable> variables,
    Map<String, String> origin) {

  public TableSchema {
    variables = List.copyOf(variables);
    origin = Collections.unmodifiableMap(new LinkedHashMap<>(origin));
  }

  /** The names of the variables, in order. */
  List<String> names() {
    return variables.stream().map(Variable::name).toList();
  }

  TableSchema withRows(long counted) {
    return new TableSchema(format, charset, counted, label, variables, origin);
  }
}
