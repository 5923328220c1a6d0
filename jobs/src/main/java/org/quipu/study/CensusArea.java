package org.quipu.study;

import org.quipu.store.ProvinceRow;

/**
 * An area of a store and the women who live there.
 *
 * @param code UBIGEO of a province (four digits) or district (six)
 * @param region its region
 * @param women1549 women of 15 to 49 years
 * @param womenInUnion those of them who are or were in union
 */
public record CensusArea(
    String code, String region, String name, double women1549, double womenInUnion) {
  static CensusArea of(ProvinceRow province) {
    return new CensusArea(
        province.province(),
        province.region(),
        province.name(),
        province.women1549(),
        province.womenInUnion());
  }
}
