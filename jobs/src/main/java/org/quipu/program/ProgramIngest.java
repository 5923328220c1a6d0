package org.quipu.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.quipu.UserException;
import org.quipu.file.Source;
import org.quipu.file.Sources;
import org.quipu.file.TextTable;
import org.quipu.store.ProgramConflictRow;
import org.quipu.store.ProgramRow;
import org.quipu.store.RecordSource;
import org.quipu.store.Table;

/**
 * Records of programmes from files and folders: the ministry's records of its services and the long
 * layout, which are recognized by their headings.
 *
 * @param rows the figures, one a row
 * @param conflicts each disagreement of place columns, and where the record was put
 * @param notes a line for each file and each thing a user should know
 */
public record ProgramIngest(
    List<ProgramRow> rows, List<ProgramConflictRow> conflicts, List<String> notes) {

  /** The records of the two source documents, as {@code data} names them. */
  private static final List<String> SHIPPED =
      List.of("programs/pasco-2023.csv", "programs/prevenir-para-proteger.csv");

  private static final Set<String> EXTENSIONS = Set.of("csv", "tsv", "txt");

  /**
   * Reads files, and all CSV files of folders. A file that is named must be one of records; one is
   * only found in a folder may be something else, and is noted. Figures of {@link #shipped} are
   * left out, so that both can be combined.
   */
  public static ProgramIngest read(List<Path> paths) {
    List<RecordFile> read = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    List<String> notes = new ArrayList<>();
    for (Path path : paths) {
      int before = read.size();
      for (Path file : filesOf(path)) {
        if (!seen.add(file)) {
          continue;
        }

        TextTable table = TextTable.read(Source.file(file));
        if (table.rows().isEmpty()) {
          throw UserException.input(
              file.toString(), "columns and no rows", "a record a row", "Copy the file again.");
        }

        if (LongLayout.recognises(table)) {
          read.add(LongLayout.read(table));
        } else if (ServiceRecords.recognises(table)) {
          read.add(ServiceRecords.read(table));
        } else if (Files.isDirectory(path)) {
          notes.add(file + ": no programme records, left out");
        } else {
          throw notRecords(file.toString(), "the headings " + String.join(", ", table.headings()));
        }
      }

      if (read.size() == before && Files.isDirectory(path)) {
        throw notRecords(path.toString(), "no file of programme records");
      }
    }

    return assemble(read, notes);
  }

  /**
   * Records to load into a store; those of the two source documents always belong to them.
   *
   * @param paths files and folders; none for those of the two documents alone
   */
  public static RecordSource source(List<Path> paths) {
    return paths.isEmpty()
        ? RecordSource.standIn(Table.PROGRAMS, SHIPPED, target -> write(target, read(List.of())))
        : RecordSource.named(
            Table.PROGRAMS, files(paths), SHIPPED, target -> write(target, read(paths)));
  }

  private static void write(RecordSource.Target target, ProgramIngest read) throws IOException {
    List<ProgramRow> rows = new ArrayList<>(shipped());
    rows.addAll(read.rows);
    read.notes.forEach(target.progress()::progress);
    target.write(Table.PROGRAMS, rows, read.notes);
    target.write(Table.PROGRAM_CONFLICTS, read.conflicts, List.of());
  }

  /** The files that {@link #read} looks into, each once. */
  private static List<Path> files(List<Path> paths) {
    return paths.stream().flatMap(path -> filesOf(path).stream()).distinct().toList();
  }

  /** The figures of the two source documents, which ship with Quipu. */
  public static List<ProgramRow> shipped() {
    return shippedFiles().stream().flatMap(file -> file.rows().stream()).toList();
  }

  private static List<RecordFile> shippedFiles() {
    return SHIPPED.stream().map(TextTable::shipped).map(LongLayout::read).toList();
  }

  private static ProgramIngest assemble(List<RecordFile> read, List<String> notes) {
    Set<String> messages = new LinkedHashSet<>();
    for (RecordFile file : read) {
      messages.add(
          String.format(
              Locale.ROOT,
              "%s: %s, %,d records, %,d figures",
              RecordFile.fileName(file.name()),
              file.kind(),
              file.records(),
              file.rows().size()));
      file.notes().forEach(note -> messages.add("  " + note));
    }

    Overlaps overlaps = Overlaps.resolve(shippedFiles(), read);
    messages.addAll(overlaps.notes());
    messages.addAll(notes);
    return new ProgramIngest(
        overlaps.rows(),
        read.stream().flatMap(file -> file.conflicts().stream()).toList(),
        List.copyOf(messages));
  }

  private static List<Path> filesOf(Path path) {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }

    if (!Files.isDirectory(path)) {
      throw UserException.input(
          path.toString(), "nothing", "a file or folder of records", "Check the path.");
    }

    return Sources.files(path).stream().filter(ProgramIngest::isText).toList();
  }

  private static boolean isText(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static UserException notRecords(String where, String found) {
    return UserException.input(
        where,
        found,
        "the ministry's records (YEAR or AÑO, DEPARTMENT or DEPARTAMENTO, and figures such as N° DE"
            + " PERSONAS INFORMADAS Y SENSIBILIZADAS - TOTAL) or the long layout (year, region,"
            + " measure, value), as CSV",
        "Save spreadsheets as CSV and check the headings.");
  }
}
