package org.quipu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.TestSpark;
import org.quipu.file.Source;
import org.quipu.file.TableFile;
import org.quipu.file.TableReader;

/**
 * Files in the form in which INEI's portal delivers those of 2025: the zip's folder has the number
 * of another survey, PDF documents lie beside the tables, and these are delimited text with a byte
 * order mark, a single blank for a missing value, CASEID in lower case as the last column, and keys
 * without leading blanks. The women are those of a SAV file of 2019, so that all must match.
 */
class FilesOf2025Test {
  private static final List<String> COLUMNS =
      List.of("V001", "V005", "V012", "V022", "V024", "V025", "V044", "CASEID", "HHID");
  private static final int CASEID = COLUMNS.indexOf("CASEID");
  private static final int HHID = COLUMNS.indexOf("HHID");
  private static final int WOMEN = 200;

  @TempDir static Path dir;
  private static CommandRun ingest;

  @BeforeAll
  static void ingestBothForms() throws IOException {
    Path endes = dir.resolve("endes");
    Path sav = Files.createDirectories(endes.resolve("691-Modulo66")).resolve("REC0111.SAV");
    try (InputStream file = FilesOf2025Test.class.getResourceAsStream("/endes/REC0111.sav")) {
      Files.copy(file, sav);
    }

    StringJoiner women = new StringJoiner("\n", "\uFEFF", "\n");
    women.add("ID1,V001,V005,V012,V022,V024,V025,V044,V106,caseid");
    StringJoiner households = new StringJoiner("\n", "\uFEFF", "\n");
    households.add("ID1;HHID;SHPROVIN;HV270;HV271");
    try (TableReader table = TableFile.open(Source.file(sav), COLUMNS)) {
      while (table.next()) {
        StringJoiner woman = new StringJoiner(",").add("2025");
        for (int column = 0; column < CASEID; column++) {
          woman.add(table.text(column));
        }

        women.add(woman.add(" ").add(table.text(CASEID).strip()).toString());
        households.add("2025;" + table.text(HHID).strip() + "; ;4;-.156810852906878");
      }
    }

    writeZip(endes, "1631", "REC0111_2025.csv", women.toString());
    writeZip(endes, "1630", "RECH23_2025.csv", households.toString());
    ingest = CommandRun.of("ingest", "--endes", endes, "--store", dir.resolve("store")).succeeds();
  }

  @Test
  void theYearIsThatOfTheZipAndNotOfTheFolderInIt() {
    assertThat(ingest.err()).contains("women of 2019: 200", "women of 2025: 200");
  }

  @Test
  void keysWithoutLeadingBlanksAreThoseOfSavFiles() {
    String[] columns = {"cluster", "dwelling", "household", "line", "weight", "stratum", "age"};

    assertThat(women(2019).selectExpr(columns).intersect(women(2025).selectExpr(columns)).count())
        .isEqualTo(WOMEN);
  }

  @Test
  void householdsWithoutLeadingBlanksFindTheirWomen() {
    assertThat(women(2025).where("wealth = '4'").count()).isEqualTo(WOMEN);
    assertThat(women(2025).where("province is null and education is null").count())
        .as("blanks")
        .isEqualTo(WOMEN);
  }

  private static Dataset<Row> women(int year) {
    return TestSpark.session()
        .read()
        .parquet(dir.resolve("store/women").toString())
        .where("year = " + year);
  }

  private static void writeZip(Path folder, String module, String name, String text)
      throws IOException {
    Path file = folder.resolve("1038-Modulo" + module + ".zip");
    String inside = "1036-Modulo" + module + "/";
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(inside));
      zip.putNextEntry(new ZipEntry(inside + "FICHA_TECNICA_ENDES 2025.pdf"));
      zip.write("%PDF-1.7".getBytes(UTF_8));
      zip.putNextEntry(new ZipEntry(inside + name));
      zip.write(text.getBytes(UTF_8));
      zip.putNextEntry(new ZipEntry(inside + "Diccionario - " + name.substring(0, 6) + ".pdf"));
      zip.write("%PDF-1.7".getBytes(UTF_8));
    }
  }
}
