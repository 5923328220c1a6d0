package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quipu.spark.SurveyInput;
import org.quipu.store.CrosstabRow;
import org.quipu.store.CrosstabTestRow;
import org.quipu.store.CsvTables;
import org.quipu.store.Table;
import org.quipu.survey.Crossing;
import org.quipu.survey.Crosstab;
import org.quipu.survey.Design;
import org.quipu.survey.Estimates;
import org.quipu.survey.Retain;

/** A table of two columns of a survey, and whether they are independent. */
public final class CrosstabJob {
  /**
   * What was made.
   *
   * @param warnings what a user should know before using it
   */
  public record Result(Crossing crossing, Crosstab crosstab, List<String> warnings) {
    /** The table {@code crosstab}. */
    public List<CrosstabRow> rows() {
      return crosstab.cells().stream().map(CrosstabRow::of).toList();
    }

    /** The table {@code crosstab_test}. */
    public List<CrosstabTestRow> tests() {
      return crosstab.tests().stream().map(CrosstabTestRow::of).toList();
    }

    /** Writes the tables as CSV and returns the files. */
    public List<Path> export(Path out) {
      return List.of(
          CsvTables.export(Table.CROSSTAB, rows(), Map.of(), out),
          CsvTables.export(Table.CROSSTAB_TEST, tests(), Map.of(), out));
    }
  }

  private CrosstabJob() {}

  /**
   * Tabulates two columns.
   *
   * @param domain the values that columns have in the part of the population that is looked at;
   *     empty for all of it
   */
  public static Result of(
      SurveyInput data,
      Design design,
      String rows,
      String columns,
      Map<String, Set<String>> domain) {
    Crossing crossing = new Crossing(rows, columns, domain);
    Estimates estimates =
        data.crossed(design, crossing)
            .estimate(
                design, Crosstab.outcomes(crossing), Crosstab.tables(crossing), Retain.CLUSTERS);
    List<String> warnings = new ArrayList<>();
    for (List<String> strata : estimates.lonelyStrata().values()) {
      LonelyStrata.warning(strata, design.lonelyPsu()).ifPresent(warnings::add);
    }

    return new Result(crossing, Crosstab.of(crossing, estimates), warnings);
  }
}
