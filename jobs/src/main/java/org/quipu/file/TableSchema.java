package org.quipu.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file says of its table.
 *
 * @param format of the file
 * @param charset in which its texts are written
 * @param rows how many there are; −1 where only reading them all would tell
 * @param label of the whole table; empty where not said
 * @param variables its columns, in order
 * @param origin what the file says of its making (program, date, layout), by name
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
