package org.quipu.workbook;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The sheet that sets the headings beside the names that the columns have in CSV and Parquet. */
record ColumnsSheet(List<ResultSheet<?>> sheets, SheetWords words) {
  /** A column of a sheet. */
  private record Line(String sheet, String heading, String table, String column) {}

  void write(Workbook workbook) throws IOException {
    Worksheet sheet = workbook.newWorksheet(words.text("columns.sheet"));
    List<SheetColumn<Line>> columns =
        List.of(
            column("columns.sheet.of", Line::sheet),
            column("columns.heading", Line::heading),
            column("columns.table", Line::table),
            column("columns.name", Line::column));
    List<Line> lines = sheets.stream().flatMap(result -> lines(result).stream()).toList();
    SheetText.head(sheet, columns.stream().map(SheetColumn::heading).toList());
    SheetText.widths(sheet, columns, lines);
    sheet.setAutoFilter(0, 0, lines.size(), columns.size() - 1);
    for (int i = 0; i < lines.size(); i++) {
      for (int c = 0; c < columns.size(); c++) {
        SheetText.cell(sheet, i + 1, c, columns.get(c).value().apply(lines.get(i)));
      }
    }
    sheet.finish();
  }

  private SheetColumn<Line> column(String key, Function<Line, Object> value) {
    return new SheetColumn<>(key, words.text(key), NumberFormat.GENERAL, value);
  }

  private <R extends Record> List<Line> lines(ResultSheet<R> result) {
    return result.columns().stream()
        .map(
            column ->
                new Line(
                    words.sheet(result.table()), column.heading(), result.table(), column.name()))
        .toList();
  }
}
