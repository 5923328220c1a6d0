package org.quipu.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quipu.Coded;
import org.quipu.YearRange;
import org.quipu.association.AssociationAnalysis;
import org.quipu.association.AssociationSpec;
import org.quipu.association.AssociationVerdict;
import org.quipu.association.CorrectedAnalysis;
import org.quipu.association.CorrectedTest;
import org.quipu.association.CoverageContrast;
import org.quipu.association.Intercept;
import org.quipu.association.Method;
import org.quipu.association.MethodResult;
import org.quipu.association.TestFamily;
import org.quipu.math.Adjustment;
import org.quipu.math.TestedEstimate;
import org.quipu.meta.ResidualSummary;

/**
 * One row of the {@code association} table: how regional change goes with coverage. A
 * meta-regression's estimate is the slope in points of change per unit of coverage; a correlation's
 * is the coefficient. I² and R² in percent.
 *
 * @param k regions
 * @param df degrees of freedom of the test; empty for a z
 * @param family of questions; the tests of one method in it are corrected together
 * @param smallestDetectable the smallest estimate that these data could have found with 80 % power
 * @param sentence the key of the result's sentence
 * @param tau2Low end of τ²'s Q-profile interval
 * @param coverageLow lower quartile of the regions' coverage, {@code coverageHigh} the upper one:
 *     the slope is put into words between the two
 * @param q Cochran's Q of what the regression leaves between regions, χ² with {@code qDf}
 * @param intercept of a meta-regression of the change, in percentage points, at the mean first
 *     level where the method holds it equal: the line is {@code intercept + estimate · x}, its
 *     variance {@code intercept_variance + 2x · intercept_slope_covariance + x² · standard_error²}
 * @param tests corrected together
 * @param leftOut keys of the regions without weight, joined by {@code ;}
 * @param covariates that all methods with covariates hold fixed, joined by {@code ;}
 * @param caveats codes of {@link org.quipu.association.Caveat}, joined by {@code ;}
 * @param coveragePartial the key {@code partial} of the coverage, {@code coverageNote} its {@code
 *     note}
 * @param headline whether this is the answer to its question that figures, pages and sentences give
 */
public record AssociationRow(
    String indicator,
    String measure,
    Method method,
    int k,
    double estimate,
    double standardError,
    double ciLow,
    double ciHigh,
    double statistic,
    double df,
    double pValue,
    double pPermutation,
    double pAdjusted,
    double tau2,
    double i2,
    double r2,
    Integer fromYear,
    Integer toYear,
    Integer coverageFrom,
    Integer coverageTo,
    TestFamily family,
    double predictionLow,
    double predictionHigh,
    double smallestDetectable,
    String sentence,
    double tau2Low,
    double tau2High,
    double q,
    double qDf,
    double qPValue,
    double coverageLow,
    double coverageHigh,
    double intercept,
    double interceptVariance,
    double interceptSlopeCovariance,
    int tests,
    Adjustment correction,
    AssociationVerdict verdict,
    String leftOut,
    String covariates,
    String caveats,
    String coveragePartial,
    String coverageNote,
    boolean headline) {

  /** The rows of an analysis, one a method, in its order. */
  public static List<AssociationRow> of(CorrectedAnalysis corrected) {
    List<AssociationRow> rows = new ArrayList<>();
    List<MethodResult> results = corrected.analysis().results();
    for (int i = 0; i < results.size(); i++) {
      rows.add(of(corrected.analysis(), results.get(i), corrected.tests().get(i)));
    }

    return rows;
  }

  private static AssociationRow of(
      AssociationAnalysis analysis, MethodResult result, CorrectedTest corrected) {
    AssociationSpec spec = analysis.spec();
    TestedEstimate test = result.test();
    ResidualSummary residual = result.residual();
    CoverageContrast contrast = spec.contrast();
    Intercept intercept = result.intercept();
    return new AssociationRow(
        spec.indicator(),
        spec.measure(),
        result.method(),
        result.k(),
        test.estimate(),
        test.standardError(),
        test.low(),
        test.high(),
        test.statistic(),
        test.df(),
        test.pValue(),
        result.pPermutation(),
        corrected.pAdjusted(),
        residual.tau2(),
        residual.i2(),
        residual.r2(),
        first(spec.years()),
        last(spec.years()),
        first(spec.window()),
        last(spec.window()),
        spec.family(),
        result.predictionLow(),
        result.predictionHigh(),
        result.smallestDetectable(),
        (result.method().isCorrelation() ? "correlation." : "slope.") + corrected.verdict().code(),
        residual.tau2Low(),
        residual.tau2High(),
        residual.q(),
        residual.qDf(),
        residual.qPValue(),
        contrast.low(),
        contrast.high(),
        intercept.estimate(),
        intercept.variance(),
        intercept.slopeCovariance(),
        corrected.tests(),
        corrected.correction(),
        corrected.verdict(),
        String.join(";", spec.leftOut()),
        String.join(";", spec.covariates()),
        spec.caveats().stream().map(Coded::code).collect(Collectors.joining(";")),
        spec.coverageNotes().partial(),
        spec.coverageNotes().note(),
        result.method() == analysis.headline());
  }

  private static Integer first(YearRange years) {
    return years == null ? null : years.from();
  }

  private static Integer last(YearRange years) {
    return years == null ? null : years.to();
  }

  /** From low to high coverage: the step over which a slope is told. */
  public double coverageStep() {
    return coverageHigh - coverageLow;
  }

  /** Whether another row is of the same question. */
  public boolean sameQuestion(AssociationRow other) {
    return indicator.equals(other.indicator) && measure.equals(other.measure);
  }
}
