package org.quipu.bulletin;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quipu.smallarea.AreaLevel;
import org.quipu.smallarea.Diagnostic;
import org.quipu.store.SmallAreaDiagnosticRow;
import org.quipu.text.Language;

/**
 * The page about how good the estimates of small areas are: every check beside what it should be.
 */
final class AreaChecks {
  private final List<SmallAreaDiagnosticRow> rows;
  private final Labels labels;
  private final Language language;
  private final CheckWords words;

  AreaChecks(Evidence evidence, Labels labels) {
    this.rows =
        evidence.diagnostics().stream().filter(row -> row.level() != AreaLevel.AREA).toList();
    this.labels = labels;
    this.language = labels.language();
    this.words = new CheckWords(labels);
  }

  boolean has() {
    return !rows.isEmpty();
  }

  /** The values of the page: a table for each level. */
  Map<String, Object> page() {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put(
        "levels",
        Arrays.stream(AreaLevel.values())
            .map(level -> rows.stream().filter(row -> row.level() == level).toList())
            .filter(own -> !own.isEmpty())
            .map(this::level)
            .toList());
    return page;
  }

  private PageParts.Checks level(List<SmallAreaDiagnosticRow> own) {
    List<String> indicators =
        own.stream().map(SmallAreaDiagnosticRow::indicator).distinct().toList();
    long bounded = own.stream().filter(row -> !Double.isNaN(row.lowest())).count();
    long outside = own.stream().filter(CheckWords::isDoubtful).count();
    String kind = own.get(0).level().code();
    return new PageParts.Checks(
        labels.text("checks.heading." + kind),
        labels.text(
            "checks.summary", language.count((double) bounded), language.count((double) outside)),
        indicators.stream().map(labels::brief).toList(),
        Arrays.stream(Diagnostic.values())
            .map(check -> own.stream().filter(row -> row.diagnostic() == check).toList())
            .filter(found -> !found.isEmpty())
            .map(found -> check(found, indicators))
            .toList());
  }

  private PageParts.Check check(List<SmallAreaDiagnosticRow> found, List<String> indicators) {
    SmallAreaDiagnosticRow any = found.get(0);
    return new PageParts.Check(
        labels.names().diagnostic(any.diagnostic()),
        indicators.stream()
            .map(
                indicator ->
                    found.stream().filter(row -> row.indicator().equals(indicator)).findFirst())
            .map(this::value)
            .toList(),
        words.should(any));
  }

  private PageParts.Value value(Optional<SmallAreaDiagnosticRow> row) {
    return new PageParts.Value(
        row.map(found -> words.value(found)).orElse("–"),
        row.map(CheckWords::isDoubtful).orElse(false));
  }
}
