package org.quipu.store;

/**
 * One row of the {@code estimate} table, in the outcome's own units: a proportion lies between 0
 * and 1.
 *
 * @param statistic mean, total, proportion, ratio or a quantile such as {@code quantile_0.5}
 */
public record EstimateRow(
    String outcome,
    String by,
    String domain,
    String statistic,
    double estimate,
    double standardError,
    double ciLow,
    double ciHigh,
    double cv,
    double deff,
    double df,
    long n,
    double weightedN,
    int psus,
    int strata) {}
