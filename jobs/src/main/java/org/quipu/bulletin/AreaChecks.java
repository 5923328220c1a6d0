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

  AreaChecks(Evidence evidence, Labels labels) {
    this.rows =
        evidence.diagnostics().stream().filter(row -> row.level() != AreaLevel.AREA).toList();
    this.labels = labels;
    this.language = labels.language();
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
    long outside = own.stream().filter(AreaChecks::isDoubtful).count();
    String kind = own.get(0).level().code();
    return new PageParts.Checks(
        labels.text("checks.heading." + kind),
        labels.text(
            "checks.summary", language.count((double) bounded), language.count((double) outside)),
        indicators.stream().map(labels::indicator).toList(),
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
        should(any));
  }

  private PageParts.Value value(Optional<SmallAreaDiagnosticRow> row) {
    return new PageParts.Value(
        row.map(found -> written(found.unit(), found.value())).orElse("–"),
        row.map(AreaChecks::isDoubtful).orElse(false));
  }

  private static boolean isDoubtful(SmallAreaDiagnosticRow row) {
    return row.value() < row.lowest() || row.value() > row.highest();
  }

  /** What a value should be, or the bounds within which it raises no doubt. */
  private String should(SmallAreaDiagnosticRow row) {
    if (!Double.isNaN(row.lowest())) {
      return labels.text(
          "checks.between", bound(row.unit(), row.lowest()), bound(row.unit(), row.highest()));
    }

    return Double.isNaN(row.reference()) ? "" : bound(row.unit(), row.reference());
  }

  private String bound(Diagnostic.Unit unit, double value) {
    return unit == Diagnostic.Unit.PERCENT
        ? language.decimal(value, 0) + "\u00a0%"
        : language.decimal(value, value == Math.rint(value) ? 0 : 2);
  }

  private String written(Diagnostic.Unit unit, double value) {
    return switch (unit) {
      case COUNT -> language.count(value);
      case NUMBER, STANDARD_ERRORS -> language.decimal(value, 2);
      case PERCENT -> language.percent(value);
      case ESTIMATE -> labels.text("checks.points", language.decimal(value, 1));
    };
  }
}
