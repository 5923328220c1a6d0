package org.quipu.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quipu.Provenance;
import org.quipu.Regions;
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
    assertThat(row.quality()).hasToString("not_assessed;se_approximated;recomputed");
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
  void anAssumedStandardErrorGivesNoGradeOfPrecision() {
    // 5.1 % of 40 women: a CV of 89 % under the assumed design effect, which is not known.
    PrevalenceRow row = row("19", 5.1, NA, 40L, Provenance.RECOMPUTED);

    assertThat(row.quality()).hasToString("not_assessed;se_approximated;recomputed");
    assertThat(row.qualityReason()).isEqualTo("not known: standard error");
    assertThat(row("19", 5.1, NA, 24L, Provenance.RECOMPUTED).quality().isHidden()).isTrue();
  }

  @Test
  void theCountrysDesignEffectIsNotThatOfARegion() {
    PrevalenceRow row = row("00", 54.86, NA, 21797L, Provenance.PUBLISHED);

    // R: sqrt(.5486 * .4514 / 21797 * 4.5) * 100
    assertThat(row.standardError()).isCloseTo(0.715018, withPercentage(1e-3));
    assertThat(row.quality()).hasToString("not_assessed;se_approximated");
  }

  @Test
  void theCountryHasTheWomenOfAllItsRegions() {
    List<PublishedRow> figures = new ArrayList<>();
    figures.add(figure("00", 54.86, NA, null, Provenance.PUBLISHED));
    Regions.codes().forEach(code -> figures.add(figure(code, 50, NA, 800L, Provenance.PUBLISHED)));

    // R: sqrt(.5486 * .4514 / 20000 * 4.5) * 100
    assertThat(rows(figures).get(0).n()).isEqualTo(20000);
    assertThat(rows(figures).get(0).standardError()).isCloseTo(0.746445, withPercentage(1e-3));
    assertThat(rows(figures.subList(0, 25)).get(0).standardError()).isNaN();
  }

  private static PrevalenceRow row(
      String region, double percent, double se, Long n, Provenance source) {
    return rows(List.of(figure(region, percent, se, n, source))).get(0);
  }

  private static List<PrevalenceRow> rows(List<PublishedRow> figures) {
    return PublishedPrevalence.rows(figures, QualityScheme.INEI);
  }

  private static PublishedRow figure(
      String region, double percent, double se, Long n, Provenance source) {
    return new PublishedRow(
        2022, region, "partner_violence_any_ever", percent, se, n, source, "", 2);
  }
}
