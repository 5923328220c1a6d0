package org.quipu.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.TestSpark;
import org.quipu.UserException;
import org.quipu.file.Fixtures;
import org.quipu.file.Source;

class FileTablesTest {
  private static final StructType COLUMNS =
      new StructType()
          .add("year", DataTypes.IntegerType)
          .add("caseid", DataTypes.StringType)
          .add("weight", DataTypes.DoubleType)
          .add("region", DataTypes.IntegerType);

  @TempDir Path folder;

  @Test
  void bringsFilesOfDifferentYearsTogether() throws IOException {
    Path plain = Files.writeString(folder.resolve("REC0111.csv"), "CASEID,V005\n1 1, 2.5\n1 2,\n");
    Path zip = folder.resolve("786-Modulo1631.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      entries.putNextEntry(new ZipEntry("Modulo1631/rec0111.CSV"));
      entries.write("v005v;CaseId;V024\n\"3,5\";9 9;25\n".getBytes(StandardCharsets.UTF_8));
    }

    List<Row> rows =
        FileTables.read(
                TestSpark.session(),
                List.of(
                    FileTables.Input.of(Source.file(plain))
                        .constant("year", 2017)
                        .rename("weight", "V005"),
                    FileTables.Input.of(new Source(zip.toString(), "Modulo1631/rec0111.CSV"))
                        .constant("year", 2022)
                        .rename("weight", "V005V")
                        .rename("region", "V024")),
                COLUMNS)
            .collectAsList();

    assertThat(rows)
        .containsExactly(
            RowFactory.create(2017, "1 1", 2.5, null),
            RowFactory.create(2017, "1 2", null, null),
            RowFactory.create(2022, "9 9", 3.5, 25));
  }

  @Test
  void anErrorInATaskNamesTheFileAndRow() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "caseid,weight\n1,2\n2,x\n");

    assertThatThrownBy(
            () ->
                FileTables.read(
                        TestSpark.session(),
                        List.of(FileTables.Input.of(Source.file(file))),
                        COLUMNS)
                    .collectAsList())
        .isInstanceOf(SparkException.class)
        .cause()
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll(file.toString(), "row 2", "weight", "found text", "a number");
  }

  @Test
  void readsDatesAndTakesBlankTextsForNone() {
    StructType columns =
        new StructType()
            .add("fecha", DataTypes.DateType)
            .add("MOMENTO", DataTypes.TimestampNTZType)
            .add("entero", DataTypes.LongType)
            .add("t255", DataTypes.StringType);

    List<Row> rows =
        FileTables.read(
                TestSpark.session(),
                List.of(FileTables.Input.of(Fixtures.source("haven-byte.sav"))),
                columns)
            .selectExpr("string(fecha)", "string(momento)", "entero", "substring(t255, 1, 2)")
            .collectAsList();

    assertThat(rows.get(1))
        .isEqualTo(RowFactory.create("1582-10-15", "1960-01-01 00:00:00", -100L, "b"));
    assertThat(rows.get(2)).isEqualTo(RowFactory.create(null, null, 151L, null));
  }
}
