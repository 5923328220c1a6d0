package org.quipu.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quipu.NearestNames;
import org.quipu.file.Source;
import org.quipu.file.TableFile;
import org.quipu.file.TableReader;
import org.quipu.file.Variable;
import org.quipu.survey.SurveyTable;

/** Reads the columns of a survey file (CSV, SPSS, Stata) into memory. */
final class SurveyTableReader {
  private SurveyTableReader() {}

  static SurveyTable read(Source source, NeededColumns needed) {
    Set<String> numbers = needed.numbers();
    Set<String> all = new LinkedHashSet<>(numbers);
    all.addAll(needed.texts());
    List<String> columns = List.copyOf(all);
    List<Numbers> numberColumns = new ArrayList<>();
    List<List<String>> textColumns = new ArrayList<>();
    try (TableReader reader = TableFile.open(source, columns)) {
      requireAll(source, reader);
      columns.forEach(
          column -> {
            numberColumns.add(numbers.contains(column) ? new Numbers() : null);
            textColumns.add(numbers.contains(column) ? null : new ArrayList<>());
          });
      Map<String, String> known = new HashMap<>();
      int rows = 0;
      while (reader.next()) {
        rows++;
        for (int i = 0; i < columns.size(); i++) {
          if (numberColumns.get(i) != null) {
            numberColumns.get(i).add(reader.number(i));
          } else {
            String text = reader.text(i);
            textColumns.get(i).add(text == null ? null : known.computeIfAbsent(text, key -> key));
          }
        }
      }

      SurveyTable table = new SurveyTable(source.name(), rows);
      for (int i = 0; i < columns.size(); i++) {
        if (numberColumns.get(i) != null) {
          table.with(columns.get(i), numberColumns.get(i).toArray());
        } else {
          table.with(columns.get(i), textColumns.get(i).toArray(String[]::new));
        }
      }

      return table;
    }
  }

  private static void requireAll(Source source, TableReader reader) {
    for (int i = 0; i < reader.columns().size(); i++) {
      if (!reader.columns().get(i).equals(reader.found(i))) {
        throw NearestNames.noColumn(
            source.name(),
            reader.columns().get(i),
            reader.schema().variables().stream().map(Variable::name).toList());
      }
    }
  }

  /** A growing array of doubles. */
  private static final class Numbers {
    private double[] values = new double[1024];
    private int count;

    private void add(double value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }

      values[count++] = value;
    }

    private double[] toArray() {
      return Arrays.copyOf(values, count);
    }
  }
}
