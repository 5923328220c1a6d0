package org.quipu.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quipu.Provenance;
import org.quipu.Regions;
import org.quipu.UserException;
import org.quipu.file.ShippedData;
import org.quipu.file.Source;
import org.quipu.file.TableFile;
import org.quipu.file.TableReader;
import org.quipu.store.PublishedRow;

/**
 * Reads published figures: year, region (by code or name), form and window of the violence (or the
 * indicator by name), percent; where known standard error, n, kind and source.
 */
final class PublishedReader {
  private static final List<String> COLUMNS =
      List.of(
          "year",
          "region_code",
          "region",
          "form",
          "window",
          "indicator",
          "percent",
          "standard_error",
          "n",
          "kind",
          "source");
  private static final List<Provenance> KINDS =
      List.of(Provenance.PUBLISHED, Provenance.RECOMPUTED);
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");
  private static final int FIRST_YEAR = 1986;
  private static final int LAST_YEAR = 2100;

  private final TableReader table;
  private final String file;

  private PublishedReader(TableReader table, String file) {
    this.table = table;
    this.file = file;
  }

  static List<PublishedRow> read(Source source) {
    try (TableReader table = TableFile.open(source, COLUMNS)) {
      return new PublishedReader(table, source.name()).rows();
    }
  }

  /** The table that ships in {@code data/published}. */
  static List<PublishedRow> shipped() {
    String name = "published/prevalence.csv";
    try (TableReader table = ShippedData.table(name, COLUMNS)) {
      return new PublishedReader(table, "data/" + name).rows();
    }
  }

  private List<PublishedRow> rows() {
    requireColumns();
    List<PublishedRow> rows = new ArrayList<>();
    while (table.next()) {
      rows.add(row());
    }

    if (rows.isEmpty()) {
      throw UserException.input(
          file, "columns and no rows", "a figure a row", "Copy the file again.");
    }

    return rows;
  }

  private void requireColumns() {
    boolean named = has("indicator") || (has("form") && has("window"));
    boolean placed = has("region_code") || has("region");
    if (!has("year") || !has("percent") || !named || !placed) {
      throw UserException.input(
          file,
          "other columns",
          "year, region_code (or region), form and window (or indicator), percent",
          "Give the columns these headings; standard_error, n, kind and source may follow.");
    }
  }

  private boolean has(String column) {
    return table.has(COLUMNS.indexOf(column));
  }

  private String text(String column) {
    return table.text(COLUMNS.indexOf(column));
  }

  private double number(String column) {
    return table.number(COLUMNS.indexOf(column));
  }

  private PublishedRow row() {
    double year = number("year");
    require(
        year == Math.rint(year) && year >= FIRST_YEAR && year <= LAST_YEAR,
        "year",
        "a year of ENDES");
    double percent = number("percent");
    require(percent >= 0 && percent <= 100, "percent", "a percentage from 0 to 100");
    double standardError = number("standard_error");
    require(!(standardError <= 0), "standard_error", "a positive number or nothing");
    double n = number("n");
    require(Double.isNaN(n) || (n >= 1 && n == Math.rint(n)), "n", "a number of women or nothing");
    String region = text("region_code") == null ? text("region") : text("region_code");
    return new PublishedRow(
        (int) year,
        Regions.require(region, where()),
        indicator(),
        percent,
        standardError,
        Double.isNaN(n) ? null : (Long) (long) n,
        kind(),
        text("source"),
        Rounding.decimals(text("percent")));
  }

  private String indicator() {
    if (text("indicator") != null) {
      return text("indicator");
    }

    require(isName(text("form")), "form", "a word such as any, psychological, physical, sexual");
    require(isName(text("window")), "window", "ever or 12m");
    return "partner_violence_" + text("form") + "_" + text("window");
  }

  private static boolean isName(String text) {
    return text != null && NAME.matcher(text).matches();
  }

  private Provenance kind() {
    String kind = text("kind");
    if (kind == null) {
      return Provenance.PUBLISHED;
    }

    Optional<Provenance> known =
        KINDS.stream().filter(each -> each.code().equalsIgnoreCase(kind)).findFirst();
    require(known.isPresent(), "kind", "published or recomputed");
    return known.orElseThrow();
  }

  private void require(boolean right, String column, String expected) {
    if (!right) {
      String found = text(column);
      throw UserException.input(
          where() + ", column " + column,
          found == null ? "nothing" : "'" + found + "'",
          expected,
          "Correct the value.");
    }
  }

  private String where() {
    return file + ", row " + table.row();
  }
}
