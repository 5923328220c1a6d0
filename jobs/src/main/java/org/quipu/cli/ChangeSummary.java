package org.quipu.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quipu.Provenance;
import org.quipu.change.ChangeVerdict;
import org.quipu.endes.ChangeTables;
import org.quipu.endes.Dimensions;
import org.quipu.endes.Indicator;
import org.quipu.job.ChangeJob;
import org.quipu.store.ChangeRow;
import org.quipu.store.HeterogeneityRow;
import org.quipu.text.Language;
import org.quipu.text.Messages;
import org.quipu.text.narrative.Names;
import org.quipu.workbook.SheetWords;

/**
 * What the terminal shows of change: the country's, how many domains of each table changed, and the
 * answer in words.
 */
final class ChangeSummary {
  private final ChangeTables tables;
  private final Messages texts;
  private final Language language;
  private final Names names;
  private final SheetWords words;

  private ChangeSummary(ChangeTables tables, Console console) {
    this.tables = tables;
    this.texts = console.texts();
    this.language = console.language();
    this.names = new Names(language);
    this.words = new SheetWords(language);
  }

  static List<String> lines(ChangeJob.Result result, Console console) {
    return lines(
        result.tables(),
        result.changes().stream()
            .filter(row -> !Indicator.is(row.indicator(), Indicator.Kind.ACT))
            .toList(),
        console);
  }

  /**
   * The lines of some of the changes.
   *
   * @param tables which they are from
   */
  static List<String> lines(ChangeTables tables, List<ChangeRow> rows, Console console) {
    ChangeSummary summary = new ChangeSummary(tables, console);
    List<ChangeRow> country =
        rows.stream().filter(row -> row.by().equals(Dimensions.NATIONAL)).toList();
    Map<List<String>, List<ChangeRow>> families = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> !row.by().equals(Dimensions.NATIONAL))
        .forEach(
            row ->
                families
                    .computeIfAbsent(
                        List.of(row.indicator(), row.by()), family -> new ArrayList<>())
                    .add(row));
    List<String> lines = new ArrayList<>(summary.country(country));
    lines.addAll(summary.domains(families.values()));
    Headline.of(country.isEmpty() ? rows : country, ChangeRow::indicator, ChangeRow::toYear)
        .ifPresent(
            row ->
                lines.addAll(
                    country.isEmpty()
                        ? summary.answer(families.get(List.of(row.indicator(), row.by())))
                        : summary.answer(row)));
    return lines;
  }

  /** The changes of the country, a line each. */
  private List<String> country(List<ChangeRow> rows) {
    AlignedTable printed =
        AlignedTable.of(
            texts, "indicator", "years", "levels", "change", "interval", "p.adjusted", "verdict");
    rows.forEach(
        row ->
            printed.row(
                List.of(
                    names.indicator(row.indicator()),
                    row.fromYear() + "-" + row.toYear(),
                    language.decimal(row.percentFrom(), 1)
                        + " → "
                        + language.percent(row.percentTo()),
                    language.signed(row.change()),
                    interval(row),
                    AlignedTable.p(row.pAdjusted(), language),
                    words.values("verdict", row.verdict().code()))));
    return printed.lines();
  }

  private String interval(ChangeRow row) {
    return Double.isNaN(row.ciLow()) ? "–" : language.signedInterval(row.ciLow(), row.ciHigh());
  }

  /** In how many domains of each table an indicator changed. */
  private List<String> domains(Iterable<List<ChangeRow>> families) {
    AlignedTable printed =
        AlignedTable.of(
            texts,
            "indicator",
            "by",
            "fell",
            "rose",
            "unclear",
            "depends",
            "untested",
            "unseen",
            "alike");
    for (List<ChangeRow> rows : families) {
      ChangeRow any = rows.get(0);
      printed.row(
          List.of(
              names.indicator(any.indicator()),
              words.breakdown(any.by()),
              count(rows, ChangeVerdict.DECREASE),
              count(rows, ChangeVerdict.INCREASE),
              count(rows, ChangeVerdict.NO_CLEAR_CHANGE),
              count(rows, ChangeVerdict.DEPENDS_ON_ASSUMED_ERROR),
              count(rows, ChangeVerdict.NOT_TESTED),
              language.count(rows.stream().filter(ChangeRow::isTooSmallToSee).count()),
              AlignedTable.p(
                  tables.heterogeneity().stream()
                      .filter(row -> row.indicator().equals(any.indicator()))
                      .filter(row -> row.by().equals(any.by()))
                      .mapToDouble(HeterogeneityRow::pValue)
                      .findFirst()
                      .orElse(Double.NaN),
                  language)));
    }

    return printed.lines();
  }

  private String count(List<ChangeRow> rows, ChangeVerdict verdict) {
    return language.count(number(rows, verdict));
  }

  private static long number(List<ChangeRow> rows, ChangeVerdict verdict) {
    return rows.stream().filter(row -> row.verdict() == verdict).count();
  }

  /** Whether it changed, by how much, how sure that is, and what it does not say. */
  private List<String> answer(ChangeRow row) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        texts.of(
            "answer.change." + row.verdict().code(),
            names.indicator(row.indicator()),
            row.fromYear(),
            row.toYear()));
    if (!Double.isNaN(row.change())) {
      sentences.add(
          texts.of(
              "answer.change.size",
              language.percent(row.percentFrom()),
              language.percent(row.percentTo()),
              language.signed(row.change()),
              language.signed(row.relativeChange())));
    }
    sentences.add(
        Double.isNaN(row.ciLow())
            ? texts.of("answer.no.margin")
            : texts.of(
                "answer.change.sure",
                language.signed(row.ciLow()),
                language.signed(row.ciHigh()),
                row.tests() > 1
                    ? texts.of("answer.change.corrected", names.p(row.pAdjusted()), row.tests())
                    : names.p(row.pAdjusted())));
    sentences.add(limit(List.of(row)));
    return sentences;
  }

  /** The same of the domains of a table. */
  private List<String> answer(List<ChangeRow> rows) {
    ChangeRow any = rows.get(0);
    return List.of(
        texts.of(
            "answer.change.domains",
            names.indicator(any.indicator()),
            words.breakdown(any.by()),
            number(rows, ChangeVerdict.DECREASE),
            number(rows, ChangeVerdict.INCREASE),
            rows.size()),
        texts.of(
            "answer.change.tests",
            rows.stream().filter(row -> !Double.isNaN(row.pValue())).count(),
            names.correction(any.correction())),
        limit(rows));
  }

  /** That the data are made up, or what could not have been seen, or else what a change is. */
  private String limit(List<ChangeRow> rows) {
    if (rows.stream().anyMatch(row -> row.source() == Provenance.SYNTHETIC)) {
      return texts.of("answer.synthetic");
    }

    double[] detectable =
        rows.stream()
            .filter(ChangeRow::isTooSmallToSee)
            .mapToDouble(ChangeRow::smallestDetectable)
            .sorted()
            .toArray();
    if (detectable.length == 0) {
      return texts.of("answer.change.limit");
    }

    String points = language.decimal(detectable[detectable.length / 2], 1);
    return rows.size() == 1
        ? texts.of("answer.change.power", points)
        : texts.of("answer.change.power.domains", detectable.length, points);
  }
}
