package org.quipu.store;

import org.quipu.Provenance;
import org.quipu.smallarea.AreaLevel;
import org.quipu.target.SelectionBand;

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
 * @param regionLabel null for the areas of a file
 * @param prevalenceLow lower end of the 95 % interval of {@code prevalence}
 * @param affectedLow lower end of the 95 % interval of {@code affectedWomen}
 * @param selectionBand {@code selectionFrequency} in words; null without draws
 * @param margin by how much the value of a chosen area could fall, or that of another would have to
 *     rise, before the best plan is another; NaN where the bounds leave no choice about it
 * @param equityWeight what a woman counts there; NaN where all count alike
 * @param services how many serve it now
 * @param districtsWithService how many of its districts have one
 * @param servicesYear of the records of services; null where a file gives them
 * @param distanceKm to the next service as the crow flies, from its capital; of a province the mean
 *     over its districts, by their people
 * @param source of the estimates; null for the areas of a file
 * @param years of the survey that are pooled, such as {@code 2021 2022}; null for the areas of a
 *     file
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
    String indicator,
    String regionLabel,
    double prevalenceLow,
    double prevalenceHigh,
    double affectedLow,
    double affectedHigh,
    SelectionBand selectionBand,
    double margin,
    double equityWeight,
    double services,
    double districtsWithService,
    Integer servicesYear,
    double affectedWomenPerService,
    double distanceKm,
    Provenance source,
    String years) {}
