package org.quipu.store;

/**
 * One province: women by census, and its covariates in percent of the women of 15-49.
 *
 * @param province UBIGEO, four digits
 */
public record ProvinceRow(
    String province,
    String region,
    String name,
    double women1549,
    double womenInUnion,
    double pctUrban,
    double pctIndigenous,
    double pctPrimaryOrLess,
    double pctAge1529,
    Integer censusYear) {}
