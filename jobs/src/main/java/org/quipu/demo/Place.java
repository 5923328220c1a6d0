package org.quipu.demo;

import java.util.List;

/**
 * A district of the synthetic sample: the capitals of the provinces and the largest other
 * districts.
 *
 * @param ubigeo six digits
 * @param naturalRegion as SREGION: 1 Lima Metropolitana, 2 rest of the coast, 3 sierra, 4 jungle
 * @param women of 15-49 of the province, shared among its districts here, to the nearest hundred
 */
record Place(
    String ubigeo, String provinceName, String districtName, int naturalRegion, int women) {

  static List<Place> all() {
    return Figures.rows("places.csv").stream()
        .map(
            row ->
                new Place(
                    row[0], row[1], row[2], Integer.parseInt(row[3]), Integer.parseInt(row[4])))
        .toList();
  }

  String region() {
    return ubigeo.substring(0, 2);
  }

  String province() {
    return ubigeo.substring(0, 4);
  }

  /** A province's first district is its capital. */
  boolean capital() {
    return ubigeo.endsWith("01");
  }
}
