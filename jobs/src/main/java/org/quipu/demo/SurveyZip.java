package org.quipu.demo;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A module's zip with the names and layout of INEI's portal, marked as synthetic. */
final class SurveyZip {
  private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private SurveyZip() {}

  /**
   * @param folder the folder inside the zip
   * @param extension of the files, in the letter case of the year
   */
  static void write(
      Path zip, String folder, String extension, CsvForm form, List<ModuleFile<?>> files)
      throws IOException {
    try (ZipOutputStream out =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(zip)))) {
      start(out, SyntheticEndes.MARK);
      out.write(SyntheticEndes.MARK_TEXT.getBytes(StandardCharsets.UTF_8));
      for (ModuleFile<?> file : files) {
        start(out, folder + "/" + file.name() + extension);
        write(out, form, file);
      }
    }
  }

  private static void write(ZipOutputStream out, CsvForm form, ModuleFile<?> file)
      throws IOException {
    Writer writer = new BufferedWriter(encoded(out, form.charset()), 1 << 16);
    if (form.byteOrderMark()) {
      writer.write('\uFEFF');
    }

    file.number(SyntheticEndes.MARK_COLUMN, row -> 1);
    file.write(form, writer);
    writer.flush();
  }

  private static Writer encoded(ZipOutputStream out, Charset charset) {
    return new OutputStreamWriter(out, charset);
  }

  private static void start(ZipOutputStream out, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    out.putNextEntry(entry);
  }
}
