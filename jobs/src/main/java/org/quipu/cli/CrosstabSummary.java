package org.quipu.cli;

import java.util.ArrayList;
import java.util.List;
import org.quipu.job.CrosstabJob;
import org.quipu.store.CrosstabRow;
import org.quipu.store.CrosstabTestRow;
import org.quipu.survey.Crosstab;
import org.quipu.survey.DomainSample;
import org.quipu.text.Language;
import org.quipu.text.Messages;
import org.quipu.text.narrative.Names;
import org.quipu.text.narrative.RegressionWords;

/** What the terminal shows of a crosstab: the shares of its rows, and whether they differ. */
final class CrosstabSummary {
  private static final double SIGNIFICANT = 0.05;

  private final CrosstabJob.Result result;
  private final Messages texts;
  private final Language language;
  private final RegressionWords words;

  private CrosstabSummary(CrosstabJob.Result result, Console console) {
    this.result = result;
    this.texts = console.texts();
    this.language = console.language();
    this.words = new RegressionWords(new Names(language), !result.survey().years().isEmpty());
  }

  static List<String> lines(CrosstabJob.Result result, Console console) {
    CrosstabSummary summary = new CrosstabSummary(result, console);
    List<String> lines = new ArrayList<>(summary.shares());
    lines.add(summary.answer());
    DomainSample sample = result.crosstab().sample();
    lines.add(
        SurveyAnswers.size(
            result.survey().design(), sample.n(), sample.psus(), sample.strata(), console));
    if (result.survey().imputations().size() > 1) {
      lines.add(
          SurveyAnswers.pooled(
              result.survey().imputations().size(),
              result.rows().stream().mapToDouble(CrosstabRow::missingInformation),
              console));
    }

    lines.add(SurveyAnswers.limit(result.survey().source(), console));
    return lines;
  }

  private List<String> shares() {
    String rows = result.crossing().rows();
    String columns = result.crossing().columns();
    AlignedTable printed = AlignedTable.of(texts, "row", "column", "share", "interval", "answers");
    for (CrosstabRow row : result.rows()) {
      if (row.of() == Crosstab.Share.ROW) {
        printed.row(
            List.of(
                words.level(rows, row.row()),
                words.level(columns, row.column()),
                percent(row.estimate()),
                AlignedTable.interval(row.ciLow(), row.ciHigh(), this::percent, texts),
                language.count(row.cases())));
      }
    }

    return printed.lines();
  }

  private String answer() {
    if (result.tests().isEmpty()) {
      return texts.of("answer.crosstab.untested");
    }

    CrosstabTestRow test = result.tests().get(0);
    return texts.of(
        test.pValue() < SIGNIFICANT ? "answer.crosstab" : "answer.crosstab.none",
        words.term(result.crossing().rows()),
        words.term(result.crossing().columns()),
        new Names(language).p(test.pValue()));
  }

  private String percent(double share) {
    return language.decimal(100 * share, 1);
  }
}
