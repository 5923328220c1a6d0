package org.quipu.demo;

import java.util.List;
import org.quipu.Ubigeo;
import org.quipu.file.TextTable;

/**
 * A district of the demo: the capitals of the provinces and the largest other districts.
 *
 * @param district UBIGEO, six digits
 * @param naturalRegion as SREGION: 1 Lima Metropolitana, 2 rest of the coast, 3 sierra, 4 jungle
 * @param women of 15-49 of the province, divided among its districts here, to the nearest hundred
 */
record SampledDistrict(String district, int naturalRegion, int women) {

  static List<SampledDistrict> all() {
    return TextTable.shipped("demo/places.csv").rows().stream()
        .map(
            row ->
                new SampledDistrict(
                    row.text("district"), row.integer("natural_region"), row.integer("women")))
        .toList();
  }

  String region() {
    return district.substring(0, 2);
  }

  String province() {
    return district.substring(0, 4);
  }

  String provinceName() {
    return Ubigeo.shipped().name(province()).orElseThrow();
  }

  String districtName() {
    return Ubigeo.shipped().name(district).orElseThrow();
  }

  /** A province's first district is its capital. */
  boolean capital() {
    return district.endsWith("01");
  }
}
