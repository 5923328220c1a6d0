package org.quipu.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.quipu.UserException;

/**
 * Opens tables of any format: SPSS, Stata 117 to 119, Parquet and delimited text. The first bytes
 * of a file decide its format, not its name: a Stata file named {@code .sav} is read as Stata. A
 * file of any other kind, an empty one, and one that is damaged or cut short end with a {@link
 * UserException} that names the file and what was found and expected.
 */
public final class TableFile {
  private static final int FIRST = 1 << 12;
  private static final Set<String> BINARY = Set.of("sav", "zsav", "dta", "parquet");

  private TableFile() {}

  /** Opens a table with all its columns. */
  public static TableReader open(Source source) {
    return open(source, null);
  }

  /**
   * Opens a table for some of its columns.
   *
   * @param columns their names in the order of the reader's columns; where the file has none of a
   *     name, the one that differs from it in letter case only is taken, and where it has none of
   *     these either, the column is missing in every row
   * @throws UserException where several columns differ in letter case only from a name
   */
  public static TableReader open(Source source, Collection<String> columns) {
    return switch (format(source)) {
      case SPSS -> SavReader.open(source, columns);
      case STATA -> DtaReader.open(source, columns);
      case DELIMITED -> DelimitedReader.open(source, columns);
      case PARQUET -> ParquetReader.open(source, columns);
    };
  }

  /**
   * The schema of a table, completed by reading the whole file: the number of rows, and which
   * columns of a delimited text are numbers.
   */
  public static TableSchema describe(Source source) {
    try (TableReader table = open(source)) {
      return TableScan.complete(table);
    }
  }

  /**
   * The format of a file by its first bytes.
   *
   * @throws UserException where it is none of the known formats
   */
  public static FileFormat format(Source source) {
    byte[] first;
    try (InputStream in = source.open()) {
      first = in.readNBytes(FIRST);
    } catch (IOException e) {
      throw source.unreadable(e);
    }

    FileFormat binary = binaryFormat(first);
    if (binary != null) {
      return binary;
    }

    if (first.length == 0) {
      throw UserException.input(
          source.name(), "an empty file", "a table", "Copy or download it again.");
    }

    String name = source.fileName().toLowerCase(Locale.ROOT);
    String extension = name.substring(name.lastIndexOf('.') + 1);
    boolean isText =
        !BINARY.contains(extension)
            && !startsWith(first, "<")
            && !startsWith(first, "%PDF")
            && hasNoZero(first);
    if (!isText) {
      throw UserException.input(
          source.name(),
          "a file that begins with '" + beginning(first) + "'" + guess(first),
          "SPSS ($FL2, $FL3), Stata 117 to 119 (<stata_dta>), Parquet or delimited text",
          "Save or download it as one of these.");
    }

    return FileFormat.DELIMITED;
  }

  /** The binary format that these first bytes belong to; null for all other files. */
  static FileFormat binaryFormat(byte[] first) {
    if (startsWith(first, "$FL2") || startsWith(first, "$FL3")) {
      return FileFormat.SPSS;
    }

    if (startsWith(first, "<stata_dta>")) {
      return FileFormat.STATA;
    }

    return startsWith(first, "PAR1") ? FileFormat.PARQUET : null;
  }

  private static String guess(byte[] first) {
    if (startsWith(first, "PK")) {
      return ", a zip or a workbook";
    }

    if (first[0] >= 0x69 && first[0] <= 0x73 && first.length > 1 && first[1] <= 2) {
      return ", Stata 12 or older";
    }

    if (startsWith(first, "<")) {
      return ", a web page";
    }

    if (startsWith(first, "%PDF")) {
      return ", a PDF";
    }

    int mark = first.length > 1 ? (first[0] & 0xff) << 8 | (first[1] & 0xff) : 0;
    if (mark == 0xfeff || mark == 0xfffe) {
      return ", text in UTF-16";
    }

    return hasNoZero(first) ? "" : " and holds zero bytes";
  }

  /** The first bytes of the first line; what follows may be values, which are not told. */
  private static String beginning(byte[] first) {
    int length = 0;
    while (length < Math.min(12, first.length) && first[length] != '\n' && first[length] != '\r') {
      length++;
    }

    return ByteInput.printable(new String(first, 0, length, StandardCharsets.ISO_8859_1));
  }

  private static boolean hasNoZero(byte[] first) {
    for (byte value : first) {
      if (value == 0) {
        return false;
      }
    }

    return true;
  }

  private static boolean startsWith(byte[] first, String ascii) {
    byte[] wanted = ascii.getBytes(StandardCharsets.US_ASCII);
    return first.length >= wanted.length
        && Arrays.equals(first, 0, wanted.length, wanted, 0, wanted.length);
  }
}
