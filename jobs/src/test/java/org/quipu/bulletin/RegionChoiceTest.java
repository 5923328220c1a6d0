package org.quipu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.UserException;

class RegionChoiceTest {
  @Test
  void takesNamesAndCodesOnce() {
    assertThat(RegionChoice.of(List.of("pasco", "Áncash", "ancash", "7")))
        .containsExactly("19", "02", "07");
  }

  @ParameterizedTest
  @CsvSource({"Pazco, Pasco", "Apurimak, Apurímac", "Madre Dios, Madre de Dios"})
  void suggestsTheNearestName(String wrong, String right) {
    assertThat(RegionChoice.nearest(wrong).get(0)).isEqualTo(right);
    assertThatThrownBy(() -> RegionChoice.of(List.of(wrong)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'" + wrong + "'")
        .hasMessageContaining("the nearest are " + right);
  }

  @Test
  void theCountryIsNoRegion() {
    assertThatThrownBy(() -> RegionChoice.of(List.of("Perú")))
        .hasMessageContaining("none of Peru's regions");
  }

  @ParameterizedTest
  @CsvSource({"kitten, sitting, 3", "'', abc, 3", "same, same, 0"})
  void countsEdits(String one, String other, int edits) {
    assertThat(RegionChoice.edits(one, other)).isEqualTo(edits);
  }
}
