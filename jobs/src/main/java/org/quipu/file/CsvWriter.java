package org.quipu.file;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes one CSV file: RFC 4180, UTF-8 without a byte order mark, separated by commas. The file
 * appears under its name on {@link #commit}, when it is complete; if the writer is closed without
 * it, no file is left.
 */
public final class CsvWriter implements Closeable {
  private final Path file;
  private final Path draft;
  private final BufferedWriter out;
  private boolean committed;

  private CsvWriter(Path file, Path draft) throws IOException {
    this.file = file;
    this.draft = draft;
    this.out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8);
  }

  /** Opens a file and writes its header; creates the folder if needed. */
  public static CsvWriter create(Path file, List<String> header) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    CsvWriter writer = new CsvWriter(file, Drafts.beside(file.toAbsolutePath()));
    writer.row(header);
    return writer;
  }

  /** Writes one row; null is an empty value. */
  public void row(List<String> values) throws IOException {
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        out.write(',');
      }

      String value = values.get(i);
      if (value != null && !value.isEmpty()) {
        out.write(quoted(value));
      } else if (values.size() == 1) {
        // Most readers skip empty lines.
        out.write("\"\"");
      }
    }

    out.write("\r\n");
  }

  /** The value as written in CSV, quoted only where necessary. */
  static String quoted(String value) {
    boolean plain =
        value.indexOf(',') < 0
            && value.indexOf('"') < 0
            && value.indexOf('\n') < 0
            && value.indexOf('\r') < 0;
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  /** Moves the complete file into place, replacing an older one. */
  public void commit() throws IOException {
    out.close();
    Drafts.commit(draft, file);
    committed = true;
  }

  @Override
  public void close() throws IOException {
    if (!committed) {
      out.close();
      Files.deleteIfExists(draft);
    }
  }
}
