package org.quipu.store;

/**
 * People of one region, year, sex and age group, as a user brings them.
 *
 * @param region 00 or 01-25
 * @param sex men, women, or empty for both
 * @param fromAge first year of age
 * @param toAge last year of age, empty where the group is open
 */
public record PopulationRow(
    int year, String region, String sex, int fromAge, Integer toAge, double people) {}
