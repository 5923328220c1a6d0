package org.quipu.store;

/**
 * One row of the {@code event_study} table: the regions of a strategy against the others, around
 * the year in which it began. Estimates in percentage points.
 *
 * @param run {@code all}, or {@code whole_regions}: without the regions in which the strategy works
 *     in a part only
 * @param term {@code effect}: the difference in differences of the years from the start on; {@code
 *     difference}: that of one year against the year before the start; {@code pre_trend}: the F
 *     test that the differences of all earlier years are zero; {@code placebo}: the effect computed
 *     before the start, as if it had begun in this year
 * @param year of a difference or a placebo
 * @param df Satterthwaite's degrees of freedom; of a pre_trend the denominator's
 * @param dfNumerator of a pre_trend
 * @param pPermutation share of draws of regions by lot that show as much
 * @param smallestDetectable the smallest effect that these data could have found with 80 % power
 * @param negativeControl whether the strategy is there to prevent something else, so that no effect
 *     is expected
 * @param sentence the effect in one plain Spanish sentence
 */
public record EventStudyRow(
    String strategy,
    String indicator,
    String run,
    String term,
    Integer year,
    double estimate,
    double standardError,
    double ciLow,
    double ciHigh,
    double statistic,
    double df,
    double pValue,
    double pPermutation,
    double pAdjusted,
    double dfNumerator,
    double smallestDetectable,
    int startYear,
    int fromYear,
    int toYear,
    int regions,
    int treated,
    boolean negativeControl,
    String family,
    String source,
    String sentence) {}
