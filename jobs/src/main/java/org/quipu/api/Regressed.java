package org.quipu.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quipu.job.RegressionJob;
import org.quipu.store.RegressionRow;
import org.quipu.store.RegressionTestRow;
import org.quipu.store.Table;
import org.quipu.survey.regression.Family;
import org.quipu.survey.regression.Formula;
import org.quipu.survey.regression.RegressionSpec;

/**
 * A regression on a {@link SurveyData}: its coefficients; {@link #tests} has those of whole terms.
 * Immutable.
 */
public final class Regressed extends ResultTable<RegressionRow> {
  private static final List<String> PRINTED =
      List.of(
          "term",
          "level",
          "estimate",
          "standard_error",
          "ci_low",
          "ci_high",
          "statistic",
          "df",
          "p_value");

  private final SurveyData survey;
  private final RegressionSpec spec;
  private RegressionJob.Result result;

  private Regressed(SurveyData survey, RegressionSpec spec) {
    super(Table.REGRESSION, PRINTED);
    this.survey = survey;
    this.spec = spec;
  }

  static Regressed of(SurveyData survey, Formula formula, Family family) {
    RegressionSpec spec = new RegressionSpec(formula, family, survey.design(), Map.of());
    survey.require(List.copyOf(spec.columns()));
    return new Regressed(survey, spec);
  }

  /**
   * In the part of the population where a column has one of these values; the other rows stay in
   * the design.
   */
  public Regressed where(String column, String... values) {
    survey.require(List.of(column));
    Map<String, Set<String>> domain = new TreeMap<>(spec.domain());
    domain.put(column, Set.of(values));
    return new Regressed(
        survey, new RegressionSpec(spec.formula(), spec.family(), spec.design(), domain));
  }

  /** Whether all coefficients of each term are 0: Wald's test, and Rao and Scott's. */
  public ResultTable<RegressionTestRow> tests() {
    return new Tests();
  }

  @Override
  List<RegressionRow> compute() {
    warn(survey.warnings());
    warn(fitted().warnings());
    return fitted().rows();
  }

  private synchronized RegressionJob.Result fitted() {
    if (result == null) {
      result = RegressionJob.of(survey.data(), spec);
    }

    return result;
  }

  private final class Tests extends ResultTable<RegressionTestRow> {
    Tests() {
      super(Table.REGRESSION_TEST, Table.REGRESSION_TEST.header());
    }

    @Override
    List<RegressionTestRow> compute() {
      warn(survey.warnings());
      return fitted().tests();
    }
  }
}
