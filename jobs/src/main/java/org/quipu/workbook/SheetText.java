package org.quipu.workbook;

import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.quipu.file.FormulaGuard;

/** How all sheets write headings and cells. */
final class SheetText {
  private static final String HEAD_COLOUR = "00568A";
  private static final String HEAD_TEXT = "FFFFFF";

  /** So many letters a cell of a spreadsheet holds. */
  private static final int LONGEST = 32_767;

  private static final int NARROWEST = 9;
  private static final int WIDEST = 48;

  private SheetText() {}

  /** The row of headings, which stays in place. */
  static void head(Worksheet sheet, List<String> headings) {
    for (int c = 0; c < headings.size(); c++) {
      sheet.value(0, c, headings.get(c));
    }
    sheet
        .range(0, 0, 0, headings.size() - 1)
        .style()
        .bold()
        .wrapText(true)
        .verticalAlignment("center")
        .fillColor(HEAD_COLOUR)
        .fontColor(HEAD_TEXT)
        .set();
    sheet.rowHeight(0, 48);
    sheet.freezePane(0, 1);
    sheet.repeatRows(0);
    fitToPage(sheet);
  }

  /** On paper a sheet is as wide as a page, on its side. */
  static void fitToPage(Worksheet sheet) {
    sheet.pageOrientation("landscape");
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
  }

  /** A number as a number, a text as a text that is no formula, null as nothing. */
  static void cell(Worksheet sheet, int row, int column, Object value) {
    if (value instanceof Number number) {
      if (Double.isFinite(number.doubleValue())) {
        sheet.value(row, column, number);
      } else {
        sheet.value(row, column, number.toString());
      }
    } else if (value != null && !value.toString().isEmpty()) {
      sheet.value(row, column, text(value.toString()));
    }
  }

  private static String text(String text) {
    String guarded = FormulaGuard.text(text);

    return guarded.length() <= LONGEST ? guarded : guarded.substring(0, LONGEST - 1) + "…";
  }

  /** Columns as wide as their words need; headings take up to three lines. */
  static <R> void widths(Worksheet sheet, List<SheetColumn<R>> columns, List<R> rows) {
    for (int c = 0; c < columns.size(); c++) {
      SheetColumn<R> column = columns.get(c);
      int longest = column.heading().length() / 3;
      for (String word : column.heading().split(" ", -1)) {
        longest = Math.max(longest, word.length());
      }
      for (R row : rows) {
        if (column.value().apply(row) instanceof String text) {
          longest = Math.max(longest, text.length());
        }
      }
      sheet.width(c, Math.min(WIDEST, Math.max(NARROWEST, longest) + 2));
    }
  }
}
