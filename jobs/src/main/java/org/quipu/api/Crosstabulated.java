package org.quipu.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quipu.job.CrosstabJob;
import org.quipu.store.CrosstabRow;
import org.quipu.store.CrosstabTestRow;
import org.quipu.store.Table;
import org.quipu.survey.Crossing;

/**
 * A table of two columns of a {@link SurveyData}: the share of each cell of the whole table, of its
 * row and of its column; {@link #tests} says whether rows and columns are independent. Immutable.
 */
public final class Crosstabulated extends ResultTable<CrosstabRow> {
  private static final List<String> PRINTED =
      List.of("row", "column", "of", "estimate", "standard_error", "ci_low", "ci_high", "cases");

  private final SurveyData survey;
  private final Crossing crossing;
  private CrosstabJob.Result result;

  Crosstabulated(SurveyData survey, Crossing crossing) {
    super(Table.CROSSTAB, PRINTED);
    this.survey = survey;
    this.crossing = crossing;
  }

  /**
   * In the part of the population where a column has one of these values; the other rows stay in
   * the design.
   */
  public Crosstabulated where(String column, String... values) {
    survey.require(List.of(column));
    Map<String, Set<String>> domain = new TreeMap<>(crossing.domain());
    domain.put(column, Set.of(values));
    return new Crosstabulated(survey, new Crossing(crossing.rows(), crossing.columns(), domain));
  }

  /** Rao and Scott's tests, Wald's (R: {@code svychisq}), and the likelihood ratio's. */
  public ResultTable<CrosstabTestRow> tests() {
    return new Tests(this);
  }

  @Override
  List<CrosstabRow> compute() {
    warn(survey.warnings());
    tell(made().warnings());
    return made().rows();
  }

  private synchronized CrosstabJob.Result made() {
    if (result == null) {
      result = CrosstabJob.of(survey.survey(), crossing);
    }

    return result;
  }

  private static final class Tests extends ResultTable<CrosstabTestRow> {
    private final Crosstabulated crosstab;

    Tests(Crosstabulated crosstab) {
      super(Table.CROSSTAB_TEST, Table.CROSSTAB_TEST.header());
      this.crosstab = crosstab;
    }

    @Override
    List<CrosstabTestRow> compute() {
      warn(crosstab.survey.warnings());
      return crosstab.made().tests();
    }
  }
}
