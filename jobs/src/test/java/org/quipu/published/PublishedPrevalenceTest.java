package org.quipu.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quipu.Provenance;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.PublishedRow;
import org.quipu.survey.quality.QualityScheme;

class PublishedPrevalenceTest {
  private static final double NA = Double.NaN;

  @Test
  void aRegionWithoutStandardErrorGetsAnApproximateOneThatIsMarked() {
    PrevalenceRow row = row("19", 49.81, NA, 753L, Provenance.RECOMPUTED);

    // R: sqrt(.4981 * .5019 / 753 * 1.7) * 100; 49.81 ± 1.96 SE
    assertThat(row.standardError()).isCloseTo(2.37571227314691, withPercentage(1e-9));
    assertThat(row.ciLow()).isCloseTo(45.15360394463205, withPercentage(1e-9));
    assertThat(row.ciHigh()).isCloseTo(54.46639605536795, withPercentage(1e-9));
    assertThat(row.cv()).isCloseTo(100 * 2.37571227314691 / 49.81, withPercentage(1e-9));
    assertThat(row.deff()).isCloseTo(1.7, withPercentage(1e-9));
    assertThat(row.df()).isNaN();
    assertThat(row.quality()).hasToString("very_good;se_approximated;recomputed");
    assertThat(row.source()).isEqualTo(Provenance.RECOMPUTED);
    assertThat(row.by()).isEqualTo("region");
    assertThat(row.domain()).isEqualTo("19");
    assertThat(row.label()).isEqualTo("Pasco");
  }

  @Test
  void aPublishedStandardErrorIsKept() {
    PrevalenceRow row = row("00", 55.66, 0.750, 21321L, Provenance.PUBLISHED);

    assertThat(row.standardError()).isEqualTo(0.750);
    // INEI, ENDES 2022, cuadro 12.1.1: interval 54.19-57.13, CV 1.35
    assertThat(row.ciLow()).isCloseTo(54.19, withPercentage(0.01));
    assertThat(row.ciHigh()).isCloseTo(57.13, withPercentage(0.01));
    assertThat(row.cv()).isCloseTo(1.35, withPercentage(0.5));
    assertThat(row.deff()).isBetween(4.3, 5.4);
    assertThat(row.quality()).hasToString("very_good");
    assertThat(row.by()).isEqualTo("national");
  }

  @Test
  void withoutNumberOfWomenThereIsNoStandardError() {
    PrevalenceRow row = row("19", 74.3, NA, null, Provenance.PUBLISHED);

    assertThat(row.percent()).isEqualTo(74.3);
    assertThat(row.standardError()).isNaN();
    assertThat(row.ciLow()).isNaN();
    assertThat(row.quality()).hasToString("not_assessed");
    assertThat(row.qualityReason()).isEqualTo("not known: standard error");
  }

  @Test
  void theCountrysDesignEffectIsNotThatOfARegion() {
    PrevalenceRow row = row("00", 54.86, NA, 21797L, Provenance.PUBLISHED);

    assertThat(row.standardError()).isNaN();
    assertThat(row.quality()).hasToString("not_assessed");
  }

  private static PrevalenceRow row(
      String region, double percent, double se, Long n, Provenance source) {
    return PublishedPrevalence.rows(
            List.of(
                new PublishedRow(
                    2022, region, "partner_violence_any_ever", percent, se, n, source, "", 2)),
            QualityScheme.INEI)
        .get(0);
  }
}
