package org.quipu.store;

/**
 * One row of the {@code change_sensitivity} table: a change whose standard error rests on an
 * assumed design effect, tested again, with its whole family, under another one.
 *
 * @param deff the design effect assumed here
 */
public record SensitivityRow(
    String indicator,
    String by,
    String domain,
    String label,
    int fromYear,
    int toYear,
    double deff,
    double standardError,
    double ciLow,
    double ciHigh,
    double pValue,
    double pAdjusted,
    String verdict) {}
