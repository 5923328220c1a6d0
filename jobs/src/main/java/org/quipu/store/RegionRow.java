package org.quipu.store;

/**
 * One region's size.
 *
 * @param region 01-25
 * @param women of 15-49 by the census of {@code censusYear}; empty (NaN) where not known
 * @param womenInUnion those of them who are married or live with a partner
 * @param people of {@code peopleYear}
 */
public record RegionRow(
    String region,
    String name,
    double women,
    double womenInUnion,
    Integer censusYear,
    double people,
    Integer peopleYear,
    Integer districts,
    Integer provinces) {}
