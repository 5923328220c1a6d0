package org.quipu.store;

import org.quipu.Provenance;

/**
 * One row of the {@code change_contrast} table: a domain's change between two years beside that of
 * the rest of the country, in percentage points. Standard error, interval and test are of the
 * difference of the two changes and count their covariance.
 *
 * @param change of the domain
 * @param changeRest of all women outside the domain
 * @param difference change − changeRest
 * @param verdict lower (than the rest: it fell more or rose less), higher, no_clear_difference or
 *     not_tested
 */
public record ContrastRow(
    String indicator,
    String by,
    String domain,
    String label,
    int fromYear,
    int toYear,
    double change,
    double changeRest,
    double difference,
    double standardError,
    double ciLow,
    double ciHigh,
    double statistic,
    double df,
    double pValue,
    double pAdjusted,
    String verdict,
    String family,
    Provenance source) {}
