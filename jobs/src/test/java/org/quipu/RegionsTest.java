package org.quipu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionsTest {
  @Test
  void twentyFiveRegionsByUbigeo() {
    assertThat(Regions.codes()).hasSize(25).startsWith("01").endsWith("25").isSorted();
    assertThat(Regions.name("00")).isEqualTo("Perú");
    assertThat(Regions.name("10")).isEqualTo("Huánuco");
  }

  @ParameterizedTest
  @CsvSource({
    "19, 19",
    "7, 07",
    "JUNIN, 12",
    "Junín, 12",
    "junín, 12",
    "Juni\u0301n, 12",
    "ANCASH, 02",
    "Lima Metropolitana, 15",
    "Metropolitan Lima, 15",
    "LIMA PROVINCIAS, 15",
    "LIMA PROVINCIA, 15",
    "LIMA DEPARTAMENTO, 15",
    "Región Lima, 15",
    "CALLAO, 07",
    "PROV. CONST. DEL CALLAO, 07",
    "Provincia Constitucional del Callao, 07",
    "Departamento de San Martín, 22",
    "MADRE  DE DIOS, 17",
    "Cuzco, 08",
    "PERÚ, 00",
    "nacional, 00"
  })
  void findsNamesAsOfficialFilesWriteThem(String name, String code) {
    assertThat(Regions.find(name)).contains(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "26", "190", "Pasto", "-"})
  void doesNotGuess(String name) {
    assertThat(Regions.find(name)).isEmpty();
  }

  @Test
  void everyNameAndCodeFindsItself() {
    Regions.names()
        .forEach(
            (code, name) -> {
              assertThat(Regions.find(name)).contains(code);
              assertThat(Regions.find(code)).contains(code);
            });
  }

  @Test
  void saysWhereAnUnknownRegionStands() {
    assertThatThrownBy(() -> Regions.require("Pasto", "coverage.csv row 3"))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("coverage.csv row 3", "Pasto", "01-25");
  }
}
