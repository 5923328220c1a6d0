package org.quipu.workbook;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.quipu.store.Version;

/** The sheet that tells what the others hold. */
record ReadMeSheet(List<ResultRows<?>> tables, SheetWords words) {
  private static final String ALARM = "8B0000";
  private static final int WIDTH = 110;

  /** So many letters of a text are sure to have room in a line, which is so high. */
  private static final int LETTERS = 120;

  private static final int LINE = 15;

  void write(Workbook workbook) throws IOException {
    Worksheet sheet = workbook.newWorksheet(words.text("readme.sheet"));
    sheet.width(0, 30);
    sheet.width(1, WIDTH);
    SheetText.fitToPage(sheet);
    Lines lines = new Lines(sheet);
    sheet.value(0, 0, words.text("title"));
    sheet.style(0, 0).bold().fontSize(16).set();
    sheet.rowHeight(0, 2.0 * LINE);
    lines.next = 1;
    if (tables.stream().anyMatch(ResultRows::synthetic)) {
      lines.add(words.text("synthetic.word"), words.text("synthetic"));
      sheet
          .range(1, 0, 1, 1)
          .style()
          .bold()
          .wrapText(true)
          .fillColor(ALARM)
          .fontColor("FFFFFF")
          .set();
    }
    lines.add(words.text("readme.what"), words.text("readme.what.text"));
    lines.add(words.text("readme.source"), sources());
    lines.add(words.text("readme.date"), date());
    lines.add(words.text("readme.version"), "Quipu " + Version.current());
    lines.add(words.text("readme.licence"), words.text("readme.licence.text"));
    lines.add(words.text("readme.numbers"), words.text("readme.numbers.text"));
    lines.add(words.text("readme.hidden"), words.text("readme.hidden.text"));
    lines.add(words.text("readme.formulas"), words.text("readme.formulas.text"));
    lines.heading(words.text("readme.sheets"));
    for (ResultRows<?> table : tables) {
      lines.add(
          words.sheet(table.name()),
          words.text(
              "readme.table",
              words.about(table.name()),
              words.language().count(table.rows().size()),
              table.name()));
    }
    lines.add(words.text("columns.sheet"), words.text("columns.about"));
    lines.heading(words.text("readme.quality"));
    for (String code : qualities()) {
      words.meaning(code).ifPresent(meaning -> lines.add(words.value("quality", code), meaning));
    }
    sheet.finish();
  }

  private String sources() {
    List<String> sources =
        tables.stream().flatMap(table -> table.sources().stream()).distinct().sorted().toList();

    return sources.stream()
        .map(source -> words.text("source." + source))
        .collect(Collectors.joining("; "));
  }

  /** The day on which the newest table was made. */
  private String date() {
    return tables.stream()
        .map(ResultRows::created)
        .max(String::compareTo)
        .map(created -> created.split("T", -1)[0])
        .orElse("");
  }

  private TreeSet<String> qualities() {
    return tables.stream()
        .flatMap(table -> table.qualities().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Lines of a heading and a text, one below the other. */
  private static final class Lines {
    private final Worksheet sheet;
    private int next;

    Lines(Worksheet sheet) {
      this.sheet = sheet;
    }

    void add(String heading, String text) {
      SheetText.cell(sheet, next, 0, heading);
      SheetText.cell(sheet, next, 1, text);
      sheet.style(next, 0).bold().wrapText(true).verticalAlignment("top").set();
      sheet.style(next, 1).wrapText(true).verticalAlignment("top").set();
      sheet.rowHeight(next, (double) LINE * (1 + text.length() / LETTERS));
      next++;
    }

    void heading(String text) {
      next++;
      sheet.value(next, 0, text);
      sheet.style(next, 0).bold().fontSize(13).set();
      sheet.rowHeight(next, 1.5 * LINE);
      next++;
    }
  }
}
