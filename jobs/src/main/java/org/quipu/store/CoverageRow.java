package org.quipu.store;

import org.quipu.Provenance;

/**
 * One row of the {@code coverage} table: how far a measure of prevention reached a region over a
 * window of years. Unit, denominator, partial years and notes are keys that exports and pages write
 * in words.
 *
 * @param region 00 or 01-25
 * @param fromYear the first of the years that the measure sums in any region
 * @param toYear the last of them
 * @param numerator summed over the window's whole years
 * @param denominator empty (NaN) where the size of the target group is not known; then {@code
 *     coverage} is empty too
 * @param unit of {@code coverage}, or of {@code numerator} where there is no denominator: {@code
 *     per_1000_people}
 * @param denominatorName the population, the source of its size and the year: {@code
 *     women_15_49;census:2017}
 * @param partial which years of the window asked for are incomplete or without records, empty where
 *     none is: {@code 2019:none;2023:1-7}
 * @param source {@link Provenance#SYNTHETIC} where any of the figures is
 * @param note what the figure does not say by itself: {@code sum_of_years:5;counted_each_time}
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
    Provenance source,
    String note) {}
