package org.quipu.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quipu.job.CompareJob;
import org.quipu.job.CompareJob.Against;
import org.quipu.job.CompareJob.Groups;
import org.quipu.store.CompareRow;
import org.quipu.store.Table;
import org.quipu.survey.GroupTest;

/**
 * A column of a {@link SurveyData} between groups, each against the first and all together, or its
 * mean against a value. Immutable.
 */
public final class Compared extends ResultTable<CompareRow> {
  private static final List<String> PRINTED =
      List.of(
          "test", "level", "reference", "estimate", "ci_low", "ci_high", "statistic", "p_value");

  private final SurveyData survey;
  private final Against against;
  private final String outcome;
  private final Map<String, Set<String>> domain;

  Compared(SurveyData survey, Against against, String outcome, Map<String, Set<String>> domain) {
    super(Table.COMPARE, PRINTED);
    this.survey = survey;
    this.against = against;
    this.outcome = outcome;
    this.domain = domain;
  }

  /**
   * By these tests of groups.
   *
   * @throws IllegalArgumentException where a mean is compared with a value, which has the t test
   *     alone, or none is named
   */
  public Compared by(GroupTest... tests) {
    if (!(against instanceof Groups groups) || tests.length == 0) {
      throw new IllegalArgumentException("groups are compared by one test at least, values by t");
    }

    return new Compared(
        survey,
        new Groups(groups.column(), Arrays.stream(tests).distinct().toList()),
        outcome,
        domain);
  }

  /**
   * In the part of the population where a column has one of these values; the other rows stay in
   * the design.
   */
  public Compared where(String column, String... values) {
    survey.require(List.of(column));
    Map<String, Set<String>> further = new TreeMap<>(domain);
    further.put(column, Set.of(values));
    return new Compared(survey, against, outcome, further);
  }

  @Override
  List<CompareRow> compute() {
    CompareJob.Result result =
        CompareJob.of(survey.survey(), new CompareJob.Request(outcome, against, domain));
    warn(survey.warnings());
    tell(result.warnings());
    return result.rows();
  }
}
