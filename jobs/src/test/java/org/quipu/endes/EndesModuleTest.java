package org.quipu.endes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndesModuleTest {
  @ParameterizedTest
  @CsvSource({
    "REC84DV, REC84DV",
    "rec84dv, REC84DV",
    "REC84DV_2023, REC84DV",
    "REC84_DV, REC84DV",
    "2015_73_REC84DV, REC84DV",
    "REC01_11, REC0111",
    "RECH0_2024, RECH0",
  })
  void isKnownByTheNamesThatFilesHaveHad(String file, String module) {
    assertThat(EndesModule.ofFileName(file).orElseThrow().name()).isEqualTo(module);
  }

  @ParameterizedTest
  @ValueSource(strings = {"REC83", "RECH05", "DiccionarioIndividual", "REC93DVdisciplina"})
  void isNotGuessed(String file) {
    assertThat(EndesModule.ofFileName(file)).isEmpty();
  }
}
