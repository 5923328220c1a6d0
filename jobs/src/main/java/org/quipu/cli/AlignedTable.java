package org.quipu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quipu.text.Language;
import org.quipu.text.Messages;
import org.quipu.text.narrative.Names;

/**
 * Lines of cells under their headings: numbers to the right, words to the left, long words cut, so
 * that a table fits a terminal.
 */
final class AlignedTable {
  private static final int WIDEST = 48;
  private static final Pattern NUMBER = Pattern.compile("|–|[-+\u2212<]?[\\d.].*");

  private final List<List<String>> rows = new ArrayList<>();

  private AlignedTable(List<String> headings) {
    rows.add(cut(headings));
  }

  /**
   * A table without rows.
   *
   * @param headings their keys, without {@code heading.}
   */
  static AlignedTable of(Messages texts, String... headings) {
    return new AlignedTable(
        Stream.of(headings).map(heading -> texts.of("heading." + heading)).toList());
  }

  /**
   * A p-value as a cell, to three decimals or as many as tell it from 5 %; a dash where there is
   * none.
   */
  static String p(double value, Language language) {
    return Double.isNaN(value)
        ? "–"
        : value < 0.001
            ? "<" + language.decimal(0.001, 3)
            : language.decimal(value, Names.decimals(value, 3));
  }

  /** An interval as a cell, with its ends written so; a dash where there is none. */
  static String interval(double low, double high, DoubleFunction<String> written, Messages texts) {
    return Double.isNaN(low) ? "–" : texts.of("interval", written.apply(low), written.apply(high));
  }

  /** Adds a line; it has a cell for each heading. */
  AlignedTable row(List<String> cells) {
    rows.add(cut(cells));
    return this;
  }

  private static List<String> cut(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.length() > WIDEST ? cell.substring(0, WIDEST - 1) + "…" : cell)
        .toList();
  }

  /** The lines, headings first; none without rows. */
  List<String> lines() {
    if (rows.size() == 1) {
      return List.of();
    }

    int columns = rows.get(0).size();
    List<StringBuilder> lines = rows.stream().map(row -> new StringBuilder()).toList();
    for (int column = 0; column < columns; column++) {
      int at = column;
      int width = rows.stream().mapToInt(row -> row.get(at).length()).max().orElseThrow();
      boolean isNumber =
          rows.stream().skip(1).allMatch(row -> NUMBER.matcher(row.get(at)).matches());
      for (int line = 0; line < rows.size(); line++) {
        String cell = rows.get(line).get(column);
        String blanks = " ".repeat(width - cell.length());
        lines.get(line).append("  ").append(isNumber ? blanks + cell : cell + blanks);
      }
    }

    return lines.stream().map(line -> line.toString().stripTrailing()).toList();
  }
}
