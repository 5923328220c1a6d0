package org.quipu.smallarea;

/**
 * What is known of all units of an area.
 *
 * @param area its key
 * @param units how many there are, sampled ones included; infinite where the sample is a negligible
 *     part
 * @param means p means of the columns of {@link UnitData}, 1 for the intercept
 */
@SuppressWarnings("ArrayRecordComponent") // numbers by column, not values to be compared
public record AreaPopulation(String area, double units, double[] means) {}
