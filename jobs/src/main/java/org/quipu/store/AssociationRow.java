package org.quipu.store;

/**
 * One row of the {@code association} table: how regional change goes with coverage. A
 * meta-regression's estimate is the slope in points of change per unit of coverage; a correlation's
 * is the coefficient. I² and R² in percent.
 *
 * @param k regions
 * @param df degrees of freedom of the test; empty for a z
 * @param family the tests corrected together
 * @param smallestDetectable the smallest estimate that these data could have found with 80 % power
 * @param sentence the result in one plain Spanish sentence
 * @param tau2Low end of τ²'s Q-profile interval
 * @param coverageLow lower quartile of the regions' coverage, {@code coverageHigh} the upper one:
 *     the step over which sentences tell a slope
 * @param q Cochran's Q of what the regression leaves between regions, χ² with {@code qDf}
 */
public record AssociationRow(
    String indicator,
    String measure,
    String method,
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
    String family,
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
    double coverageHigh) {}
