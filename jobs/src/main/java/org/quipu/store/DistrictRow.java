package org.quipu.store;

/**
 * One district.
 *
 * @param district UBIGEO, six digits
 * @param people population of {@code peopleYear}; empty (NaN) where not known
 */
public record DistrictRow(
    String district,
    String province,
    String region,
    String name,
    String provinceName,
    double people,
    Integer peopleYear) {}
