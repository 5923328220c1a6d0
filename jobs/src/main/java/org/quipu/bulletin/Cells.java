package org.quipu.bulletin;

import java.util.EnumSet;
import java.util.Set;
import org.quipu.charts.Change;
import org.quipu.charts.Estimate;
import org.quipu.charts.Mark;
import org.quipu.store.ChangeRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.survey.quality.Quality;

/** Rows of tables as the figures' plain numbers, and what their marks mean to a reader. */
final class Cells {
  private static final Set<String> REFERENTIAL =
      Set.of("referential", "parentheses", "weakly_reliable", "review", "not_reliable");

  private Cells() {}

  static Estimate estimate(PrevalenceRow row) {
    Quality quality = Quality.parse(row.quality());
    if (quality.isHidden() || Double.isNaN(row.percent())) {
      return new Estimate(
          Double.NaN,
          Double.NaN,
          Double.NaN,
          quality.isHidden() ? Estimate.Showing.HIDDEN : Estimate.Showing.ABSENT);
    }

    return new Estimate(
        row.percent(),
        row.ciLow(),
        row.ciHigh(),
        REFERENTIAL.contains(quality.verdict())
            ? Estimate.Showing.REFERENTIAL
            : Estimate.Showing.SHOWN);
  }

  static Change change(ChangeRow row) {
    boolean hidden = Quality.parse(row.quality()).isHidden();

    return new Change(
        hidden ? Double.NaN : row.change(), row.ciLow(), row.ciHigh(), verdict(row.verdict()));
  }

  private static Change.Verdict verdict(String verdict) {
    return switch (verdict) {
      case "decrease" -> Change.Verdict.DECREASE;
      case "increase" -> Change.Verdict.INCREASE;
      case "no_clear_change" -> Change.Verdict.NO_CLEAR_CHANGE;
      default -> Change.Verdict.NOT_TESTED;
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
