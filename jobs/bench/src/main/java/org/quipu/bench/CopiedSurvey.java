package org.quipu.bench;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The demo's synthetic survey many times over, in the same files: the clusters, households and
 * women of each copy are its own, in the strata of the original.
 */
final class CopiedSurvey {
  /** Keys whose first six characters are blank: household, and woman. */
  private static final Set<String> KEYS = Set.of("HHID", "CASEID");

  private static final String BLANKS = " {6}";

  private static final Set<String> CLUSTERS = Set.of("HV001", "HV021", "V001", "V021");

  /** More than a year has clusters. */
  private static final int CLUSTERS_OF_A_YEAR = 10_000;

  private final int copies;

  private CopiedSurvey(int copies) {
    this.copies = copies;
  }

  /**
   * Writes the copies.
   *
   * @param arguments the demo's folder of surveys, the folder to write to, and how many copies
   */
  public static void main(String[] arguments) throws IOException {
    CopiedSurvey survey = new CopiedSurvey(Integer.parseInt(arguments[2]));
    Path to = Files.createDirectories(Path.of(arguments[1]));
    try (DirectoryStream<Path> zips = Files.newDirectoryStream(Path.of(arguments[0]), "*.zip")) {
      for (Path zip : zips) {
        survey.copyZip(zip, to.resolve(zip.getFileName()));
      }
    }
  }

  private void copyZip(Path from, Path to) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(from));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      out.setLevel(Deflater.BEST_SPEED);
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().endsWith(".txt")) {
          in.transferTo(out); // that the data are synthetic
        } else {
          copyRows(in, out);
        }
        out.closeEntry();
      }
    }
  }

  private void copyRows(ZipInputStream in, ZipOutputStream to) throws IOException {
    // One byte a character, so that all letters stay what they are.
    List<String> lines =
        new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).lines().toList();
    var out = new PrintWriter(new OutputStreamWriter(to, StandardCharsets.ISO_8859_1));
    String heading = lines.get(0);
    String separator = heading.indexOf(';') >= 0 ? ";" : ",";
    String[] columns = heading.replaceAll("^\u00ef\u00bb\u00bf|\"", "").split(separator, -1);
    out.print(heading + "\r\n");
    for (int copy = 0; copy < copies; copy++) {
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(separator, -1);
        for (int i = 0; i < cells.length; i++) {
          cells[i] = cellOf(copy, columns[i], cells[i]);
        }
        out.print(String.join(separator, cells) + "\r\n");
      }
    }
    out.flush();
  }

  private static String cellOf(int copy, String column, String cell) {
    if (copy > 0 && KEYS.contains(column)) {
      return cell.replaceFirst(BLANKS, String.format("%6d", copy));
    }
    if (CLUSTERS.contains(column)) {
      return Integer.toString(Integer.parseInt(cell) + copy * CLUSTERS_OF_A_YEAR);
    }

    return cell;
  }
}
