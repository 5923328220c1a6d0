package org.quipu.program;

import java.util.List;
import org.quipu.store.ProgramConflictRow;
import org.quipu.store.ProgramRow;

/**
 * One file of programme records.
 *
 * @param name the file
 * @param kind the measure of its main figure, or {@code long layout}
 * @param records rows of the file
 * @param rows figures of the file: several a record
 * @param notes what a user should know of the file
 */
record RecordFile(
    String name,
    String kind,
    int records,
    List<ProgramRow> rows,
    List<ProgramConflictRow> conflicts,
    List<String> notes) {

  /** The file without its folders, which do not belong in a published table. */
  static String fileName(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
