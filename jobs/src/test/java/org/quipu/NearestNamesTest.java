package org.quipu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNamesTest {
  @ParameterizedTest
  @CsvSource({"Pazco, Pasco", "Apurimak, Apurímac", "Madre Dios, Madre de Dios"})
  void suggestsTheRegionThatWasMeant(String wrong, String right) {
    assertThat(NearestNames.of(wrong, Regions.names().values())).hasSize(3).startsWith(right);
  }

  @Test
  void aMissingColumnIsAnsweredWithTheColumnsAndTheNearest() {
    assertThat(NearestNames.noColumn("api.csv", "api0", List.of("stype", "api00", "pw", "api99")))
        .hasMessage(
            "api.csv: found no column api0; expected one of stype, api00, pw, api99."
                + " Check its name; the nearest are api00, api99, pw.");
  }

  @ParameterizedTest
  @CsvSource({"kitten, sitting, 3", "'', abc, 3", "same, same, 0"})
  void countsEdits(String one, String other, int edits) {
    assertThat(NearestNames.edits(one, other)).isEqualTo(edits);
  }
}
