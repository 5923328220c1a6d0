package org.quipu.store;

import org.quipu.Provenance;
import org.quipu.survey.quality.Quality;

/**
 * One change between two years, of the {@code change} table: change, standard error and interval in
 * percentage points, the relative change and its interval in percent of the first year's level.
 *
 * @param statistic t of change / standard error
 * @param df degrees of freedom of the t
 * @param pAdjusted p after the correction for the family of tests
 * @param verdict decrease, increase, no_clear_change or not_tested
 * @param covariance between the two years' estimates, in squared points
 * @param family the tests that were corrected together and how
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
    String verdict,
    double relativeCiLow,
    double relativeCiHigh,
    double covariance,
    String family,
    Quality quality,
    Provenance source) {}
