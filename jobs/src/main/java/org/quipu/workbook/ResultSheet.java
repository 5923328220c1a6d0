package org.quipu.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.quipu.Provenance;
import org.quipu.store.Table;
import org.quipu.survey.quality.Hiding;
import org.quipu.survey.quality.Quality;

/** A table as a sheet: headings in words with units, numbers as numbers, keys in words. */
final class ResultSheet<R extends Record> {
  /** So many rows are kept before they are written. */
  private static final int CHUNK = 2000;

  /** So many rows tell how wide a column is. */
  private static final int MEASURED = 300;

  private static final String INDICATOR = "indicator";
  private static final String MEASURE = "measure";
  private static final String BY = "by";
  private static final String QUALITY = "quality";

  /** A row, and its values in the order of the table's columns. */
  record Line<R>(R row, List<Object> values) {}

  private final ResultRows<R> result;
  private final SheetWords words;
  private final List<SheetColumn<Line<R>>> columns;

  /**
   * @param synthetic whether any result is, so that a table that does not tell its source is marked
   */
  ResultSheet(ResultRows<R> result, boolean synthetic, SheetWords words) {
    this.result = result;
    this.words = words;
    this.columns = columns(synthetic && !result.tellsItsSource());
  }

  String table() {
    return result.name();
  }

  List<SheetColumn<Line<R>>> columns() {
    return columns;
  }

  private List<SheetColumn<Line<R>>> columns(boolean marked) {
    Table<R> table = result.table();
    Map<String, Function<R, String>> written = words.tables().of(table, result.rows());
    List<SheetColumn<Line<R>>> all = new ArrayList<>();
    List<SheetColumn<Line<R>>> identifiers = new ArrayList<>();
    List<String> header = table.header();
    int quality = header.indexOf(QUALITY);
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      int at = i;
      Function<Line<R>, Object> stored = line -> line.values().get(at);
      if (name.equals(INDICATOR) || name.equals(MEASURE)) {
        all.add(
            new SheetColumn<>(
                name, words.text("heading." + name), NumberFormat.GENERAL, named(name, stored)));
        identifiers.add(column(name, stored));
      } else if (written.containsKey(name)) {
        all.add(column(name, line -> written.get(name).apply(line.row())));
      } else {
        all.add(column(name, worded(name, quality < 0 ? stored : hiding(stored, quality))));
      }
    }
    if (marked) {
      all.add(column("source", line -> words.value("source", Provenance.SYNTHETIC.code())));
    }
    all.addAll(identifiers);

    return all;
  }

  private SheetColumn<Line<R>> column(String name, Function<Line<R>, Object> value) {
    String table = result.name();

    return new SheetColumn<>(name, words.heading(table, name), words.format(table, name), value);
  }

  private Function<Line<R>, Object> named(String name, Function<Line<R>, Object> stored) {
    return line ->
        stored.apply(line) instanceof String identifier
            ? name.equals(INDICATOR) ? words.indicator(identifier) : words.measure(identifier)
            : null;
  }

  private Function<Line<R>, Object> worded(String name, Function<Line<R>, Object> stored) {
    return line -> {
      Object value = stored.apply(line);
      if (value instanceof Boolean is) {
        return words.text("value." + is);
      }

      if (value instanceof Hiding hiding) {
        return words.text("hidden." + hiding.code());
      }

      return value instanceof String text
          ? name.equals(BY) ? words.breakdown(text) : words.values(name, text)
          : value;
    };
  }

  /** The number, or where it is hidden for its quality, why. */
  private Function<Line<R>, Object> hiding(Function<Line<R>, Object> stored, int quality) {
    return line -> {
      Object value = stored.apply(line);
      if (value != null || !(line.values().get(quality) instanceof String text)) {
        return value;
      }

      return Quality.parse(text).hiding().orElse(null);
    };
  }

  private List<Line<R>> lines(List<R> rows) {
    return rows.stream().map(row -> new Line<>(row, result.table().values(row))).toList();
  }

  void write(Workbook workbook) throws IOException {
    Worksheet sheet = workbook.newWorksheet(words.sheet(result.name()));
    SheetText.head(sheet, columns.stream().map(SheetColumn::heading).toList());
    List<R> rows = result.rows();
    SheetText.widths(sheet, columns, lines(rows.subList(0, Math.min(MEASURED, rows.size()))));
    sheet.setAutoFilter(0, 0, rows.size(), columns.size() - 1);
    for (int start = 0; start < rows.size(); start += CHUNK) {
      int end = Math.min(rows.size(), start + CHUNK);
      List<Line<R>> lines = lines(rows.subList(start, end));
      for (int i = 0; i < lines.size(); i++) {
        for (int c = 0; c < columns.size(); c++) {
          SheetText.cell(sheet, start + i + 1, c, columns.get(c).value().apply(lines.get(i)));
        }
      }
      for (int c = 0; c < columns.size(); c++) {
        NumberFormat format = columns.get(c).format();
        if (format != NumberFormat.GENERAL) {
          sheet.range(start + 1, c, end, c).style().format(format.code()).set();
        }
      }
      sheet.flush();
    }
    sheet.finish();
  }
}
