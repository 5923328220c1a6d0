package org.quipu.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.quipu.Provenance;
import org.quipu.change.ChangeFamily.Definition;
import org.quipu.change.ChangeFamily.Pair;
import org.quipu.math.Adjustment;
import org.quipu.store.ChangeRow;
import org.quipu.store.ContrastRow;
import org.quipu.store.HeterogeneityRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.SensitivityRow;
import org.quipu.survey.quality.Quality;

class ChangeFamilyTest {
  private static final Percentage EXACT = withPercentage(1e-9);

  @Test
  void aRowHoldsBothLevelsAndTheTest() {
    ChangeRow row = holm(pair("19", 74.3, 2.9, 49.6, 2.7, 3.1)).rows().get(0);

    assertThat(row.indicator()).isEqualTo("partner_violence_any_ever");
    assertThat(row.by()).isEqualTo("region");
    assertThat(row.domain()).isEqualTo("19");
    assertThat(row.label()).isEqualTo("Pasco");
    assertThat(row.fromYear()).isEqualTo(2017);
    assertThat(row.toYear()).isEqualTo(2022);
    assertThat(row.percentFrom()).isEqualTo(74.3);
    assertThat(row.percentTo()).isEqualTo(49.6);
    assertThat(row.change()).isCloseTo(-24.7, EXACT);
    // The published fall of 24.7 points is a third of the level: 24.7 / 74.3.
    assertThat(row.relativeChange()).isCloseTo(-33.24360699865411, EXACT);
    // sqrt(2.9² + 2.7² − 2 · 3.1)
    assertThat(row.standardError()).isCloseTo(Math.sqrt(9.5), EXACT);
    assertThat(row.df()).isEqualTo(220);
    assertThat(row.statistic()).isCloseTo(-24.7 / Math.sqrt(9.5), EXACT);
    // change.R
    assertThat(row.relativeCiLow()).isCloseTo(-40.0556403106878, withPercentage(1e-6));
    assertThat(row.relativeCiHigh()).isCloseTo(-26.0756807844917, withPercentage(1e-6));
    assertThat(row.covariance()).isEqualTo(3.1);
    assertThat(row.verdict()).isEqualTo("decrease");
    assertThat(row.pAdjusted()).isEqualTo(row.pValue());
    assertThat(row.family()).isEqualTo("partner_violence_any_ever by region: 1 test, holm");
    assertThat(row.source()).isEqualTo(Provenance.MICRODATA);
  }

  @Test
  void theVerdictIsOfTheAdjustedTest() {
    // t = -2.1 with many df: p = 0.036, adjusted for two tests 0.072.
    ChangeFamily two = holm(pair("01", 50, 1, 47.03, 1, 0), pair("02", 50, 1, 49.9, 1, 0));

    assertThat(two.rows().get(0).pValue()).isLessThan(0.05);
    assertThat(two.rows().get(0).pAdjusted()).isCloseTo(2 * two.rows().get(0).pValue(), EXACT);
    assertThat(two.rows().get(0).verdict()).isEqualTo("no_clear_change");
    assertThat(holm(pair("01", 50, 1, 47.03, 1, 0)).rows().get(0).verdict()).isEqualTo("decrease");
    assertThat(holm(pair("01", 47.03, 1, 50, 1, 0)).rows().get(0).verdict()).isEqualTo("increase");
  }

  @Test
  void whatCannotBeTestedIsNoTestOfTheFamily() {
    ChangeFamily family =
        holm(pair("01", 50, 1, 47.03, 1, 0), pair("02", 50, Double.NaN, 40, 1, 0));
    ChangeRow untested = family.rows().get(1);

    assertThat(family.tested()).isEqualTo(1);
    assertThat(family.rows().get(0).pAdjusted()).isEqualTo(family.rows().get(0).pValue());
    assertThat(untested.change()).isEqualTo(-10);
    assertThat(untested.verdict()).isEqualTo("not_tested");
    assertThat(untested.standardError()).isNaN();
    assertThat(untested.covariance()).isNaN();
    assertThat(untested.family()).isEqualTo("partner_violence_any_ever by region: 1 test, holm");
  }

  @Test
  void aHiddenLevelGivesNoNumberAtAll() {
    PrevalenceRow hidden =
        row(2022, "02", Double.NaN, Double.NaN, "suppressed", Provenance.MICRODATA);
    ChangeRow change =
        ChangeFamily.of(
                List.of(
                    new Pair(
                        row(2017, "02", 50, 2, "good", Provenance.MICRODATA),
                        hidden,
                        0,
                        Definition.SAME)),
                Adjustment.HOLM)
            .rows()
            .get(0);

    assertThat(change.percentTo()).isNaN();
    assertThat(change.change()).isNaN();
    assertThat(change.relativeChange()).isNaN();
    assertThat(change.verdict()).isEqualTo("not_tested");
    assertThat(change.quality()).hasToString("suppressed");
  }

  @Test
  void levelsOfOtherItemsAreNoChange() {
    ChangeRow change =
        ChangeFamily.of(
                List.of(
                    new Pair(
                        row(2018, "02", 65, 1, "good", Provenance.MICRODATA),
                        row(2020, "02", 33, 1, "good;partial", Provenance.MICRODATA),
                        0,
                        Definition.OTHER_ITEMS)),
                Adjustment.HOLM)
            .rows()
            .get(0);

    assertThat(change.percentFrom()).isEqualTo(65);
    assertThat(change.percentTo()).isEqualTo(33);
    assertThat(change.change()).isNaN();
    assertThat(change.relativeChange()).isNaN();
    assertThat(change.verdict()).isEqualTo("not_tested");
    assertThat(change.quality()).hasToString("good;partial;not_comparable");
  }

