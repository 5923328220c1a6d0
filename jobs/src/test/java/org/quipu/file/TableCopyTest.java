package org.quipu.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quipu.TestSpark;
import org.quipu.UserException;

class TableCopyTest {
  @TempDir Path folder;

  static List<String> files() {
    return Fixtures.names();
  }

  @ParameterizedTest
  @MethodSource("files")
  void parquetHoldsTheSameTable(String name) throws IOException {
    Path copy = folder.resolve("copy.parquet");

    long rows = TableCopy.toParquet(Fixtures.source(name), copy, "1.2.3");

    try (TableReader original = TableFile.open(Fixtures.source(name));
        TableReader table = TableFile.open(Source.file(copy))) {
      TableSchema before = original.schema();
      TableSchema after = table.schema();
      assertThat(rows).isEqualTo(before.rows());
      assertThat(after.rows()).isEqualTo(before.rows());
      assertThat(after.format()).isEqualTo(FileFormat.PARQUET);
      assertThat(after.label()).isEqualTo(before.label());
      assertThat(after.variables()).isEqualTo(before.variables());
      assertThat(after.origin())
          .containsEntry("made from", name)
          .containsEntry("SHA-256", Fixtures.source(name).sha256())
          .containsEntry("by", "quipu 1.2.3")
          .containsAllEntriesOf(before.origin());
      while (original.next()) {
        assertThat(table.next()).isTrue();
        for (int i = 0; i < before.variables().size(); i++) {
          assertThat(table.text(i)).isEqualTo(original.text(i));
        }
      }

      assertThat(table.next()).isFalse();
    }

    assertThat(listing()).containsExactly("copy.parquet");
  }

  @ParameterizedTest
  @MethodSource("files")
  void csvHoldsTheSameValues(String name) {
    Path copy = folder.resolve("copy.csv");

    long rows = TableCopy.toCsv(Fixtures.source(name), copy);

    try (TableReader original = TableFile.open(Fixtures.source(name));
        TableReader table = TableFile.open(Source.file(copy))) {
      assertThat(table.columns()).isEqualTo(original.columns());
      assertThat(rows).isEqualTo(original.schema().rows());
      while (original.next()) {
        assertThat(table.next()).isTrue();
        for (int i = 0; i < original.columns().size(); i++) {
          String text = original.text(i);
          assertThat(table.text(i)).isEqualTo(text == null || text.isBlank() ? null : text.strip());
        }
      }

      assertThat(table.next()).isFalse();
    }
  }

  @Test
  void csvKeepsLeadingBlanksAndDropsTrailingOnes() throws IOException {
    Path copy = folder.resolve("copy.csv");

    TableCopy.toCsv(Fixtures.source("haven-byte.sav"), copy);

    assertThat(Files.readString(copy))
        .contains("\r\n      003700801 12,Áncash,b,")
        .contains("\r\n x,Junín,,,,");
  }

