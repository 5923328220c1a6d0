package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quipu.spark.SurveyInput;
import org.quipu.store.CompareRow;
import org.quipu.store.CsvTables;
import org.quipu.store.Table;
import org.quipu.survey.Design;
import org.quipu.survey.DomainTable;
import org.quipu.survey.GroupTest;
import org.quipu.survey.SurveyTable;
import org.quipu.survey.regression.Family;
import org.quipu.survey.regression.Formula;
import org.quipu.survey.regression.RegressionFit;
import org.quipu.survey.regression.RegressionSpec;
import org.quipu.survey.regression.TermEstimate;

/**
 * Tests of whether a column differs between groups: regressions of its values, or of scores of
 * their ranks, on the groups. The columns are read into memory.
 */
public final class CompareJob {
  /**
   * What is compared.
   *
   * @param outcome a column of numbers
   * @param groups a column of two categories or more
   * @param tests in their order
   * @param domain the values that columns have in the part of the population that is looked at;
   *     empty for all of it
   */
  public record Request(
      String outcome, String groups, List<GroupTest> tests, Map<String, Set<String>> domain) {}

  /**
   * What was found.
   *
   * @param fit of the first test, for its counts
   * @param warnings what a user should know before using it
   */
  public record Result(
      Request request, List<CompareRow> rows, RegressionFit fit, List<String> warnings) {
    /** Writes the table {@code compare} as CSV and returns the file. */
    public Path export(Path out) {
      return CsvTables.export(Table.COMPARE, rows, Map.of(), out);
    }
  }

  private final SurveyTable table;
  private final Design design;
  private final Request request;

  private CompareJob(SurveyTable table, Design design, Request request) {
    this.table = table;
    this.design = design;
    this.request = request;
  }

  /** Compares groups of a survey. */
  public static Result of(SurveyInput data, Design design, Request request) {
    List<String> texts = new ArrayList<>(request.domain.keySet());
    texts.add(request.groups);
    SurveyTable table =
        data.read(
            design, List.of(new DomainTable(request.groups, texts)), List.of(request.outcome));
    return new CompareJob(table, design, request).result();
  }

  private Result result() {
    List<CompareRow> rows = new ArrayList<>();
    RegressionFit first = null;
    for (GroupTest test : request.tests) {
      RegressionFit fit = fit(test);
      first = first == null ? fit : first;
      String reference = fit.references().getOrDefault(request.groups, "");
      List<TermEstimate> coefficients = fit.coefficients();
      coefficients.subList(1, coefficients.size()).stream()
          .map(group -> CompareRow.of(test, group, reference))
          .forEach(rows::add);
      fit.tests().stream().map(all -> CompareRow.of(test, all, reference)).forEach(rows::add);
    }

    List<String> warnings =
        LonelyStrata.warning(first.lonelyStrata(), design.lonelyPsu()).stream().toList();
    return new Result(request, rows, first, warnings);
  }

  private RegressionFit fit(GroupTest test) {
    String score = request.outcome + ", " + test.code();
    SurveyTable scored =
        table.copy().with(score, test.scores(table, design, request.outcome, counted()));
    RegressionSpec spec =
        new RegressionSpec(
            Formula.of(quoted(score) + " ~ factor(" + quoted(request.groups) + ")"),
            Family.LINEAR,
            design,
            request.domain,
            Set.of());
    return SurveyInput.of(scored).fit(spec);
  }

  /** In quotes that are not in it. */
  private static String quoted(String name) {
    String quote = name.indexOf('`') < 0 ? "`" : name.indexOf('"') < 0 ? "\"" : "'";
    return quote + name + quote;
  }

  private boolean[] counted() {
    boolean[] counted = new boolean[table.rows()];
    for (int row = 0; row < counted.length; row++) {
      counted[row] = table.text(request.groups, row) != null && table.isIn(request.domain, row);
    }

    return counted;
  }
}
