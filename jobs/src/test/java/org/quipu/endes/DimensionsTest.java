package org.quipu.endes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.survey.quality.Nesting;

class DimensionsTest {
  // 1501 is metropolitan Lima, all other provinces of department 15 are 1500 as a part of Lima.
  @ParameterizedTest
  @CsvSource({
    "province, 1501, 1501, 15",
    "province, 1505, 1500, 15",
    "province, 0801, , 08",
    "lima_part, 1501, 1501, 15",
    "lima_part, 1500, 1500, 15",
  })
  void placesLieInLargerPlaces(String dimension, String code, String limaPart, String region) {
    Map<String, String> places = new TreeMap<>(Map.of(dimension, code));
    for (Nesting nesting : Dimensions.NESTINGS) {
      if (places.containsKey(nesting.part())) {
        nesting
            .containing()
            .apply(places.get(nesting.part()))
            .ifPresent(whole -> places.put(nesting.whole(), whole));
      }
    }

    assertThat(places.get("lima_part")).isEqualTo(limaPart);
    assertThat(places).containsEntry("region", region);
  }

  /** Names as in INEI's list of codes (UBIGEO). */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "national; 00; Perú",
        "region; 19; Pasco",
        "province; 1902; Daniel Alcides Carrión",
        "province; 0299; 0299", // no province has this code
        "region:residence; 19|2; Pasco, Rural"
      })
  void domainsHaveTheirSpanishNames(String table, String domain, String name) {
    assertThat(Dimensions.label(table, domain)).isEqualTo(name);
  }
}
