package org.quipu.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.UserException;

class TextTableTest {
  private static final Heading PEOPLE = Heading.of("POPULATION", "POBLACION");
  private static final Heading DISTRICT = Heading.of("DISTRITO");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"UTF-8, ''", "UTF-8, '\ufeff'", "windows-1252, ''"})
  void findsColumnsByTheWordsOfTheirHeadings(String charset, String mark) throws IOException {
    TextTable table =
        read(mark + "Población (n°);DISTRITO\n1 200;\"Áncash;\n  norte\"\n;NA\n", charset);

    assertThat(table.has(Heading.of("POBLACION N"))).isTrue();
    assertThat(table.has(PEOPLE)).isFalse();
    TextTable.Row first = table.rows().get(0);
    assertThat(first.text(Heading.of("POPULATION", "POBLACION N"))).isEqualTo("1 200");
    assertThat(first.text(DISTRICT)).isEqualTo("Áncash; norte");
    assertThat(first.hasLineBreak()).isTrue();
    assertThat(first.where(DISTRICT)).endsWith("t.csv row 2, column 'DISTRITO'");
    assertThat(table.rows().get(1).value(DISTRICT)).isEmpty();
    assertThat(table.rows().get(1).isEmpty()).isTrue();
  }

  @Test
  void theFirstNameThatIsThereCounts() throws IOException {
    TextTable table = read("POBLACION,POPULATION\n1,2\n", "UTF-8");

    assertThat(table.rows().get(0).text(PEOPLE)).isEqualTo("2");
    assertThat(table.rows().get(0).text(Heading.of("POBLACION"))).isEqualTo("1");
    assertThat(table.rows().get(0).text(DISTRICT)).isEmpty();
  }

  @Test
  void aWrongNumberIsNamedWithFileRowAndColumn() throws IOException {
    TextTable table = read("year,percent\n2017,\n2022.5,12x\n", "UTF-8");
    TextTable.Row wrong = table.rows().get(1);

    assertThat(table.rows().get(0).integer("year")).isEqualTo(2017);
    assertThat(table.rows().get(0).number("percent")).isNaN();
    assertThat(wrong.number("year")).isEqualTo(2022.5);
    assertThatThrownBy(() -> wrong.integer("year"))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("t.csv row 3, column 'year'", "'2022.5'", "a whole number");
    assertThatThrownBy(() -> wrong.number("percent"))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("t.csv row 3, column 'percent'", "'12x'", "a number");
    assertThatThrownBy(() -> table.rows().get(0).integer("percent"))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("row 2, column 'percent'", "a whole number");
  }

  @Test
  void aColumnThatCodeNamesMustBeThere() throws IOException {
    TextTable.Row row = read("year\n2017\n", "UTF-8").rows().get(0);

    assertThatThrownBy(() -> row.text("region"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("t.csv", "region", "year");
  }

  @Test
  void readsWhatShips() {
    TextTable table = TextTable.shipped("programs/interventions.csv");

    assertThat(table.name()).isEqualTo("data/programs/interventions.csv");
    assertThat(table.headings())
        .isEqualTo(List.of("strategy", "intervention", "region", "aim_es", "aim_en"));
    assertThat(table.rows().get(0).text("aim_es"))
        .startsWith("Con tres intervenciones y la participación de la comunidad, cambiar");
  }

  private TextTable read(String text, String charset) throws IOException {
    Path file = folder.resolve("t.csv");
    Files.write(file, text.getBytes(Charset.forName(charset)));
    return TextTable.read(Source.file(file));
  }
}
