package org.quipu.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quipu.SharedData;

/** Every value, label and missing value equals what R haven 2.5.1 reads. */
class HavenTest {
  private static final String MISSING = "<NA>";

  static List<String> files() {
    return Fixtures.names();
  }

  @ParameterizedTest
  @MethodSource("files")
  void values(String file) {
    List<List<String>> expected = Fixtures.lines(file + ".values.tsv");
    try (TableReader table = TableFile.open(Fixtures.source(file))) {
      assertThat(table.columns()).isEqualTo(expected.get(0));
      assertThat(table.schema().rows()).isEqualTo(expected.size() - 1);
      for (List<String> row : expected.subList(1, expected.size())) {
        assertThat(table.next()).isTrue();
        for (int i = 0; i < row.size(); i++) {
          assertValue(table, i, row.get(i));
        }
      }

      assertThat(table.next()).isFalse();
    }
  }

  private static void assertValue(TableReader table, int column, String expected) {
    String where = "row " + table.row() + ", " + table.columns().get(column);
    if (expected.equals(MISSING)) {
      assertThat(table.isMissing(column)).as(where).isTrue();
      assertThat(table.text(column)).as(where).isNull();
      if (table.schema().variables().get(column).type() != VariableType.TEXT) {
        assertThat(table.number(column)).as(where).isNaN();
      }
    } else if (table.schema().variables().get(column).type() == VariableType.NUMBER) {
      assertThat(table.number(column)).as(where).isEqualTo(Double.parseDouble(expected));
      assertThat(Double.parseDouble(table.text(column)))
          .as(where)
          .isEqualTo(Double.parseDouble(expected));
    } else {
      assertThat(table.text(column)).as(where).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void labels(String file) {
    try (TableReader table = TableFile.open(Fixtures.source(file))) {
      List<List<String>> found = new ArrayList<>();
      table.schema().variables().forEach(variable -> describe(variable, found));

      assertThat(found).isEqualTo(Fixtures.lines(file + ".labels.tsv"));
    }
  }

  private static void describe(Variable variable, List<List<String>> lines) {
    String name = variable.name();
    if (!variable.label().isEmpty()) {
      lines.add(List.of(name, "label", "", variable.label()));
    }

    variable.labels().forEach((code, label) -> lines.add(List.of(name, "value", code, label)));
    MissingValues missing = variable.missing();
    missing.codes().forEach(code -> lines.add(List.of(name, "missing", code, "")));
    if (missing.hasRange()) {
      lines.add(List.of(name, "range", bound(missing.low()), bound(missing.high())));
    }
  }

  private static String bound(double value) {
    return Double.isInfinite(value) ? (value < 0 ? "-Inf" : "Inf") : Numbers.shortest(value);
  }

  @ParameterizedTest
  @MethodSource("files")
  void oneColumnAlone(String file) {
    List<String> names = Fixtures.lines(file + ".values.tsv").get(0);
    String last = names.get(names.size() - 1);
    try (TableReader all = TableFile.open(Fixtures.source(file));
        TableReader some =
            TableFile.open(
                Fixtures.source(file), List.of("none such", last.toLowerCase(Locale.ROOT)))) {
      assertThat(some.has(0)).isFalse();
      while (all.next()) {
        assertThat(some.next()).isTrue();
        assertThat(some.isMissing(0)).isTrue();
        assertThat(some.text(0)).isNull();
        assertThat(some.number(0)).isNaN();
        assertThat(some.text(1)).isEqualTo(all.text(names.size() - 1));
      }
    }
  }

  /** One line a variable: file, name, values, their sum (of characters for texts), labels. */
  @Test
  void realSurveyFiles() {
    Map<String, List<List<String>>> files = new LinkedHashMap<>();
    for (List<String> line : Fixtures.lines("real-files.tsv")) {
      files.computeIfAbsent(line.get(0), file -> new ArrayList<>()).add(line);
    }

    files.forEach(
        (file, variables) -> {
          try (TableReader table =
              TableFile.open(Source.file(SharedData.require("data/" + file)))) {
            assertDigests(table, variables);
          }
        });
  }

  private static void assertDigests(TableReader table, List<List<String>> expected) {
    List<Variable> variables = table.schema().variables();
    long[] values = new long[variables.size()];
    double[] sums = new double[variables.size()];
    while (table.next()) {
      for (int i = 0; i < sums.length; i++) {
        if (!table.isMissing(i)) {
          values[i]++;
          sums[i] +=
              variables.get(i).type() == VariableType.TEXT
                  ? table.text(i).codePoints().sum()
                  : table.number(i);
        }
      }
    }

    assertThat(variables).hasSameSizeAs(expected);
    for (int i = 0; i < sums.length; i++) {
      Variable variable = variables.get(i);
      List<String> line = expected.get(i);
      assertThat(
              List.of(
                  variable.name(),
                  String.valueOf(values[i]),
                  String.valueOf(variable.labels().size()),
                  String.valueOf(
                      variable.labels().values().stream().mapToInt(String::length).sum()),
                  String.valueOf(variable.label().length())))
          .as(line.toString())
          .isEqualTo(List.of(line.get(1), line.get(2), line.get(4), line.get(5), line.get(6)));
      double sum = Double.parseDouble(line.get(3));
      assertThat(sums[i]).as(line.toString()).isCloseTo(sum, within(Math.abs(sum) * 1e-12));
    }
  }
}
