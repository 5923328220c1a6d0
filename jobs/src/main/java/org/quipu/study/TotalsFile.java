package org.quipu.study;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.quipu.UserException;
import org.quipu.file.Source;
import org.quipu.file.TextTable;
import org.quipu.survey.calibration.PopulationTotals;
import org.quipu.survey.calibration.PopulationTotals.Total;

/** A user's table of totals of the population: variable, level, total, perhaps by year. */
public final class TotalsFile {
  private static final List<String> COLUMNS = List.of("variable", "level", "total");
  private static final String YEAR = "year";

  private final String name;
  private final List<TextTable.Row> rows;
  private final boolean hasYears;

  private TotalsFile(TextTable table) {
    this.name = table.name();
    this.rows = table.rows().stream().filter(row -> !row.isEmpty()).toList();
    this.hasYears = table.headings().contains(YEAR);
  }

  /**
   * Reads a table.
   *
   * @throws UserException if a column is missing
   */
  public static TotalsFile read(Source file) {
    TextTable table = TextTable.read(file);
    for (String column : COLUMNS) {
      if (!table.headings().contains(column)) {
        throw UserException.input(
            table.name(),
            "columns " + String.join(", ", table.headings()),
            String.join(", ", COLUMNS),
            AssociationFiles.NAME_THE_COLUMN);
      }
    }

    return new TotalsFile(table);
  }

  /** The file, as messages name it. */
  public String name() {
    return name;
  }

  /** Whether it has a column of years. */
  public boolean hasYears() {
    return hasYears;
  }

  /**
   * The totals as those of one population.
   *
   * @throws UserException if they are not, or of several years
   */
  public PopulationTotals population() {
    if (hasYears && rows.stream().map(row -> row.text(YEAR)).distinct().count() > 1) {
      throw UserException.input(
          name,
          "a column year with several years",
          "totals of one population",
          "Leave the column out; where rows of several years are one sample, cross the variables"
              + " by its column of years");
    }

    return totals(name, rows.stream());
  }

  /**
   * The totals by year, for a file that {@link #hasYears}; variables in the order of the file.
   *
   * @throws UserException if a year is missing, or the totals of one are not those of a population
   */
  public SortedMap<Integer, PopulationTotals> byYear() {
    SortedMap<Integer, PopulationTotals> years = new TreeMap<>();
    List<String> variables = rows.stream().map(row -> row.text(COLUMNS.get(0))).distinct().toList();
    for (int year : rows.stream().map(row -> row.integer(YEAR)).distinct().toList()) {
      years.put(
          year,
          totals(
              name + ", year " + year,
              rows.stream()
                  .filter(row -> row.integer(YEAR) == year)
                  .sorted(
                      Comparator.comparingInt(
                          row -> variables.indexOf(row.text(COLUMNS.get(0)))))));
    }

    if (years.isEmpty()) {
      throw UserException.input(name, "no rows", "totals of the population", "Add them");
    }

    return years;
  }

  private static PopulationTotals totals(String source, Stream<TextTable.Row> rows) {
    return PopulationTotals.of(
        source,
        rows.map(
                row ->
                    new Total(
                        row.text(COLUMNS.get(0)),
                        row.text(COLUMNS.get(1)),
                        row.number(COLUMNS.get(2))))
            .toList());
  }
}
