package org.quipu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quipu.Provenance;
import org.quipu.endes.Dimensions;
import org.quipu.endes.Indicator;
import org.quipu.store.PrevalenceRow;
import org.quipu.text.Language;
import org.quipu.text.Messages;
import org.quipu.text.narrative.Names;
import org.quipu.workbook.SheetWords;

/**
 * What the terminal shows of prevalence: the first table of domains in the years that were
 * estimated (where all are published figures, in the last of them), and the answer in words.
 */
final class PrevalenceSummary {
  private static final int MOST_LINES = 40;

  private final Messages texts;
  private final Language language;
  private final Names names;
  private final SheetWords words;
  private final List<PrevalenceRow> rows;

  private PrevalenceSummary(Console console, List<PrevalenceRow> rows) {
    this.texts = console.texts();
    this.language = console.language();
    this.names = new Names(language);
    this.words = new SheetWords(language);
    this.rows = rows;
  }

  /**
   * The lines.
   *
   * @param table of domains that is shown
   */
  static List<String> lines(List<PrevalenceRow> rows, String table, Console console) {
    return new PrevalenceSummary(console, rows).lines(table);
  }

  private List<String> lines(String table) {
    NavigableSet<Integer> years = years(rows.stream());
    NavigableSet<Integer> shown = years(rows.stream().filter(row -> row.source().isComputed()));
    if (shown.isEmpty() && !years.isEmpty()) {
      shown.add(years.last());
    }

    List<PrevalenceRow> first =
        rows.stream()
            .filter(row -> row.by().equals(table) && shown.contains(row.year()))
            .filter(row -> !Indicator.is(row.indicator(), Indicator.Kind.ACT))
            .filter(row -> !Double.isNaN(row.percent()))
            .toList();
    AlignedTable printed =
        AlignedTable.of(
            texts, "year", "indicator", "domain", "percent", "interval", "women", "quality");
    first.stream().limit(MOST_LINES).forEach(row -> printed.row(cells(row)));
    List<String> lines = new ArrayList<>(printed.lines());
    if (first.size() > MOST_LINES) {
      lines.add("  " + texts.of("more", first.size() - MOST_LINES));
    }

    years.removeAll(shown);
    if (!years.isEmpty()) {
      lines.add(
          "  "
              + texts.of(
                  "prevalence.published",
                  names.list(years.stream().map(String::valueOf).toList())));
    }

    lines.addAll(answer(first));
    return lines;
  }

  private static NavigableSet<Integer> years(Stream<PrevalenceRow> rows) {
    return rows.map(PrevalenceRow::year).collect(Collectors.toCollection(TreeSet::new));
  }

  private List<String> cells(PrevalenceRow row) {
    return List.of(
        String.valueOf(row.year()),
        names.indicator(row.indicator()),
        names.domain(row.by(), row.domain()),
        language.percent(row.percent()),
        Double.isNaN(row.ciLow()) ? "–" : language.interval(row.ciLow(), row.ciHigh()),
        row.n() == null ? "–" : language.count(row.n()),
        words.values("quality", row.quality().toString()));
  }

  /** The level of the headline in the last year, how many there are, how sure, and of whom. */
  private List<String> answer(List<PrevalenceRow> shown) {
    List<PrevalenceRow> country =
        shown.stream().filter(row -> row.by().equals(Dimensions.NATIONAL)).toList();
    List<String> sentences = new ArrayList<>();
    Headline.of(country, PrevalenceRow::indicator, PrevalenceRow::year)
        .ifPresent(
            row -> {
              sentences.add(
                  texts.of(
                      "answer.prevalence",
                      names.indicator(row.indicator()),
                      row.year(),
                      language.percent(row.percent())));
              sentences.add(
                  Double.isNaN(row.ciLow())
                      ? texts.of("answer.no.margin")
                      : texts.of(
                          "answer.prevalence.sure",
                          language.percent(row.ciLow()),
                          language.percent(row.ciHigh())));
            });
    long hidden = rows.stream().filter(row -> Double.isNaN(row.percent())).count();
    sentences.add(
        texts.of(
            "answer.prevalence.size",
            language.count(rows.size()),
            hidden == 0 ? "" : texts.of("answer.prevalence.hidden", hidden)));
    sentences.add(
        texts.of(
            rows.stream().anyMatch(row -> row.source() == Provenance.SYNTHETIC)
                ? "answer.synthetic"
                : "answer.told"));
    return sentences;
  }
}
