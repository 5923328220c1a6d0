package org.quipu.study;

import java.util.List;
import org.quipu.UserException;
import org.quipu.file.Source;
import org.quipu.file.TextTable;
import org.quipu.survey.calibration.PopulationTotals;
import org.quipu.survey.calibration.PopulationTotals.Total;

/** A user's table of totals of the population: variable, level, total. */
public final class TotalsFile {
  private static final List<String> COLUMNS = List.of("variable", "level", "total");

  private TotalsFile() {}

  /**
   * Reads a table.
   *
   * @throws UserException if a column is missing, or the totals are not those of one population
   */
  public static PopulationTotals read(Source file) {
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

    return PopulationTotals.of(
        table.name(),
        table.rows().stream()
            .filter(row -> !row.isEmpty())
            .map(
                row ->
                    new Total(
                        row.text(COLUMNS.get(0)),
                        row.text(COLUMNS.get(1)),
                        row.number(COLUMNS.get(2))))
            .toList());
  }
}
