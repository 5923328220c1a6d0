package org.quipu.cli;

import java.util.ArrayList;
import java.util.List;
import org.quipu.job.CompareJob;
import org.quipu.store.CompareRow;
import org.quipu.survey.regression.RegressionFit;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/** What the terminal shows of a comparison: each group against the reference, and all together. */
final class CompareSummary {
  private static final double SIGNIFICANT = 0.05;

  private CompareSummary() {}

  static List<String> lines(CompareJob.Result result, Console console) {
    Messages texts = console.texts();
    Language language = console.language();
    AlignedTable printed = AlignedTable.of(texts, "test", "group", "difference", "interval", "p");
    for (CompareRow row : result.rows()) {
      boolean all = row.level().isEmpty();
      printed.row(
          List.of(
              texts.of("test." + row.test().code()),
              all
                  ? texts.of("compare.all")
                  : texts.of("compare.group", row.level(), row.reference()),
              all ? "–" : language.significant(row.estimate()),
              Double.isNaN(row.ciLow())
                  ? "–"
                  : texts.of(
                      "interval",
                      language.significant(row.ciLow()),
                      language.significant(row.ciHigh())),
              AlignedTable.p(row.pValue(), language)));
    }

    List<String> lines = new ArrayList<>(printed.lines());
    result.rows().stream()
        .filter(row -> row.level().isEmpty())
        .findFirst()
        .filter(row -> !Double.isNaN(row.pValue()))
        .ifPresent(
            row ->
                lines.add(
                    texts.of(
                        row.pValue() < SIGNIFICANT ? "answer.compare" : "answer.compare.none",
                        result.request().outcome(),
                        result.request().groups(),
                        texts.of("test." + row.test().code()))));
    RegressionFit fit = result.fit();
    lines.add(
        texts.of(
            "answer.regression.size", language.count(fit.rows()), fit.clusters(), fit.strata()));
    lines.add(texts.of("answer.regression.limit"));
    return lines;
  }
}
