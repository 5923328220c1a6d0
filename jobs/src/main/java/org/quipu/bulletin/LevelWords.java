package org.quipu.bulletin;

import java.util.Optional;
import org.quipu.YearRange;
import org.quipu.charts.PlottedChange;
import org.quipu.charts.PlottedLevel;
import org.quipu.store.ChangeRow;
import org.quipu.text.Language;

/** Levels and changes of the tables as a page writes them. */
final class LevelWords {
  private final Evidence evidence;
  private final Labels labels;
  private final Language language;
  private final YearRange span;

  LevelWords(Evidence evidence, Labels labels, YearRange span) {
    this.evidence = evidence;
    this.labels = labels;
    this.language = labels.language();
    this.span = span;
  }

  /** A change that may be shown. */
  Optional<ChangeRow> change(String indicator, String region) {
    return evidence
        .change(indicator, region, span)
        .filter(row -> !Double.isNaN(PlottedValues.change(row).points()));
  }

  /** The name of a change's verdict, which says how it is dressed. */
  static String tone(Optional<ChangeRow> change) {
    return change
        .map(PlottedValues::change)
        .map(PlottedChange::verdict)
        .orElse(PlottedChange.Verdict.NOT_TESTED)
        .code();
  }

  /** The level of a region, or of the country as {@code 00}. */
  PageParts.Level level(String indicator, String region, int year) {
    return level(estimate(indicator, region, year), year);
  }

  /** The level of a domain of a table. */
  PageParts.Level level(String indicator, String by, String domain, int year) {
    return level(PlottedValues.estimate(evidence.level(indicator, by, domain, year)), year);
  }

  private PageParts.Level level(PlottedLevel estimate, int year) {
    boolean interval = !Double.isNaN(estimate.low()) && !Double.isNaN(estimate.high());
    return new PageParts.Level(
        String.valueOf(year),
        percent(estimate),
        interval ? language.interval(estimate.low(), estimate.high()) : "",
        interval
            ? labels.text(
                "between", language.decimal(estimate.low(), 1), language.percent(estimate.high()))
            : "");
  }

  PlottedLevel estimate(String indicator, String region, int year) {
    return PlottedValues.estimate(evidence.level(indicator, region, year));
  }

  String percent(PlottedLevel estimate) {
    return switch (estimate.showing()) {
      case SHOWN -> language.percent(estimate.percent());
      case REFERENTIAL -> "(" + language.percent(estimate.percent()) + ")";
      case FEW_INTERVIEWS, PROTECTED, IMPRECISE, ABSENT ->
          labels.text("showing." + estimate.showing().code());
    };
  }
}
