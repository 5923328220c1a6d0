package org.quipu.workbook;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quipu.file.TextTable;
import org.quipu.store.Table;
import org.quipu.text.Language;
import org.quipu.text.Messages;
import org.quipu.text.narrative.Names;
import org.quipu.text.narrative.TableWords;

/**
 * What sheets, columns and keys are called in a language: {@code data/workbook/sheets.csv} and
 * {@code columns.csv}, and the texts beside this class.
 */
public final class SheetWords {
  private final Language language;
  private final Messages texts;
  private final Names names;
  private final TableWords tables;
  private final Map<String, TextTable.Row> sheets;
  private final Map<String, TextTable.Row> columns;

  /** The words of a language. */
  public SheetWords(Language language) {
    this.language = language;
    this.texts = texts(language);
    this.names = new Names(language);
    this.tables = TableWords.in(language);
    this.sheets = byKey("workbook/sheets.csv", "table");
    this.columns = byKey("workbook/columns.csv", "column");
  }

  static Messages texts(Language language) {
    return Messages.beside(SheetWords.class, "workbook", language);
  }

  private static Map<String, TextTable.Row> byKey(String file, String key) {
    return TextTable.shipped(file).rows().stream()
        .collect(Collectors.toMap(row -> row.text(key), Function.identity()));
  }

  String text(String key, Object... values) {
    return texts.of(key, values);
  }

  Language language() {
    return language;
  }

  /** What the columns of a table hold that are keys in the store. */
  TableWords tables() {
    return tables;
  }

  boolean hasSheet(Table<?> table) {
    return sheets.containsKey(table.name());
  }

  /** The name of a table's sheet, at most 31 letters. */
  String sheet(String table) {
    return sheets.get(table).text("sheet_" + language.tag());
  }

  /** What a table tells. */
  String about(String table) {
    return sheets.get(table).text("about_" + language.tag());
  }

  boolean hasColumn(String table, String column) {
    return columns.containsKey(table + "." + column) || columns.containsKey(column);
  }

  /** The heading of a column, with its unit; the column's name where none is declared. */
  String heading(String table, String column) {
    return column(table, column)
        .map(row -> row.text("heading_" + language.tag()))
        .orElse(column.replace('_', ' '));
  }

  /** How the numbers of a column are shown; {@code general} where it is not declared. */
  NumberFormat format(String table, String column) {
    return column(table, column)
        .map(row -> row.text("format"))
        .filter(format -> !format.isEmpty())
        .map(NumberFormat::of)
        .orElse(NumberFormat.GENERAL);
  }

  private Optional<TextTable.Row> column(String table, String column) {
    return Optional.ofNullable(columns.getOrDefault(table + "." + column, columns.get(column)));
  }

  /** The name of an indicator; its identifier where it is not declared. */
  public String indicator(String identifier) {
    return names.indicator(identifier);
  }

  String measure(String identifier) {
    return names.measure(identifier);
  }

  /** A breakdown such as {@code region:residence}. */
  public String breakdown(String by) {
    return names.breakdown(by);
  }

  /** Codes joined by {@code ;} in words. */
  public String values(String column, String codes) {
    return Arrays.stream(codes.split(";", -1))
        .map(code -> value(column, code))
        .collect(Collectors.joining("; "));
  }

  /** A code of a column in words; the code where there are none. */
  public String value(String column, String code) {
    for (String key : new String[] {"value." + column + "." + code, "value." + code}) {
      if (texts.has(key)) {
        return texts.of(key);
      }
    }

    return code;
  }

  /** What a mark or grade of quality means; empty where it needs no explanation. */
  Optional<String> meaning(String quality) {
    String key = "quality." + quality;

    return texts.has(key) ? Optional.of(texts.of(key)) : Optional.empty();
  }
}
