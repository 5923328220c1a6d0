package org.quipu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quipu.job.CompareJob;
import org.quipu.store.CompareRow;
import org.quipu.survey.regression.RegressionFit;
import org.quipu.text.Language;
import org.quipu.text.Messages;
import org.quipu.text.narrative.Names;
import org.quipu.text.narrative.RegressionWords;

/** What the terminal shows of a comparison: each group against the reference, and all together. */
final class CompareSummary {
  private static final double SIGNIFICANT = 0.05;

  private final CompareJob.Result result;
  private final Messages texts;
  private final Language language;
  private final RegressionWords words;

  private CompareSummary(CompareJob.Result result, Console console) {
    this.result = result;
    this.texts = console.texts();
    this.language = console.language();
    this.words = new RegressionWords(new Names(language), !result.survey().years().isEmpty());
  }

  static List<String> lines(CompareJob.Result result, Console console) {
    CompareSummary summary = new CompareSummary(result, console);
    List<String> lines = new ArrayList<>(summary.table());
    summary.answer().ifPresent(lines::add);
    RegressionFit fit = result.fit();
    lines.add(
        SurveyAnswers.size(
            result.survey().design(), fit.rows(), fit.clusters(), fit.strata(), console));
    if (result.survey().imputations().size() > 1) {
      lines.add(
          SurveyAnswers.pooled(
              result.survey().imputations().size(),
              result.rows().stream().mapToDouble(CompareRow::missingInformation),
              console));
    }

    lines.add(SurveyAnswers.limit(result.survey().source(), console));
    return lines;
  }

  private List<String> table() {
    AlignedTable printed = AlignedTable.of(texts, "test", "group", "difference", "interval", "p");
    for (CompareRow row : result.rows()) {
      printed.row(
          List.of(
              texts.of("test." + row.test().code()),
              group(row),
              Double.isNaN(row.estimate()) ? "–" : language.significant(row.estimate()),
              AlignedTable.interval(row.ciLow(), row.ciHigh(), language::significant, texts),
              AlignedTable.p(row.pValue(), language)));
    }

    return printed.lines();
  }

  private String group(CompareRow row) {
    if (!(result.request().against() instanceof CompareJob.Groups groups)) {
      return texts.of("compare.mean", row.reference());
    }

    return row.level().isEmpty()
        ? texts.of("compare.all")
        : texts.of(
            "compare.group",
            words.level(groups.column(), row.level()),
            words.level(groups.column(), row.reference()));
  }

  /** That of the first test of all. */
  private Optional<String> answer() {
    return result.rows().stream()
        .filter(row -> row.level().isEmpty())
        .findFirst()
        .filter(row -> !Double.isNaN(row.pValue()))
        .map(this::answer);
  }

  private String answer(CompareRow row) {
    String ending = row.pValue() < SIGNIFICANT ? "" : ".none";
    String outcome = words.outcome(result.request().outcome());
    return result.request().against() instanceof CompareJob.Groups groups
        ? texts.of(
            "answer.compare" + ending,
            outcome,
            words.term(groups.column()),
            texts.of("test." + row.test().code()))
        : texts.of("answer.mean" + ending, outcome, row.reference());
  }
}
