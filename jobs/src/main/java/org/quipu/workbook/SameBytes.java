package org.quipu.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A workbook without the time at which it was written: its properties say when its tables were
 * made, and the entries of its zip say nothing.
 */
final class SameBytes {
  private static final String PROPERTIES = "docProps/core.xml";
  private static final String CREATED = "(<dcterms:created[^>]*>)[^<]*";

  /** The first time that a zip can tell. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private SameBytes() {}

  /**
   * The bytes of a workbook.
   *
   * @param created an ISO 8601 instant
   */
  static byte[] of(Path workbook, String created) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile from = new ZipFile(workbook.toFile());
        ZipOutputStream to = new ZipOutputStream(bytes)) {
      List<? extends ZipEntry> entries = Collections.list(from.entries());
      for (ZipEntry entry : entries) {
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTimeLocal(NO_TIME);
        to.putNextEntry(same);
        try (InputStream in = from.getInputStream(entry)) {
          if (entry.getName().equals(PROPERTIES)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            to.write(text.replaceFirst(CREATED, "$1" + created).getBytes(StandardCharsets.UTF_8));
          } else {
            in.transferTo(to);
          }
        }
        to.closeEntry();
      }
    }

    return bytes.toByteArray();
  }
}
