package org.quipu.store;

/**
 * One row of the {@code association_influence} table: the slope without one region, and that
 * region's influence on it.
 */
public record InfluenceRow(
    String indicator,
    String measure,
    String method,
    String leftOut,
    double estimate,
    double standardError,
    double pValue,
    double hat,
    double cook,
    double rstudent) {}
