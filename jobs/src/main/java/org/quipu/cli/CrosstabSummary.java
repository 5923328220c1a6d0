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

/** What the terminal shows of a crosstab: the shares of its rows, and whether they differ. */
final class CrosstabSummary {
  private static final double SIGNIFICANT = 0.05;

  private CrosstabSummary() {}

  static List<String> lines(CrosstabJob.Result result, Console console) {
    Messages texts = console.texts();
    Language language = console.language();
    AlignedTable printed = AlignedTable.of(texts, "row", "column", "share", "interval", "answers");
    for (CrosstabRow row : result.rows()) {
      if (row.of() == Crosstab.Share.ROW) {
        printed.row(
            List.of(
                row.row(),
                row.column(),
                percent(row.estimate(), language),
                Double.isNaN(row.ciLow())
                    ? "–"
                    : texts.of(
                        "interval",
                        percent(row.ciLow(), language),
                        percent(row.ciHigh(), language)),
                language.count(row.cases())));
      }
    }

    List<String> lines = new ArrayList<>(printed.lines());
    String rows = result.crossing().rows();
    String columns = result.crossing().columns();
    if (result.tests().isEmpty()) {
      lines.add(texts.of("answer.crosstab.untested"));
    } else {
      CrosstabTestRow test = result.tests().get(0);
      lines.add(
          texts.of(
              test.pValue() < SIGNIFICANT ? "answer.crosstab" : "answer.crosstab.none",
              rows,
              columns,
              new Names(language).p(test.pValue())));
    }

    DomainSample sample = result.crosstab().sample();
    lines.add(
        texts.of(
            "answer.regression.size", language.count(sample.n()), sample.psus(), sample.strata()));
    lines.add(texts.of("answer.regression.limit"));
    return lines;
  }

  private static String percent(double share, Language language) {
    return language.decimal(100 * share, 1);
  }
}
