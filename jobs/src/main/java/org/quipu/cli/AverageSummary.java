package org.quipu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.quipu.Provenance;
import org.quipu.change.ChangeVerdict;
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
 * What the terminal shows of averages: the country's and how the last of them differs from the
 * first, else in how many domains of a table it does.
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
    AverageSummary summary = new AverageSummary(console);
    List<String> lines = new ArrayList<>(summary.table(country));
    List<AverageRow> all = country.isEmpty() ? averages : country;
    Headline.of(all, AverageRow::indicator, AverageRow::toYear)
        .ifPresent(
            headline -> {
              List<AverageChangeRow> changes = changes(headline, result.changes());
              lines.addAll(country.isEmpty() ? summary.domains(changes) : summary.country(changes));
              lines.add(summary.limit(headline));
            });
    return lines;
  }

  /** The changes of a row's indicator and table to the last of the periods. */
  private static List<AverageChangeRow> changes(AverageRow any, List<AverageChangeRow> changes) {
    List<AverageChangeRow> family =
        changes.stream()
            .filter(row -> row.indicator().equals(any.indicator()))
            .filter(row -> row.by().equals(any.by()))
            .toList();
    return family.stream()
        .filter(row -> row.period().equals(family.get(family.size() - 1).period()))
        .toList();
  }

  private List<String> table(List<AverageRow> rows) {
    AlignedTable printed = AlignedTable.of(texts, "indicator", "years", "percent", "interval");
    rows.forEach(
        row ->
            printed.row(
                List.of(
                    names.indicator(row.indicator()),
                    period(row.fromYear(), row.toYear()),
                    language.percent(row.percent()),
                    Double.isNaN(row.ciLow())
                        ? "–"
                        : language.interval(row.ciLow(), row.ciHigh()))));
    return printed.lines();
  }

  /** How the country's average differs from that of the first period. */
  private List<String> country(List<AverageChangeRow> changes) {
    return changes.stream()
        .flatMap(
            row ->
                Stream.of(
                    texts.of(
                        "answer.average",
                        names.indicator(row.indicator()),
                        row.label(),
                        language.percent(row.percentFrom()),
                        period(row.firstFromYear(), row.firstToYear()),
                        language.percent(row.percentTo()),
                        period(row.fromYear(), row.toYear()),
                        words.values("verdict", row.verdict().code())),
                    sure(row)))
        .toList();
  }

  private String sure(AverageChangeRow row) {
    int tests = row.family().tests();
    return Double.isNaN(row.ciLow())
        ? texts.of("answer.no.margin")
        : texts.of(
            "answer.change.sure",
            language.signed(row.ciLow()),
            language.signed(row.ciHigh()),
            tests > 1
                ? texts.of("answer.change.corrected", names.p(row.pAdjusted()), tests)
                : names.p(row.pAdjusted()));
  }

  /** In how many domains the average fell and rose. */
  private List<String> domains(List<AverageChangeRow> changes) {
    if (changes.isEmpty()) {
      return List.of();
    }

    AverageChangeRow any = changes.get(0);
    return List.of(
        texts.of(
            "answer.change.domains",
            names.indicator(any.indicator()),
            words.breakdown(any.by()),
            number(changes, ChangeVerdict.DECREASE),
            number(changes, ChangeVerdict.INCREASE),
            changes.size()),
        texts.of(
            "answer.change.tests",
            any.family().tests(),
            names.correction(any.family().correction())));
  }

  private static long number(List<AverageChangeRow> changes, ChangeVerdict verdict) {
    return changes.stream().filter(row -> row.verdict() == verdict).count();
  }

  private String limit(AverageRow average) {
    return texts.of(
        average.source() == Provenance.SYNTHETIC ? "answer.synthetic" : "answer.average.limit");
  }

  private static String period(int from, int to) {
    return from == to ? String.valueOf(from) : from + "-" + to;
  }
}
