package org.quipu.change;

import org.quipu.change.ChangeFamily.Pair;
import org.quipu.store.PrevalenceRow;
import org.quipu.survey.quality.QualityMark;

/**
 * Standard errors of published figures that came without one: √(p(1−p)/n · deff), with a design
 * effect seen on other data.
 */
public final class Approximation {
  /** The median of ENDES 2020's regions. */
  public static final double USUAL_DEFF = 1.7;

  /** The smallest and largest of ENDES 2020's regions. */
  public static final double LOWEST_DEFF = 1.2;

  public static final double HIGHEST_DEFF = 2.7;

  private Approximation() {}

  /** The standard error in points of a percentage of n answers. */
  public static double standardError(double percent, double n, double deff) {
    return Math.sqrt(percent * (100 - percent) / n * deff);
  }

  static boolean isIn(PrevalenceRow row) {
    return row.quality().has(QualityMark.SE_APPROXIMATED);
  }

  static boolean isIn(Pair pair) {
    return isIn(pair.from()) || isIn(pair.to());
  }

  /** The row with another design effect where its standard error was approximated. */
  static PrevalenceRow withDeff(PrevalenceRow row, double deff) {
    if (!isIn(row)) {
      return row;
    }

    return new PrevalenceRow(
        row.year(),
        row.indicator(),
        row.by(),
        row.domain(),
        row.label(),
        row.percent(),
        standardError(row.percent(), row.n(), deff),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        deff,
        row.df(),
        row.n(),
        row.weightedN(),
        row.psus(),
        row.strata(),
        row.quality(),
        row.source(),
        row.qualityReason());
  }
}
