package org.quipu.store;

import org.quipu.smallarea.AreaLevel;

/**
 * One row of the {@code targets} table: an area, chosen or not; numbers that are not known are NaN.
 *
 * @param rank from 1 by falling value
 * @param probabilityInTop the share of draws in which its value is among as many highest ones as
 *     areas are chosen
 * @param selectionFrequency the share of draws in whose own best plan it is
 * @param value what is maximised
 * @param listed whether it is in the list that was to be checked; null without one
 * @param inBestList whether it is in the best list of the same cost and number
 * @param bestListFrequency the share of draws in whose own best list it is
 * @param contradicted whether it is listed and hardly belongs, or is not and nearly surely does
 * @param level what kind of area it is
 * @param indicator whose women count; null for the areas of a file
 */
public record TargetRow(
    int rank,
    String area,
    String label,
    String region,
    double women,
    double prevalence,
    double affectedWomen,
    double coverage,
    double uncoveredWomen,
    double probabilityInTop,
    boolean selected,
    double cost,
    double selectionFrequency,
    double value,
    Boolean listed,
    Boolean inBestList,
    double bestListFrequency,
    Boolean contradicted,
    AreaLevel level,
    String indicator) {}