  @Test
  void qualityAndSourceAreTheWeakerOfTheTwoYears() {
    ChangeRow change =
        ChangeFamily.of(
                List.of(
                    new Pair(
                        row(2021, "02", 50, 2, "acceptable;recomputed", Provenance.RECOMPUTED),
                        row(2024, "02", 45, 2, "good;se_approximated", Provenance.PUBLISHED),
                        0,
                        Definition.SAME)),
                Adjustment.HOLM)
            .rows()
            .get(0);

    assertThat(change.quality()).hasToString("acceptable;recomputed;se_approximated");
    assertThat(change.source()).isEqualTo(Provenance.RECOMPUTED);
  }

  @Test
  void independentDomainsAreComparedByTheirOwnVariances() {
    // metafor: rma(c(-10, -2, 0), c(8, 2, 5), method = "FE"): QE, QEp
    HeterogeneityRow row =
        holm(
                pair("01", 50, 2, 40, 2, 0),
                pair("02", 50, 1, 48, 1, 0),
                pair("03", 50, 2, 50, 1, 0),
                pair("04", 50, Double.NaN, 45, 1, 0))
            .heterogeneity()
            .get(0);

    assertThat(row.statistic()).isCloseTo(8.363636363636363, EXACT);
    assertThat(row.df()).isEqualTo(2);
    assertThat(row.pValue()).isCloseTo(0.0152707173698934, EXACT);
    assertThat(row.domains()).isEqualTo(3);
    assertThat(holm(pair("01", 50, 2, 40, 2, 0)).heterogeneity()).isEmpty();
  }

  @Test
  void contrastsComeFromTheTotals() {
    // Two domains of 100 women each year; the same variance for each total of outcomes.
    double[] totals = {50, 100, 40, 100, 50, 100, 50, 100};
    double[][] covariance = new double[8][8];
    IntStream.of(0, 2, 4, 6).forEach(i -> covariance[i][i] = 4);
    ChangeFamily family = holm(pair("01", 50, 2, 40, 2, 0), pair("02", 50, 2, 50, 2, 0));

    List<ContrastRow> rows = family.contrasts(new TwoYears(totals, covariance));

    assertThat(rows.get(0).change()).isCloseTo(-10, EXACT);
    assertThat(rows.get(0).changeRest()).isZero();
    assertThat(rows.get(0).difference()).isCloseTo(-10, EXACT);
    assertThat(rows.get(0).standardError()).isCloseTo(4, EXACT);
    assertThat(rows.get(0).verdict()).isEqualTo("lower");
    assertThat(rows.get(1).verdict()).isEqualTo("higher");
    assertThat(rows.get(1).family())
        .isEqualTo("partner_violence_any_ever by region: 2 tests, holm, against the rest");
  }

  @Test
  void assumedStandardErrorsAreTestedUnderOtherDesignEffects() {
    double se = Approximation.standardError(50, 700, Approximation.USUAL_DEFF);
    PrevalenceRow from = row(2021, "02", 50, se, "good;se_approximated", Provenance.RECOMPUTED);
    PrevalenceRow to = row(2024, "02", 42, se, "good;se_approximated", Provenance.RECOMPUTED);
    ChangeFamily family =
        ChangeFamily.of(
            List.of(new Pair(from, to, 0, Definition.SAME), pair("03", 50, 2, 41, 2, 0)),
            Adjustment.HOLM);

    List<SensitivityRow> rows = family.sensitivity(Approximation.HIGHEST_DEFF);

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).domain()).isEqualTo("02");
    assertThat(rows.get(0).deff()).isEqualTo(2.7);
    // sqrt((50·50 + 42·58)/700 · 2.7)
    assertThat(rows.get(0).standardError()).isCloseTo(4.36335, withPercentage(1e-3));
    assertThat(rows.get(0).pAdjusted()).isCloseTo(rows.get(0).pValue(), EXACT);
    assertThat(rows.get(0).verdict()).isEqualTo("no_clear_change");
    assertThat(family.rows().get(0).verdict()).isEqualTo("decrease");
  }

  private static ChangeFamily holm(Pair... pairs) {
    return ChangeFamily.of(List.of(pairs), Adjustment.HOLM);
  }

  private static Pair pair(
      String domain, double from, double seFrom, double to, double seTo, double covariance) {
    return new Pair(
        row(2017, domain, from, seFrom, "good", Provenance.MICRODATA),
        row(2022, domain, to, seTo, "good", Provenance.MICRODATA),
        covariance,
        Definition.SAME);
  }

  private static PrevalenceRow row(
      int year, String domain, double percent, double se, String quality, Provenance source) {
    return new PrevalenceRow(
        year,
        "partner_violence_any_ever",
        "region",
        domain,
        "Pasco",
        percent,
        se,
        0,
        0,
        0,
        1.7,
        110,
        700L,
        700,
        100,
        8,
        Quality.parse(quality),
        source,
        "");
  }
}
