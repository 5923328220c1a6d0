package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quipu.Notice;
import org.quipu.spark.SurveyInput;
import org.quipu.store.CrosstabRow;
import org.quipu.store.CrosstabTestRow;
import org.quipu.store.CsvTables;
import org.quipu.store.Table;
import org.quipu.survey.Crossing;
import org.quipu.survey.Crosstab;
import org.quipu.survey.Estimates;
import org.quipu.survey.PooledCrosstab;
import org.quipu.survey.Retain;

/** A table of two columns of a survey, and whether they are independent. */
public final class CrosstabJob {
  /**
   * What was made.
   *
   * @param warnings what a user should know before using it
   */
  public record Result(Survey survey, Crossing crossing, Crosstab crosstab, List<Notice> warnings) {
    /** The table {@code crosstab}. */
    public List<CrosstabRow> rows() {
      return crosstab.cells().stream().map(cell -> CrosstabRow.of(cell, survey.source())).toList();
    }

    /** The table {@code crosstab_test}. */
    public List<CrosstabTestRow> tests() {
      return crosstab.tests().stream()
          .map(test -> CrosstabTestRow.of(test, survey.source()))
          .toList();
    }

    /** Writes the tables as CSV and returns the files. */
    public List<Path> export(Path out) {
      return List.of(
          CsvTables.export(Table.CROSSTAB, rows(), Map.of(), out),
          CsvTables.export(Table.CROSSTAB_TEST, tests(), Map.of(), out));
    }
  }

  private CrosstabJob() {}

  /** Tabulates two columns of a survey; several imputations of it are pooled. */
  public static Result of(Survey survey, Crossing crossing) {
    List<Crosstab> crosstabs = new ArrayList<>();
    List<Notice> warnings = new ArrayList<>();
    for (SurveyInput data : survey.imputations()) {
      Estimates estimates =
          data.crossed(survey.design(), crossing)
              .estimate(
                  survey.design(),
                  Crosstab.outcomes(crossing),
                  Crosstab.tables(crossing),
                  Retain.CLUSTERS);
      crosstabs.add(Crosstab.of(crossing, estimates));
      for (List<String> strata : estimates.lonelyStrata().values()) {
        LonelyStrata.warning(strata, survey.design().lonelyPsu()).ifPresent(warnings::add);
      }
    }

    return new Result(
        survey, crossing, PooledCrosstab.of(crosstabs), warnings.stream().distinct().toList());
  }
}
