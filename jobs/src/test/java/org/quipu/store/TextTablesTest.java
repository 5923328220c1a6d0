package org.quipu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTablesTest {
  private record Row(String name, Integer n, double value, double small) {}

  private static final Table<Row> TABLE = new Table<>("rows", Row.class);

  @Test
  void numbersStandToTheRightAndMissingOnesAreEmpty() {
    List<Row> rows =
        List.of(
            new Row("Áncash", 12, 648.86805559, 0.0123456789), new Row(null, null, Double.NaN, 1));

    assertThat(
            TextTables.text(TABLE, rows, List.of("name", "n", "value", "small"), TextTables.DIGITS))
        .isEqualTo(
            """
            name     n     value     small
            Áncash  12  648.8681  0.012346
                                  1.000000
            """);
  }

  @Test
  void theDigitsAreThoseOfTheLargestNumberOfAColumn() {
    List<Row> rows =
        List.of(new Row("a", 1, 648.86805559, 0.0123456789), new Row("b", 2, 9.5, 0.5));

    assertThat(TextTables.text(TABLE, rows, List.of("value", "small"), 4))
        .isEqualTo(
            """
            value  small
            648.9  0.012
              9.5  0.500
            """);
  }

  @Test
  void longTablesEndWithWhatIsLeft() {
    List<Row> rows = Collections.nCopies(61, new Row("a", 1, 2, 3e9 + 0.5));

    assertThat(TextTables.text(TABLE, rows, List.of("value", "small"), TextTables.DIGITS).lines())
        .hasSize(62)
        .contains("value         small", "    2  3000000000.5", "… and 1 more rows");
  }
}
