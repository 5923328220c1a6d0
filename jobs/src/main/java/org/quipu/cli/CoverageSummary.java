package org.quipu.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quipu.Regions;
import org.quipu.program.ServiceMeasure;
import org.quipu.store.CoverageRow;
import org.quipu.text.Language;
import org.quipu.text.Messages;
import org.quipu.text.narrative.Names;

/**
 * What the terminal shows of coverage in the longest window: the country, the regions reached least
 * and most, and the answer in words.
 */
final class CoverageSummary {
  private static final Comparator<CoverageRow> LENGTH =
      Comparator.comparingInt(row -> row.toYear() - row.fromYear());
  private static final Comparator<CoverageRow> COVERAGE =
      Comparator.comparingDouble(CoverageRow::coverage);

  private final Messages texts;
  private final Language language;
  private final Names names;

  private CoverageSummary(Console console) {
    this.texts = console.texts();
    this.language = console.language();
    this.names = new Names(language);
  }

  static List<String> lines(List<CoverageRow> rows, Console console) {
    return rows.stream()
        .filter(row -> !Double.isNaN(row.coverage()))
        .max(LENGTH)
        .map(longest -> new CoverageSummary(console).lines(rows, longest))
        .orElse(List.of());
  }

  private List<String> lines(List<CoverageRow> rows, CoverageRow longest) {
    Map<String, List<CoverageRow>> measures = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> LENGTH.compare(row, longest) == 0 && row.fromYear() == longest.fromYear())
        .filter(row -> !Double.isNaN(row.coverage()))
        .forEach(row -> measures.computeIfAbsent(row.measure(), key -> new ArrayList<>()).add(row));
    AlignedTable printed = AlignedTable.of(texts, "measure", "country", "least", "most");
    measures.forEach(
        (measure, found) ->
            printed.row(
                List.of(names.measure(measure), country(found), least(found), most(found))));
    List<String> lines = new ArrayList<>(printed.lines());
    String people = ServiceMeasure.PEOPLE_INFORMED_PER_1000_WOMEN.code();
    lines.addAll(
        answer(measures.getOrDefault(people, measures.values().iterator().next()), longest));
    return lines;
  }

  /** How far it reached, from where to where, what is missing, and what it does not say. */
  private List<String> answer(List<CoverageRow> rows, CoverageRow longest) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        texts.of(
            "answer.coverage",
            names.measure(rows.get(0).measure()),
            country(rows),
            longest.fromYear(),
            longest.toYear()));
    if (!regions(rows).isEmpty()) {
      sentences.add(texts.of("answer.coverage.size", least(rows), most(rows)));
    }
    boolean partial = rows.stream().anyMatch(row -> !row.partial().isEmpty());
    sentences.add(texts.of(partial ? "answer.coverage.partial" : "answer.coverage.whole"));
    sentences.add(texts.of("answer.coverage.limit"));
    return sentences;
  }

  private static List<CoverageRow> regions(List<CoverageRow> rows) {
    return rows.stream().filter(row -> !row.region().equals(Regions.NATIONAL)).toList();
  }

  private String country(List<CoverageRow> rows) {
    return rows.stream()
        .filter(row -> row.region().equals(Regions.NATIONAL))
        .map(row -> language.decimal(row.coverage(), 1))
        .findFirst()
        .orElse("–");
  }

  private String least(List<CoverageRow> rows) {
    return regions(rows).stream().min(COVERAGE).map(this::shown).orElse("–");
  }

  private String most(List<CoverageRow> rows) {
    return regions(rows).stream().max(COVERAGE).map(this::shown).orElse("–");
  }

  private String shown(CoverageRow row) {
    return names.region(row.region()) + " " + language.decimal(row.coverage(), 1);
  }
}
