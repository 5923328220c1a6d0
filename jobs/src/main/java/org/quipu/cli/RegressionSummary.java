package org.quipu.cli;

import java.util.ArrayList;
import java.util.List;
import org.quipu.job.RegressionJob;
import org.quipu.store.RegressionMarginRow;
import org.quipu.store.RegressionRow;
import org.quipu.store.RegressionTestRow;
import org.quipu.survey.regression.Extra;
import org.quipu.survey.regression.Family;
import org.quipu.survey.regression.RegressionFit;
import org.quipu.text.Language;
import org.quipu.text.Messages;
import org.quipu.text.narrative.Names;
import org.quipu.text.narrative.RegressionWords;

/**
 * What the terminal shows of a regression: its coefficients, as ratios where the family has them,
 * its margins where they were asked for, and in words which variables go with the outcome.
 */
final class RegressionSummary {
  private static final double SIGNIFICANT = 0.05;

  private final RegressionJob.Result result;
  private final Console console;
  private final Messages texts;
  private final Language language;
  private final Names names;
  private final RegressionWords words;

  private RegressionSummary(RegressionJob.Result result, Console console) {
    this.result = result;
    this.console = console;
    this.texts = console.texts();
    this.language = console.language();
    this.names = new Names(language);
    this.words = new RegressionWords(names, result.source() != null);
  }

  static List<String> lines(RegressionJob.Result result, Console console) {
    RegressionSummary summary = new RegressionSummary(result, console);
    List<String> lines = new ArrayList<>(summary.coefficients());
    lines.addAll(summary.margins());
    lines.addAll(summary.answer());
    return lines;
  }

  private List<String> coefficients() {
    Family family = result.spec().family();
    boolean ratios = family.hasRatios();
    AlignedTable printed =
        AlignedTable.of(
            texts,
            "term",
            "level",
            ratios ? "ratio." + ratio(family) : "coefficient",
            "interval",
            "p");
    for (RegressionRow row : result.tables().coefficients()) {
      printed.row(
          List.of(
              words.term(row.term()),
              level(row.term(), row.level()),
              ratios ? words.ratio(row.ratio()) : words.coefficient(row.estimate()),
              ratios
                  ? AlignedTable.interval(row.ratioLow(), row.ratioHigh(), words::ratio, texts)
                  : AlignedTable.interval(row.ciLow(), row.ciHigh(), words::coefficient, texts),
              AlignedTable.p(row.pValue(), language)));
    }

    return printed.lines();
  }

  private String ratio(Family family) {
    boolean prevalence =
        family == Family.POISSON && words.isIndicator(result.spec().formula().response().label());
    return prevalence ? "prevalence" : family.code();
  }

  private List<String> margins() {
    AlignedTable printed =
        AlignedTable.of(texts, "margin", "term", "level", "estimate", "interval");
    for (RegressionMarginRow row : result.tables().margins()) {
      printed.row(
          List.of(
              texts.of("margin." + row.kind().code()),
              words.term(row.term()),
              level(row.term(), row.level()),
              words.coefficient(row.estimate()),
              AlignedTable.interval(row.ciLow(), row.ciHigh(), words::coefficient, texts)));
    }

    return printed.lines();
  }

  private String level(String term, String level) {
    return level.isEmpty() ? "–" : words.level(term, level);
  }

  private List<String> answer() {
    List<RegressionTestRow> tests = result.tables().tests();
    boolean tested = tests.stream().anyMatch(test -> !Double.isNaN(test.pValue()));
    List<String> together =
        tests.stream()
            .filter(test -> test.pValue() < SIGNIFICANT)
            .map(test -> words.term(test.term()))
            .toList();
    RegressionFit fit = result.fit();
    String response = result.spec().formula().response().label();
    String outcome = words.outcome(response);
    List<String> lines = new ArrayList<>();
    if (tested && tests.size() == 1) {
      lines.add(
          texts.of(
              together.isEmpty() ? "answer.regression.single.none" : "answer.regression.single",
              outcome,
              words.term(tests.get(0).term())));
    } else if (tested) {
      lines.add(
          together.isEmpty()
              ? texts.of("answer.regression.none", outcome)
              : texts.of("answer.regression", outcome, names.list(together)));
    } else if (!tests.isEmpty()) {
      lines.add(texts.of("answer.regression.untested"));
    }

    lines.add(
        SurveyAnswers.size(
            result.spec().design(), fit.rows(), fit.clusters(), fit.strata(), console));
    if (result.imputations() > 1) {
      lines.add(
          SurveyAnswers.pooled(
              result.imputations(),
              result.tables().coefficients().stream()
                  .mapToDouble(RegressionRow::missingInformation),
              console));
    } else if (tested) {
      lines.add(
          result.spec().extras().contains(Extra.SMALL_SAMPLE)
              ? texts.of("answer.regression.sure.small", result.tables().tests().size())
              : texts.of(
                  "answer.regression.sure",
                  result.tables().tests().size(),
                  language.decimal(fit.df(), 0)));
    }

    lines.add(SurveyAnswers.limit(result.source(), console));
    return lines;
  }
}
