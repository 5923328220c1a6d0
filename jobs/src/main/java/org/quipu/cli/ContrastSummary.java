package org.quipu.cli;

import java.util.ArrayList;
import java.util.List;
import org.quipu.job.ContrastJob;
import org.quipu.math.WaldTest;
import org.quipu.store.EstimateContrastRow;
import org.quipu.text.Language;
import org.quipu.text.Messages;
import org.quipu.text.narrative.Names;

/** What the terminal shows of contrasts: each of them, and of several whether all are 0. */
final class ContrastSummary {
  private ContrastSummary() {}

  static List<String> lines(ContrastJob.Result result, Console console) {
    Messages texts = console.texts();
    Language language = console.language();
    AlignedTable printed = AlignedTable.of(texts, "contrast", "estimate", "interval", "p");
    for (EstimateContrastRow row : result.rows()) {
      printed.row(
          List.of(
              row.name(),
              language.significant(row.estimate()),
              AlignedTable.interval(row.ciLow(), row.ciHigh(), language::significant, texts),
              AlignedTable.p(row.pValue(), language)));
    }

    List<String> lines = new ArrayList<>(printed.lines());
    if (result.rows().size() > 1) {
      lines.add(joint(result.joint(), texts, language));
    }

    lines.add(SurveyAnswers.limit(result.source(), console));
    return lines;
  }

  private static String joint(WaldTest joint, Messages texts, Language language) {
    if (Double.isNaN(joint.pValue())) {
      return texts.of("answer.contrast.untested");
    }

    return texts.of(
        "answer.contrast",
        language.significant(joint.statistic()),
        language.decimal(joint.df1(), 0),
        language.decimal(joint.df2(), 0),
        new Names(language).p(joint.pValue()));
  }
}
