package org.quipu.store;

/**
 * One row of the {@code change_heterogeneity} table: the Wald test that all domains changed alike.
 *
 * @param statistic chi-squared
 * @param domains how many domains were compared
 */
public record HeterogeneityRow(
    String indicator,
    String by,
    int fromYear,
    int toYear,
    double statistic,
    double df,
    double pValue,
    int domains) {}
