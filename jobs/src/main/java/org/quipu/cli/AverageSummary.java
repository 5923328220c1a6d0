package org.quipu.cli;

import java.util.ArrayList;
import java.util.List;
import org.quipu.Provenance;
import org.quipu.endes.Dimensions;
import org.quipu.endes.Indicator;
import org.quipu.job.AverageJob;
import org.quipu.store.AverageChangeRow;
import org.quipu.store.AverageRow;
import org.quipu.text.Language;
import org.quipu.text.Messages;
import org.quipu.text.narrative.Names;
import org.quipu.workbook.SheetWords;

/**
 * What the terminal shows of averages: the country's, else those of the first table, and how the
 * last of them differs from the first.
 */
final class AverageSummary {
  private final Messages texts;
  private final Language language;
  private final Names names;
  private final SheetWords words;

  private AverageSummary(Console console) {
    this.texts = console.texts();
    this.language = console.language();
    this.names = new Names(language);
    this.words = new SheetWords(language);
  }

  static List<String> lines(AverageJob.Result result, Console console) {
    List<AverageRow> averages =
        result.averages().stream()
            .filter(row -> !Indicator.is(row.indicator(), Indicator.Kind.ACT))
            .toList();
    List<AverageRow> country =
        averages.stream().filter(row -> row.by().equals(Dimensions.NATIONAL)).toList();
    List<AverageRow> shown = country.isEmpty() ? averages : country;
    AverageSummary summary = new AverageSummary(console);
    List<String> lines = new ArrayList<>(summary.table(shown));
    Headline.of(shown, AverageRow::indicator, AverageRow::toYear)
        .ifPresent(headline -> lines.addAll(summary.answer(headline, result.changes())));
    return lines;
  }

  private List<String> table(List<AverageRow> rows) {
    AlignedTable printed =
        AlignedTable.of(texts, "indicator", "domain", "years", "percent", "interval");
    rows.forEach(
        row ->
            printed.row(
                List.of(
                    names.indicator(row.indicator()),
                    row.label(),
                    period(row.fromYear(), row.toYear()),
                    language.percent(row.percent()),
                    Double.isNaN(row.ciLow())
                        ? "–"
                        : language.interval(row.ciLow(), row.ciHigh()))));
    return printed.lines();
  }

  /** How the average of a row differs from that of the first period. */
  private List<String> answer(AverageRow average, List<AverageChangeRow> changes) {
    List<String> sentences = new ArrayList<>();
    changes.stream()
        .filter(row -> row.indicator().equals(average.indicator()))
        .filter(row -> row.by().equals(average.by()))
        .filter(row -> row.domain().equals(average.domain()))
        .filter(row -> row.fromYear() == average.fromYear() && row.toYear() == average.toYear())
        .findFirst()
        .ifPresent(
            row -> {
              sentences.add(
                  texts.of(
                      "answer.average",
                      names.indicator(row.indicator()),
                      row.label(),
                      language.percent(row.percentFrom()),
                      period(row.firstFromYear(), row.firstToYear()),
                      language.percent(row.percentTo()),
                      period(row.fromYear(), row.toYear()),
                      words.values("verdict", row.verdict().code())));
              sentences.add(
                  Double.isNaN(row.ciLow())
                      ? texts.of("answer.no.margin")
                      : texts.of(
                          "answer.change.sure",
                          language.signed(row.ciLow()),
                          language.signed(row.ciHigh()),
                          row.family().tests() > 1
                              ? texts.of(
                                  "answer.change.corrected",
                                  names.p(row.pAdjusted()),
                                  row.family().tests())
                              : names.p(row.pAdjusted())));
            });
    sentences.add(
        texts.of(
            average.source() == Provenance.SYNTHETIC
                ? "answer.synthetic"
                : "answer.average.limit"));
    return sentences;
  }

  private static String period(int from, int to) {
    return from == to ? String.valueOf(from) : from + "-" + to;
  }
}
