package org.quipu.bulletin;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.quipu.Provenance;
import org.quipu.change.ChangeVerdict;
import org.quipu.charts.Mark;
import org.quipu.charts.PlottedChange;
import org.quipu.charts.PlottedLevel;
import org.quipu.charts.RegressionLine;
import org.quipu.math.Distributions;
import org.quipu.store.AssociationRow;
import org.quipu.store.ChangeRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.SmallAreaRow;
import org.quipu.survey.quality.Quality;
import org.quipu.survey.quality.QualityMark;

/** Rows of tables as the figures' plain numbers, and what their marks mean to a reader. */
final class PlottedValues {
  private static final double CONFIDENCE = 0.95;

  private PlottedValues() {}

  static PlottedLevel estimate(PrevalenceRow row) {
    Quality quality = row.quality();
    if (quality.isHidden() || Double.isNaN(row.percent())) {
      return new PlottedLevel(Double.NaN, Double.NaN, Double.NaN, missing(quality));
    }

    return new PlottedLevel(
        row.percent(),
        row.ciLow(),
        row.ciHigh(),
        quality.isReferential() ? PlottedLevel.Showing.REFERENTIAL : PlottedLevel.Showing.SHOWN);
  }

  /** A level, or that there is none. */
  static PlottedLevel estimate(Optional<PrevalenceRow> row) {
    return row.map(PlottedValues::estimate).orElse(PlottedLevel.NONE);
  }

  /** A model's estimate: the one that adds up to its region's, where there is one. */
  static PlottedLevel estimate(SmallAreaRow row) {
    double percent = Double.isNaN(row.benchmarked()) ? row.model() : row.benchmarked();
    if (Double.isNaN(percent)) {
      return PlottedLevel.NONE;
    }

    return new PlottedLevel(
        percent,
        row.ciLow(),
        row.ciHigh(),
        row.quality().isReferential()
            ? PlottedLevel.Showing.REFERENTIAL
            : PlottedLevel.Showing.SHOWN);
  }

  static PlottedChange change(ChangeRow row) {
    if (row.quality().isHidden() || Double.isNaN(row.change())) {
      return PlottedChange.without(missing(row.quality()));
    }

    return new PlottedChange(row.change(), row.ciLow(), row.ciHigh(), verdict(row));
  }

  /** What stands in the place of a number that is not shown, or that there is none. */
  private static PlottedLevel.Showing missing(Quality quality) {
    return quality
        .hiding()
        .map(
            why ->
                switch (why) {
                  case FEW_INTERVIEWS -> PlottedLevel.Showing.FEW_INTERVIEWS;
                  case SECONDARY -> PlottedLevel.Showing.PROTECTED;
                  case IMPRECISE -> PlottedLevel.Showing.IMPRECISE;
                })
        .orElse(PlottedLevel.Showing.ABSENT);
  }

  private static PlottedChange.Verdict verdict(ChangeRow row) {
    return row.isHint()
        ? hint(row.uncorrectedVerdict())
        : switch (row.verdict()) {
          case DECREASE -> PlottedChange.Verdict.DECREASE;
          case INCREASE -> PlottedChange.Verdict.INCREASE;
          case NO_CLEAR_CHANGE -> PlottedChange.Verdict.NO_CLEAR_CHANGE;
          case DEPENDS_ON_ASSUMED_ERROR -> PlottedChange.Verdict.DEPENDS_ON_ASSUMED_ERROR;
          case NOT_TESTED -> PlottedChange.Verdict.NOT_TESTED;
        };
  }

  private static PlottedChange.Verdict hint(ChangeVerdict uncorrected) {
    return uncorrected == ChangeVerdict.DECREASE
        ? PlottedChange.Verdict.HINT_OF_DECREASE
        : PlottedChange.Verdict.HINT_OF_INCREASE;
  }

  /** The line of a meta-regression and its band. */
  static RegressionLine line(AssociationRow row) {
    return new RegressionLine(
        row.intercept(),
        row.estimate(),
        row.interceptVariance(),
        row.interceptSlopeCovariance(),
        row.standardError() * row.standardError(),
        Distributions.critical(CONFIDENCE, row.df()));
  }

  /** What a reader must know of a number with this source and quality. */
  static Set<Mark> marks(Provenance source, Quality quality) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    if (source == Provenance.SYNTHETIC || quality.has(QualityMark.SYNTHETIC)) {
      marks.add(Mark.SYNTHETIC);
    }
    if (source == Provenance.RECOMPUTED || quality.has(QualityMark.RECOMPUTED)) {
      marks.add(Mark.RECOMPUTED);
    }
    if (quality.has(QualityMark.ELIGIBLE_WOMEN_WEIGHT)) {
      marks.add(Mark.ELIGIBLE_WOMEN_WEIGHT);
    }
    if (quality.has(QualityMark.CALIBRATED_WEIGHT)) {
      marks.add(Mark.CALIBRATED_WEIGHT);
    }
    if (quality.has(QualityMark.INCOMPLETE)) {
      marks.add(Mark.INCOMPLETE);
    }
    if (quality.has(QualityMark.MODEL)) {
      marks.add(Mark.MODEL);
    }
    if (quality.has(QualityMark.SE_APPROXIMATED)) {
      marks.add(Mark.APPROXIMATE_ERROR);
    }
    if (quality.has(QualityMark.INDEPENDENCE_ASSUMED)) {
      marks.add(Mark.INDEPENDENCE_ASSUMED);
    }
    if (quality.has(QualityMark.PARTIAL)) {
      marks.add(Mark.PARTIAL);
    }
    if (quality.has(QualityMark.HOUSEHOLD_WEIGHT)) {
      marks.add(Mark.HOUSEHOLD_WEIGHT);
    }

    return marks;
  }
}
