package org.quipu.bulletin;

import java.util.EnumSet;
import java.util.Set;
import org.quipu.charts.Mark;
import org.quipu.charts.PlottedChange;
import org.quipu.charts.PlottedLevel;
import org.quipu.store.ChangeRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.survey.quality.Quality;

/** Rows of tables as the figures' plain numbers, and what their marks mean to a reader. */
final class PlottedValues {
  private static final Set<String> REFERENTIAL =
      Set.of("referential", "parentheses", "weakly_reliable", "review", "not_reliable");

  private PlottedValues() {}

  static PlottedLevel estimate(PrevalenceRow row) {
    Quality quality = Quality.parse(row.quality());
    if (quality.isHidden() || Double.isNaN(row.percent())) {
      return new PlottedLevel(
          Double.NaN,
          Double.NaN,
          Double.NaN,
          quality.isHidden() ? PlottedLevel.Showing.HIDDEN : PlottedLevel.Showing.ABSENT);
    }

    return new PlottedLevel(
        row.percent(),
        row.ciLow(),
        row.ciHigh(),
        REFERENTIAL.contains(quality.verdict())
            ? PlottedLevel.Showing.REFERENTIAL
            : PlottedLevel.Showing.SHOWN);
  }

  static PlottedChange change(ChangeRow row) {
    boolean hidden = Quality.parse(row.quality()).isHidden();

    return new PlottedChange(
        hidden ? Double.NaN : row.change(), row.ciLow(), row.ciHigh(), verdict(row.verdict()));
  }

  private static PlottedChange.Verdict verdict(String verdict) {
    return switch (verdict) {
      case "decrease" -> PlottedChange.Verdict.DECREASE;
      case "increase" -> PlottedChange.Verdict.INCREASE;
      case "no_clear_change" -> PlottedChange.Verdict.NO_CLEAR_CHANGE;
      default -> PlottedChange.Verdict.NOT_TESTED;
    };
  }

  /** What must be told of a number with this source and quality. */
  static Set<Mark> marks(String source, String quality) {
    Quality parsed = Quality.parse(quality);
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    if (Kind.of(source) == Kind.SYNTHETIC || parsed.has(Quality.SYNTHETIC)) {
      marks.add(Mark.SYNTHETIC);
    }
    if (Kind.of(source) == Kind.RECOMPUTED || parsed.has(Quality.RECOMPUTED)) {
      marks.add(Mark.RECOMPUTED);
    }
    if (parsed.has(Quality.SE_APPROXIMATED)) {
      marks.add(Mark.APPROXIMATE_ERROR);
    }
    if (parsed.has(Quality.PARTIAL)) {
      marks.add(Mark.PARTIAL);
    }
    if (parsed.has(Quality.HOUSEHOLD_WEIGHT)) {
      marks.add(Mark.HOUSEHOLD_WEIGHT);
    }

    return marks;
  }
}
