package org.quipu.cli;

import java.util.ArrayList;
import java.util.List;
import org.quipu.Provenance;
import org.quipu.endes.Dimensions;
import org.quipu.job.RegressionJob;
import org.quipu.store.RegressionRow;
import org.quipu.survey.regression.Extra;
import org.quipu.survey.regression.RegressionFit;
import org.quipu.text.Language;
import org.quipu.text.Messages;
import org.quipu.text.narrative.Names;

/**
 * What the terminal shows of a regression: its coefficients, as ratios where the family has them,
 * and in words which variables go with the outcome.
 */
final class RegressionSummary {
  private static final double SIGNIFICANT = 0.05;

  private final RegressionJob.Result result;
  private final Messages texts;
  private final Language language;
  private final Names names;

  private RegressionSummary(RegressionJob.Result result, Console console) {
    this.result = result;
    this.texts = console.texts();
    this.language = console.language();
    this.names = new Names(language);
  }

  static List<String> lines(RegressionJob.Result result, Console console) {
    RegressionSummary summary = new RegressionSummary(result, console);
    List<String> lines = new ArrayList<>(summary.coefficients());
    lines.addAll(summary.answer());
    return lines;
  }

  private List<String> coefficients() {
    boolean ratios = result.spec().family().hasRatios();
    AlignedTable printed =
        AlignedTable.of(texts, "term", "level", ratios ? "ratio" : "coefficient", "interval", "p");
    for (RegressionRow row : result.tables().coefficients()) {
      printed.row(
          List.of(
              term(row.term()),
              level(row),
              number(ratios ? row.ratio() : row.estimate()),
              Double.isNaN(row.ciLow())
                  ? "–"
                  : texts.of(
                      "interval",
                      number(ratios ? row.ratioLow() : row.ciLow()),
                      number(ratios ? row.ratioHigh() : row.ciHigh())),
              p(row.pValue())));
    }

    return printed.lines();
  }

  /** Whether columns have names that readers know. */
  private boolean isOfStore() {
    return result.source() != null;
  }

  private String term(String term) {
    return isOfStore() ? names.breakdown(term) : term;
  }

  private String level(RegressionRow row) {
    if (row.level().isEmpty()) {
      return "–";
    }

    return isOfStore() && Dimensions.NAMES.containsAll(List.of(row.term().split(":", -1)))
        ? names.domain(row.term(), row.level().replace(':', '|'))
        : row.level();
  }

  /** With three significant digits or more. */
  private String number(double value) {
    int digits = (int) Math.ceil(Math.log10(Math.abs(value)));
    return language.decimal(value, Math.max(0, Math.min(6, 3 - digits)));
  }

  private String p(double p) {
    return Double.isNaN(p)
        ? "–"
        : p < 0.001 ? "<" + language.decimal(0.001, 3) : language.decimal(p, 3);
  }

  private List<String> answer() {
    List<String> together =
        result.tables().tests().stream()
            .filter(test -> test.pValue() < SIGNIFICANT)
            .map(test -> term(test.term()))
            .toList();
    RegressionFit fit = result.fit();
    String response = result.spec().formula().response();
    String outcome = isOfStore() ? names.indicator(response) : response;
    return List.of(
        together.isEmpty()
            ? texts.of("answer.regression.none", outcome)
            : texts.of("answer.regression", outcome, names.list(together)),
        texts.of(
            "answer.regression.size", language.count(fit.rows()), fit.clusters(), fit.strata()),
        result.spec().extras().contains(Extra.SMALL_SAMPLE)
            ? texts.of("answer.regression.sure.small", result.tables().tests().size())
            : texts.of(
                "answer.regression.sure",
                result.tables().tests().size(),
                language.decimal(fit.df(), 0)),
        texts.of(
            result.source() == Provenance.SYNTHETIC
                ? "answer.synthetic"
                : "answer.regression.limit"));
  }
}
