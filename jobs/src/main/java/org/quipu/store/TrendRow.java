package org.quipu.store;

import org.quipu.Provenance;

/**
 * One row of the {@code trend} table: slope in percentage points a year, over three or more years.
 *
 * @param years the years, joined by {@code ;}
 * @param pLinearity of the test that the years lie on a line
 * @param pAdjusted pValue after the correction for the family of slopes
 * @param family the slopes that were corrected together and how
 */
public record TrendRow(
    String indicator,
    String by,
    String domain,
    String label,
    String years,
    double slope,
    double standardError,
    double ciLow,
    double ciHigh,
    double pValue,
    double pLinearity,
    double pAdjusted,
    String family,
    Provenance source) {}
