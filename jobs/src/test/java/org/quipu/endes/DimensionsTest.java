package org.quipu.endes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DimensionsTest {
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
