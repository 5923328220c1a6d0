package org.quipu.store;

import java.util.ArrayList;
import java.util.List;
import org.quipu.Provenance;
import org.quipu.change.Change;
import org.quipu.change.ChangeVerdict;
import org.quipu.change.IneiComparison;
import org.quipu.change.LevelPair.Definition;
import org.quipu.change.LevelPair.Sampling;
import org.quipu.math.Adjustment;
import org.quipu.math.SimultaneousIntervals;
import org.quipu.math.TestedEstimate;
import org.quipu.store.DomainFamily.Subject;
import org.quipu.survey.quality.Quality;
import org.quipu.survey.quality.QualityMark;

/**
 * One change between two years, of the {@code change} table: change, standard error and interval in
 * percentage points, the relative change and its interval in percent of the first year's level.
 *
 * @param statistic t of change / standard error
 * @param df degrees of freedom of the t: those of both samples, clusters in both counted once
 * @param pAdjusted p after the correction for the family of tests
 * @param covariance between the two years' estimates, in squared points
 * @param family the tests that were corrected together and how
 * @param tests how many were corrected together
 * @param ineiDifference the difference of the two levels as INEI prints it, each rounded to one
 *     decimal
 * @param ineiSignificance INEI's stars: {@code *}, {@code **}, {@code ***}, or nothing
 * @param simultaneousLow lower end of the interval that goes with the corrected test: it excludes 0
 *     where the verdict is a decrease or an increase
 * @param uncorrectedVerdict of the test taken alone, which goes with {@code ciLow} and {@code
 *     ciHigh}
 * @param smallestDetectable the smallest true change, in points, that the test taken alone would
 *     have found with 80 % power; after the correction it takes a larger one
 */
public record ChangeRow(
    String indicator,
    String by,
    String domain,
    String label,
    int fromYear,
    int toYear,
    double percentFrom,
    double percentTo,
    double change,
    double relativeChange,
    double standardError,
    double ciLow,
    double ciHigh,
    double statistic,
    double df,
    double pValue,
    double pAdjusted,
    ChangeVerdict verdict,
    double relativeCiLow,
    double relativeCiHigh,
    double covariance,
    DomainFamily family,
    Quality quality,
    Provenance source,
    int tests,
    Adjustment correction,
    double ineiDifference,
    IneiComparison.Significance ineiSignificance,
    double simultaneousLow,
    double simultaneousHigh,
    SimultaneousIntervals.Method simultaneousMethod,
    ChangeVerdict uncorrectedVerdict,
    double smallestDetectable)
    implements DomainTableRow {

  /**
   * A change from one year's estimate to another's.
   *
   * @param tests in the change's family
   */
  public static ChangeRow of(
      PrevalenceRow from, PrevalenceRow to, Change change, int tests, Adjustment correction) {
    TestedEstimate points = change.points();
    return new ChangeRow(
        to.indicator(),
        to.by(),
        to.domain(),
        to.label(),
        from.year(),
        to.year(),
        from.percent(),
        to.percent(),
        points.estimate(),
        change.relative().percent(),
        points.standardError(),
        points.low(),
        points.high(),
        points.statistic(),
        points.df(),
        points.pValue(),
        change.pAdjusted(),
        change.verdict(),
        change.relative().low(),
        change.relative().high(),
        change.covariance(),
        new DomainFamily(to.indicator(), to.by(), tests, correction, Subject.CHANGE),
        from.quality().merge(to.quality()).merge(marks(change)),
        from.source().merge(to.source()),
        tests,
        correction,
        change.inei().difference(),
        change.inei().significance(),
        change.simultaneous().low(),
        change.simultaneous().high(),
        change.simultaneous().method(),
        change.uncorrected(),
        change.smallestDetectable());
  }

  private static Quality marks(Change change) {
    List<QualityMark> marks = new ArrayList<>();
    if (change.points().isTested() && change.sampling() == Sampling.INDEPENDENCE_ASSUMED) {
      marks.add(QualityMark.INDEPENDENCE_ASSUMED);
    }

    if (change.definition() == Definition.OTHER_ITEMS) {
      marks.add(QualityMark.NOT_COMPARABLE);
    }

    return Quality.marked(marks);
  }

  /** Whether the change differs from zero taken alone, but no longer after the correction. */
  public boolean isHint() {
    return verdict == ChangeVerdict.NO_CLEAR_CHANGE
        && (uncorrectedVerdict == ChangeVerdict.DECREASE
            || uncorrectedVerdict == ChangeVerdict.INCREASE);
  }

  /** Whether no change is clear where the sample would mostly not have shown one of this size. */
  public boolean isTooSmallToSee() {
    return verdict == ChangeVerdict.NO_CLEAR_CHANGE && Math.abs(change) < smallestDetectable;
  }
}
