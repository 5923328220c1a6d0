package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.quipu.Notice;
import org.quipu.math.RepeatedTests;
import org.quipu.math.WaldTest;
import org.quipu.spark.SurveyInput;
import org.quipu.store.CompareRow;
import org.quipu.store.CsvTables;
import org.quipu.store.Table;
import org.quipu.survey.DomainTable;
import org.quipu.survey.GroupTest;
import org.quipu.survey.Identifiers;
import org.quipu.survey.SurveyTable;
import org.quipu.survey.regression.Family;
import org.quipu.survey.regression.Formula;
import org.quipu.survey.regression.PooledFit;
import org.quipu.survey.regression.RegressionFit;
import org.quipu.survey.regression.RegressionSpec;
import org.quipu.survey.regression.TermEstimate;

/**
 * Tests of whether a column differs between groups, or its mean from a value: regressions of its
 * values, or of scores of their ranks, on the groups. The columns are read into memory.
 */
public final class CompareJob {
  /** What a column is compared between, or with. */
  public sealed interface Against {}

  /**
   * The categories of a column, two or more.
   *
   * @param tests in their order
   */
  public record Groups(String column, List<GroupTest> tests) implements Against {
    public Groups {
      tests = List.copyOf(tests);
    }
  }

  /** A value of the mean in the population. */
  public record Value(double value) implements Against {}

  /**
   * What is compared.
   *
   * @param outcome a column of numbers
   * @param domain the values that columns have in the part of the population that is looked at;
   *     empty for all of it
   */
  public record Request(String outcome, Against against, Map<String, Set<String>> domain) {}

  /**
   * What was found.
   *
   * @param fit of the first test, for its counts
   * @param warnings what a user should know before using it
   */
  public record Result(
      Survey survey,
      Request request,
      List<CompareRow> rows,
      RegressionFit fit,
      List<Notice> warnings) {
    /** Writes the table {@code compare} as CSV and returns the file. */
    public Path export(Path out) {
      return CsvTables.export(Table.COMPARE, rows, Map.of(), out);
    }
  }

  private final Survey survey;
  private final Request request;
  private final List<SurveyTable> tables = new ArrayList<>();

  private CompareJob(Survey survey, Request request) {
    this.survey = survey;
    this.request = request;
    List<String> texts = new ArrayList<>(request.domain.keySet());
    if (request.against instanceof Groups groups) {
      texts.add(groups.column);
    }

    for (SurveyInput data : survey.imputations()) {
      tables.add(
          data.read(
              survey.design(),
              texts.isEmpty() ? List.of() : List.of(new DomainTable(request.outcome, texts)),
              List.of(request.outcome)));
    }
  }

  /** Compares groups of a survey, or its mean with a value; several imputations are pooled. */
  public static Result of(Survey survey, Request request) {
    CompareJob job = new CompareJob(survey, request);
    return request.against instanceof Groups groups
        ? job.between(groups)
        : job.with(((Value) request.against).value);
  }

  private Result with(double value) {
    RegressionFit fit =
        PooledFit.of(
            fits(
                "1",
                table ->
                    Arrays.stream(table.numbers(request.outcome))
                        .map(each -> each - value)
                        .toArray()));
    return result(
        List.of(
            CompareRow.of(
                GroupTest.T,
                "",
                Identifiers.text(value),
                fit.coefficients().get(0),
                survey.source())),
        fit);
  }

  private Result between(Groups groups) {
    List<CompareRow> rows = new ArrayList<>();
    RegressionFit first = null;
    for (GroupTest test : groups.tests) {
      List<RegressionFit> fits =
          fits(
              "factor(" + quoted(groups.column) + ")",
              table ->
                  test.scores(
                      table, survey.design(), request.outcome, counted(table, groups.column)));
      RegressionFit fit = PooledFit.of(fits);
      first = first == null ? fit : first;
      rows.addAll(
          test == GroupTest.T || fits.size() == 1
              ? rows(test, fit, groups.column)
              : pooledRows(test, fits, groups.column));
    }

    return result(rows, first);
  }

  private Result result(List<CompareRow> rows, RegressionFit first) {
    return new Result(
        survey,
        request,
        rows,
        first,
        LonelyStrata.warning(first.lonelyStrata(), survey.design().lonelyPsu()).stream().toList());
  }

  private List<CompareRow> rows(GroupTest test, RegressionFit fit, String groups) {
    String reference = fit.references().getOrDefault(groups, "");
    List<CompareRow> rows = new ArrayList<>();
    List<TermEstimate> coefficients = fit.coefficients();
    coefficients.subList(1, coefficients.size()).stream()
        .map(group -> CompareRow.of(test, group.level(), reference, group, survey.source()))
        .forEach(rows::add);
    fit.tests().stream()
        .map(all -> CompareRow.of(test, "", reference, Double.NaN, all.wald(), survey.source()))
        .forEach(rows::add);
    return rows;
  }

  /** Ranks have errors under the hypothesis alone: not estimates are pooled but statistics. */
  private List<CompareRow> pooledRows(GroupTest test, List<RegressionFit> fits, String groups) {
    RegressionFit mean = PooledFit.of(fits);
    String reference = mean.references().getOrDefault(groups, "");
    List<CompareRow> rows = new ArrayList<>();
    for (int i = 1; i < mean.coefficients().size(); i++) {
      TermEstimate group = mean.coefficients().get(i);
      int at = i;
      rows.add(
          CompareRow.of(
              test,
              group.level(),
              reference,
              group.estimate(),
              pooled(fits, fit -> square(fit.coefficients().get(at))),
              survey.source()));
    }

    rows.add(
        CompareRow.of(
            test,
            "",
            reference,
            Double.NaN,
            pooled(fits, fit -> fit.tests().get(0).wald()),
            survey.source()));
    return rows;
  }

  private static WaldTest pooled(List<RegressionFit> fits, Function<RegressionFit, WaldTest> test) {
    return RepeatedTests.pooled(fits.stream().map(test).toList());
  }

  private static WaldTest square(TermEstimate t) {
    return WaldTest.f(t.statistic() * t.statistic(), 1, t.df());
  }

  private List<RegressionFit> fits(String terms, Function<SurveyTable, double[]> scores) {
    String score = "score of " + request.outcome;
    RegressionSpec spec =
        new RegressionSpec(
            Formula.of(quoted(score) + " ~ " + terms),
            Family.LINEAR,
            survey.design(),
            request.domain,
            Set.of());
    return tables.stream()
        .map(table -> SurveyInput.of(table.copy().with(score, scores.apply(table))).fit(spec))
        .toList();
  }

  /** In quotes that are not in it. */
  private static String quoted(String name) {
    String quote = name.indexOf('`') < 0 ? "`" : name.indexOf('"') < 0 ? "\"" : "'";
    return quote + name + quote;
  }

  private boolean[] counted(SurveyTable table, String groups) {
    boolean[] counted = new boolean[table.rows()];
    for (int row = 0; row < counted.length; row++) {
      counted[row] = table.text(groups, row) != null && table.isIn(request.domain, row);
    }

    return counted;
  }
}
