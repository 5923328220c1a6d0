package org.quipu.cli;

import java.util.ArrayList;
import java.util.List;
import org.quipu.association.EventStudyTerm;
import org.quipu.job.AssociationJob;
import org.quipu.store.AssociationRow;
import org.quipu.store.EventStudyRow;
import org.quipu.text.Language;
import org.quipu.text.Messages;
import org.quipu.text.narrative.AssociationSentences;
import org.quipu.text.narrative.Names;
import org.quipu.workbook.SheetWords;

/**
 * What a terminal shows of associations: a line a question, a line a strategy, and the answer in
 * words for the first question.
 */
final class AssociationSummary {
  private final Messages texts;
  private final Language language;
  private final Names names;
  private final SheetWords words;

  private AssociationSummary(Console console) {
    this.texts = console.texts();
    this.language = console.language();
    this.names = new Names(language);
    this.words = new SheetWords(language);
  }

  static List<String> lines(AssociationJob.Result result, Console console) {
    AssociationSummary summary = new AssociationSummary(console);
    List<AssociationRow> headlines =
        result.rows().stream().filter(AssociationRow::headline).toList();
    List<String> lines = new ArrayList<>(summary.questions(headlines));
    lines.addAll(
        summary.strategies(
            result.events().stream().filter(row -> row.term() == EventStudyTerm.EFFECT).toList()));
    lines.addAll(answer(headlines, console));
    return lines;
  }

  private List<String> questions(List<AssociationRow> headlines) {
    AlignedTable printed =
        AlignedTable.of(texts, "indicator", "measure", "slope", "interval", "p", "p.adjusted");
    headlines.forEach(
        row ->
            printed.row(
                List.of(
                    words.indicator(row.indicator()),
                    names.measure(row.measure()),
                    points(row, row.estimate()),
                    interval(points(row, row.ciLow()), points(row, row.ciHigh())),
                    p(row.pValue()),
                    p(row.pAdjusted()))));
    return printed.lines();
  }

  /** What a slope comes to between low and high coverage. */
  private String points(AssociationRow row, double slope) {
    return language.decimal(slope * row.coverageStep(), 2);
  }

  private List<String> strategies(List<EventStudyRow> effects) {
    AlignedTable printed =
        AlignedTable.of(texts, "indicator", "strategy", "effect", "interval", "p", "p.adjusted");
    effects.forEach(
        row ->
            printed.row(
                List.of(
                    words.indicator(row.indicator()),
                    row.strategy() + " (" + words.value("run", row.run().code()) + ")",
                    language.decimal(row.estimate(), 2),
                    interval(language.decimal(row.ciLow(), 2), language.decimal(row.ciHigh(), 2)),
                    p(row.pValue()),
                    p(row.pAdjusted()))));
    List<String> lines = new ArrayList<>(printed.lines());
    if (effects.stream().anyMatch(EventStudyRow::negativeControl)) {
      lines.add("  " + texts.of("association.negative.control"));
    }

    return lines;
  }

  private String interval(String low, String high) {
    return low.equals("–") ? low : texts.of("interval", low, high);
  }

  private String p(double p) {
    return AlignedTable.p(p, language);
  }

  /** Whether it changed more where coverage was higher, by how much, how sure, and the limits. */
  static List<String> answer(List<AssociationRow> headlines, Console console) {
    if (headlines.isEmpty()) {
      return List.of(console.texts().of("answer.association.none"));
    }

    AssociationSummary summary = new AssociationSummary(console);
    AssociationRow row = headlines.get(0);
    List<String> sentences = new ArrayList<>();
    sentences.add(
        summary.texts.of(
            "answer.association",
            summary.words.indicator(row.indicator()),
            new AssociationSentences(summary.names).headline(row)));
    if (!Double.isNaN(row.estimate())) {
      sentences.add(
          summary.texts.of(
              "answer.association.size",
              summary.points(row, row.estimate()),
              summary.points(row, row.ciLow()),
              summary.points(row, row.ciHigh())));
    }
    sentences.add(
        summary.texts.of(
            "answer.association.sure",
            headlines.stream().filter(one -> one.verdict().holds()).count(),
            headlines.size()));
    sentences.add(
        summary.texts.of(
            row.caveats().contains("synthetic")
                ? "answer.association.synthetic"
                : "answer.association.limit",
            row.k()));
    return sentences;
  }
}