  @Test
  void textBecomesNumbersWhereAllOfAColumnAre() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.csv"),
            "UBIGEO;PESO;EDAD;ID\n010101;0,12345678901234568;15;1234567890123456\n;NA;.;1\n");

    TableCopy.toParquet(Source.file(file), folder.resolve("a.parquet"), "1");
    TableCopy.toCsv(Source.file(file), folder.resolve("b.csv"));

    try (TableReader table = TableFile.open(Source.of(folder.resolve("a.parquet").toString()))) {
      assertThat(table.schema().variables())
          .extracting(Variable::type)
          .containsExactly(
              VariableType.TEXT, VariableType.NUMBER, VariableType.NUMBER, VariableType.TEXT);
      assertThat(table.next()).isTrue();
      assertThat(table.number(1)).isEqualTo(0.12345678901234568);
      assertThat(table.next()).isTrue();
      assertThat(table.isMissing(2)).isTrue();
    }

    assertThat(folder.resolve("b.csv"))
        .hasContent(
            "UBIGEO,PESO,EDAD,ID\r\n010101,0.12345678901234568,15,1234567890123456\r\n,,,1\r\n");
  }

  @Test
  void sparkReadsTypesLabelsAndMissingValues() {
    Path copy = folder.resolve("copy.parquet");
    TableCopy.toParquet(Fixtures.source("haven-zlib.zsav"), copy, "1");

    Dataset<Row> table = TestSpark.session().read().parquet(copy.toString());

    StructType schema = table.schema();
    assertThat(schema.apply("fecha").dataType().typeName()).isEqualTo("date");
    assertThat(schema.apply("momento").dataType().typeName()).isEqualTo("timestamp_ntz");
    Metadata metadata = schema.apply("discretos").metadata();
    assertThat(metadata.getString("comment")).isEqualTo("Pregunta con tilde: ¿qué pasó?");
    assertThat(metadata.getMetadata("labels").getString("9")).isEqualTo("No sabe");
    Row row =
        table.selectExpr("fecha", "string(momento)", "discretos", "hora").collectAsList().get(0);
    assertThat(row.get(0)).hasToString("2020-02-29");
    assertThat(row.get(1)).isEqualTo("2020-03-01 13:45:10");
    assertThat(row.getDouble(2)).isEqualTo(1);
    assertThat(row.getString(3)).isEqualTo("00:00:01");
    assertThat(table.where("discretos is null").count()).isEqualTo(2);
  }

  @Test
  void readsWhatSparkWrites() {
    String file = folder.resolve("spark").toString();
    TestSpark.session()
        .sql(
            "select cast(id as int) i, id l, cast(id as float) f, id = 1 b, cast(id / 4 as"
                + " decimal(9,2)) d, cast(id / 4 as decimal(30,2)) e, date'2020-02-29' day,"
                + " timestamp_ntz'2020-02-29 10:11:12.5' moment, if(id = 1, null, 'ñ') t, array(id)"
                + " a from range(3)")
        .coalesce(1)
        .write()
        .parquet(file);

    Source part = Sources.under(file).get(0);
    try (TableReader table = TableFile.open(part)) {
      assertThat(table.schema().variables())
          .extracting(Variable::name)
          .containsExactly("i", "l", "f", "b", "d", "e", "day", "moment", "t");
      assertThat(table.schema().origin()).containsEntry("nested, not read", "a");
      assertThat(table.next()).isTrue();
      assertThat(table.next()).isTrue();
      assertThat(Stream.iterate(0, i -> i < 9, i -> i + 1).map(table::text))
          .containsExactly(
              "1", "1", "1", "1", "0.25", "0.25", "2020-02-29", "2020-02-29T10:11:12.5", null);
    }
  }

  @Test
  void aDamagedFileLeavesNothing() throws IOException {
    byte[] whole = Files.readAllBytes(Fixtures.path("haven-byte.sav"));
    Path cut = folder.resolve("cut.sav");
    Files.write(cut, Arrays.copyOf(whole, whole.length - 100));

    assertThatThrownBy(
            () -> TableCopy.toParquet(Source.file(cut), folder.resolve("p.parquet"), "1"))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("cut.sav, row 4", "4 rows, as its header says", "cut short");
    assertThatThrownBy(() -> TableCopy.toCsv(Source.file(cut), folder.resolve("p.csv")))
        .isInstanceOf(UserException.class);
    assertThat(listing()).containsExactly("cut.sav");
  }

  private List<String> listing() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aNameThatIsTooLongIsTheUsersError() throws IOException {
    String name = "x".repeat(250);
    Source source = Source.file(Files.writeString(folder.resolve(name + ".csv"), "a,b\n1,2\n"));
    Path parquet = folder.resolve("to").resolve(name + ".parquet");
    Path csv = folder.resolve("to").resolve(name + ".2.csv");

    assertThatThrownBy(() -> TableCopy.toParquet(source, parquet, "1"))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll(parquet.toString(), "cannot be written");
    assertThatThrownBy(() -> TableCopy.toCsv(source, csv))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll(csv.toString(), "cannot be written");
  }
}
