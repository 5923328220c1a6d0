package org.quipu.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.UserException;

class DelimitedReaderTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b,c\n1,2,x\n3,,y\n",
        "a;b;c\r\n1;2;x\r\n3;;y",
        "a\tb\tc\r1\t2\tx\r3\tNA\ty\r",
        "\"a\",\"b\",\"c\"\n\"1\",\"2\",\"x\"\n\"3\",NA,\"y\"\n",
        " a , b , c \n\n 1 , 2 , x \n  \n 3 , . , y \n",
        "\ufeffa;b;c\n1;2;x\n3;\"\";y\n",
        "a;b;c\n\" 1 \";\" 2\";\"x \"\n3; ;y\n",
        "a,b,c\r\n1,2,x\n3,,y\r\n\u001a",
      })
  void readsTheSameTableHoweverWritten(String text) {
    assertThat(rows(text))
        .containsExactly(List.of("a", "b", "c"), List.of("1", "2", "x"), row("3", null, "y"));
  }

  @Test
  void valuesInQuotesHoldAnything() {
    assertThat(rows("a,b\n\"1,5;\t\",\"say \"\"no\"\"\nor not\"\r\n\"\",z\n"))
        .containsExactly(List.of("a", "b"), List.of("1,5;", "say \"no\"\nor not"), row(null, "z"));
  }

  @Test
  void aQuoteWithinAValueIsAQuote() {
    assertThat(rows("a,b\n5\" x,6\n")).contains(List.of("5\" x", "6"));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, UTF-8", "windows-1252, windows-1252", "ISO-8859-1, windows-1252"})
  void findsTheCharsetByLooking(String written, String found) throws IOException {
    String filler = "x,1\n".repeat(40_000);
    Path late = file("late.csv", "name,n\n" + filler + "José Ñáñez,2\n", written);
    Path early = file("early.csv", "año,n\nJosé,2\n", written);

    try (TableReader table = TableFile.open(Source.file(early))) {
      assertThat(table.schema().charset()).isEqualTo(found);
      assertThat(table.columns()).containsExactly("año", "n");
      assertThat(table.next()).isTrue();
      assertThat(table.text(0)).isEqualTo("José");
    }

    try (TableReader table = TableFile.open(Source.file(late), List.of("NAME"))) {
      String last = null;
      while (table.next()) {
        last = table.text(0);
      }

      assertThat(last).isEqualTo("José Ñáñez");
    }

    assertThat(TableFile.describe(Source.file(late)).charset()).isEqualTo(found);
    assertThat(TableFile.describe(Source.file(late)).rows()).isEqualTo(40_001);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,b | 1.5 | 1.5",
        "a,b | -1e3 | -1000",
        "a,b | +7 | 7",
        "a,b | 1234567890123456 | 1234567890123456",
        "a,b | \"4,146\" | 4146",
        "a,b | \"1,234,567.5\" | 1234567.5",
        "a,b | \"-77,0428\" | -77.0428",
        "a,b | Inf | Infinity",
        "a;b | 4,146 | 4.146",
        "a;b | -,5 | -0.5",
        "a;b | 1.234,5 | 1234.5",
        "a;b | 1,234,567 | 1234567",
        "a;b | 2,5E-3 | 0.0025",
      })
  void numbersOfAnyLanguage(String heading, String text, double value) throws IOException {
    String delimiter = heading.substring(1, 2);
    Path file = file("n.csv", heading + "\n" + text + delimiter + "x\n", "UTF-8");

    try (TableReader table = TableFile.open(Source.file(file))) {
      assertThat(table.next()).isTrue();
      assertThat(table.number(0)).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "1d", "0x1p3", "1 2", "--1", "1.2.3", "2020-01-01", "NaN"})
  void whatIsNoNumberIsRefused(String text) throws IOException {
    Path file = file("n.csv", "a,b\n1,1\n" + text + ",1\n", "UTF-8");

    try (TableReader table = TableFile.open(Source.file(file))) {
      assertThat(table.next()).isTrue();
      assertThat(table.next()).isTrue();
      assertThatThrownBy(() -> table.number(0))
          .isInstanceOf(UserException.class)
          .hasMessageContainingAll("n.csv, row 2, column a", "found text", "a number")
          .message()
          .doesNotContain("'" + text);
    }
  }

  @Test
  void headingsAreMadeDistinct() {
    assertThat(rows(",x,x,\n1,2,3,4\n").get(0)).containsExactly("column_1", "x", "x_2", "column_4");
  }

  @Test
  void aZeroByteIsNoText() {
    assertThatThrownBy(() -> rows("a,b\n" + "1,2\n".repeat(2000) + "3,4\0\n"))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("t.csv, line 2002", "a zero byte", "UTF-8 or windows-1252");
    assertThatThrownBy(() -> rows("a,b\n3,4\0\n"))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("t.csv", "'a,b' and holds zero bytes", "delimited text");
  }

  @Test
  void headingsThatRepeatMayMeetThoseThatAreThere() {
    assertThat(rows("x,x_2,X,x\n1,2,3,4\n").get(0)).containsExactly("x", "x_2", "X", "x_3");
    assertThat(rows(",column_1,\n1,2,3\n").get(0))
        .containsExactly("column_1", "column_1_2", "column_3");
  }

  @Test
  void aDelimiterAtTheEndOfALineIsNoValue() {
    assertThat(rows("a;b\n1;2;\n3;4\n5;6; \n;;\n"))
        .containsExactly(
            List.of("a", "b"),
            List.of("1", "2"),
            List.of("3", "4"),
            List.of("5", "6"),
            row(null, null));
    assertThat(rows("a;b;\n1;2;\n"))
        .containsExactly(List.of("a", "b", "column_3"), row("1", "2", null));
  }

  @ParameterizedTest
  @CsvSource({
    "'a,b\n1,2,\"\"\n', 'line 2', '3 values', '2, as there are headings'",
    "'a,b\n1,2,,\n', 'line 2', '4 values', '2, as there are headings'",
    "'a,b\n1,2,3\n', 'line 2', '3 values', '2, as there are headings'",
    "'a,b\n1,2\n3\n', 'line 3', '1 values', '2, as there are headings'",
    "'a,b\n\"1\n\",2\n3,4,5\n', 'line 4', '3 values', '2, as there are headings'",
    "'a,b\n1,\"2\n3,4\n', 'line 2', 'a quoted value that is never closed', 'a closing quote'",
    "'a,b\n1,\"2\"x\n', 'line 2', 'text after the quote', 'the delimiter '','' or the end'",
  })
  void aBrokenLineIsNamed(String text, String line, String found, String expected) {
    assertThatThrownBy(() -> rows(text))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("t.csv", line, found, expected);
  }

  @Test
  void aTableOfOneColumnKeepsItsEmptyValues() throws IOException {
    Path file = folder.resolve("one.csv");
    try (CsvWriter csv = CsvWriter.create(file, List.of("a"))) {
      csv.row(List.of("1"));
      csv.row(Arrays.asList((String) null));
      csv.row(List.of("3"));
      csv.commit();
    }

    assertThat(rows(Files.readString(file)))
        .containsExactly(List.of("a"), List.of("1"), row((String) null), List.of("3"));
  }

  private List<List<String>> rows(String text) {
    try (TableReader table = TableFile.open(Source.file(file("t.csv", text, "UTF-8")))) {
      List<List<String>> rows = new ArrayList<>();
      rows.add(table.columns());
      while (table.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
          row.add(table.text(i));
        }

        rows.add(row);
      }

      return rows;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Path file(String name, String text, String charset) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(Charset.forName(charset)));
  }

  private static List<String> row(String... values) {
    return Arrays.asList(values);
  }

  @Test
  void theBytesOfAMarkAreNoPartOfAName() throws IOException {
    byte[] text = "\ufeffUBIGEO\n010101\n".getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(folder.resolve("m.csv"), text);

    try (TableReader table = TableFile.open(Source.file(file), List.of("ubigeo"))) {
      assertThat(table.has(0)).isTrue();
      assertThat(table.next()).isTrue();
      assertThat(table.text(0)).isEqualTo("010101");
    }
  }
}
