package org.quipu.store;

/**
 * One row of the {@code coverage} table: how far a measure of prevention reached a region over a
 * window of years.
 *
 * @param region 00 or 01-25
 * @param numerator summed over the window's whole years
 * @param denominator empty (NaN) where the size of the target group is not known; then {@code
 *     coverage} is empty too
 * @param unit of {@code coverage}
 * @param denominatorName the population and its year
 * @param partial which years of the window are incomplete or without records, empty where none is
 * @param source published, or synthetic where any of the figures is
 * @param note what the figure does not say by itself, in Spanish
 */
public record CoverageRow(
    String measure,
    String region,
    String label,
    int fromYear,
    int toYear,
    double numerator,
    double denominator,
    double coverage,
    String unit,
    String denominatorName,
    String partial,
    String source,
    String note) {}
