package org.quipu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quipu.Provenance;
import org.quipu.survey.quality.Assessment;
import org.quipu.survey.quality.Grade;
import org.quipu.survey.quality.Quality;
import org.quipu.survey.quality.QualityMark;

class PrevalenceRowTest {
  private static final PrevalenceRow ROW =
      new PrevalenceRow(
          2022,
          "partner_violence_any_ever",
          "region",
          "19",
          "Pasco",
          49.6,
          2.7,
          44.3,
          54.9,
          5.4,
          1.7,
          110,
          753L,
          700.5,
          100,
          8,
          Quality.marked(List.of(QualityMark.PARTIAL)),
          Provenance.MICRODATA,
          "");

  @Test
  void aHiddenRowHoldsNoNumberAndSaysWhy() {
    PrevalenceRow hidden =
        ROW.published(
            new Assessment(Grade.SUPPRESSED, "fewer than 25 cases", Assessment.Hiding.FEW_CASES));

    assertThat(
            new double[] {
              hidden.percent(),
              hidden.standardError(),
              hidden.ciLow(),
              hidden.ciHigh(),
              hidden.cv(),
              hidden.deff(),
              hidden.df(),
              hidden.weightedN()
            })
        .containsOnly(Double.NaN);
    assertThat(hidden.n()).isNull();
    assertThat(hidden.psus()).isNull();
    assertThat(hidden.strata()).isNull();
    assertThat(hidden.quality()).hasToString("suppressed;partial");
    assertThat(hidden.qualityReason()).isEqualTo("fewer than 25 cases");
    assertThat(hidden.domain()).isEqualTo("19");
  }

  @Test
  void aShownRowKeepsItsNumbers() {
    PrevalenceRow shown =
        ROW.published(
            new Assessment(Grade.GOOD, "CV from 5 to under 10 %", Assessment.Hiding.SHOWN));

    assertThat(shown.percent()).isEqualTo(49.6);
    assertThat(shown.n()).isEqualTo(753);
    assertThat(shown.quality()).hasToString("good;partial");
  }
}
