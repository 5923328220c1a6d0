package org.quipu.store;

/**
 * One row of the {@code trend} table: slope in percentage points a year, over three or more years.
 *
 * @param years the years, joined by {@code ;}
 * @param pLinearity of the test that the years lie on a line
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
    double pLinearity) {}
