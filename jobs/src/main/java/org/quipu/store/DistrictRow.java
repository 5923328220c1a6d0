package org.quipu.store;

/**
 * One district.
 *
 * @param district UBIGEO, six digits
 * @param people population of {@code peopleYear}; empty (NaN) where not known, as are the others
 * @param area in km²
 * @param altitude of the capital, in metres
 * @param humanDevelopment index of human development of 2019, 0 to 1
 * @param pctPoor people in poverty, 2018, percent
 * @param latitude of the capital, degrees, south negative
 * @param longitude of the capital, degrees, west negative
 */
public record DistrictRow(
    String district,
    String province,
    String region,
    String name,
    String provinceName,
    double people,
    Integer peopleYear,
    double area,
    double altitude,
    double humanDevelopment,
    double pctPoor,
    double latitude,
    double longitude) {}
