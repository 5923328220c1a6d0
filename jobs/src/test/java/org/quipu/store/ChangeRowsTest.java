package org.quipu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quipu.Provenance;
import org.quipu.change.AssumedDesign.Assumption;
import org.quipu.change.Change;
import org.quipu.change.ChangeFamily;
import org.quipu.change.ChangeVerdict;
import org.quipu.change.IndependentYears;
import org.quipu.change.LevelPair;
import org.quipu.change.LevelPair.Definition;
import org.quipu.change.LevelPair.Sampling;
import org.quipu.change.Overlap;
import org.quipu.change.TrendFamily;
import org.quipu.change.TrendFamily.DomainTrend;
import org.quipu.change.TrendFamily.YearLevel;
import org.quipu.change.TwoYearTotals;
import org.quipu.math.Adjustment;
import org.quipu.math.WaldTest;
import org.quipu.survey.quality.Quality;

/** The rows of the tables of change from estimates and what the statistics found. */
class ChangeRowsTest {
  private static final PrevalenceRow FROM = row(2017, 74.3, 2.9, "good", Provenance.MICRODATA);
  private static final PrevalenceRow TO = row(2022, 49.6, 2.7, "good", Provenance.MICRODATA);

  @Test
  void aChangeHoldsBothLevelsAndTheTest() {
    ChangeRow row = change(FROM, TO, Definition.SAME);

    assertThat(row.indicator()).isEqualTo("partner_violence_any_ever");
    assertThat(row.by()).isEqualTo("region");
    assertThat(row.domain()).isEqualTo("19");
    assertThat(row.label()).isEqualTo("Pasco");
    assertThat(row.fromYear()).isEqualTo(2017);
    assertThat(row.toYear()).isEqualTo(2022);
    assertThat(row.percentFrom()).isEqualTo(74.3);
    assertThat(row.percentTo()).isEqualTo(49.6);
    assertThat(row.change()).isEqualTo(49.6 - 74.3);
    assertThat(row.verdict()).isEqualTo(ChangeVerdict.DECREASE);
    assertThat(row.family()).hasToString("partner_violence_any_ever by region: 1 test, holm");
    assertThat(row.tests()).isEqualTo(1);
    assertThat(row.correction()).isEqualTo(Adjustment.HOLM);
    assertThat(row.source()).isEqualTo(Provenance.MICRODATA);
  }

  @Test
  void qualityAndSourceAreTheWeakerOfTheTwoYears() {
    ChangeRow row =
        change(
            row(2021, 50, 2, "acceptable;recomputed", Provenance.RECOMPUTED),
            row(2024, 45, 2, "good;se_approximated", Provenance.PUBLISHED),
            Definition.SAME);

    assertThat(row.quality()).hasToString("acceptable;recomputed;se_approximated");
    assertThat(row.source()).isEqualTo(Provenance.RECOMPUTED);
  }

  @Test
  void samplesThatShareClustersOfUnknownCovarianceAreMarkedIndependent() {
    PrevalenceRow untested = row(2022, 50, Double.NaN, "not_assessed", Provenance.PUBLISHED);

    assertThat(independent(FROM, TO).quality()).hasToString("good;independence_assumed");
    assertThat(independent(FROM, TO).covariance()).isZero();
    assertThat(independent(FROM, untested).quality()).hasToString("not_assessed");
    assertThat(change(FROM, TO, Definition.SAME).quality()).hasToString("good");
  }

  private static ChangeRow independent(PrevalenceRow from, PrevalenceRow to) {
    LevelPair pair =
        new LevelPair(
            from.level(), to.level(), Overlap.NONE, Sampling.INDEPENDENCE_ASSUMED, Definition.SAME);
    ChangeFamily family = ChangeFamily.of(List.of(pair), Adjustment.HOLM);
    return ChangeRow.of(from, to, family.changes().get(0), family.tests(), Adjustment.HOLM);
  }

  @Test
  void levelsOfOtherItemsAreMarked() {
    ChangeRow row =
        change(
            row(2018, 65, 1, "good", Provenance.MICRODATA),
            row(2020, 33, 1, "good;partial", Provenance.MICRODATA),
            Definition.OTHER_ITEMS);

    assertThat(row.percentFrom()).isEqualTo(65);
    assertThat(row.percentTo()).isEqualTo(33);
    assertThat(row.change()).isNaN();
    assertThat(row.quality()).hasToString("good;partial;not_comparable");
  }

  @Test
  void aSensitivityNamesItsDesignEffect() {
    PrevalenceRow from = row(2021, 50, 2.5, "good;se_approximated", Provenance.RECOMPUTED);
    PrevalenceRow to = row(2024, 42, 2.4, "good;se_approximated", Provenance.RECOMPUTED);
    Change change = family(from, to, Definition.SAME).changes(Assumption.LARGEST).get(0);

    SensitivityRow row = SensitivityRow.of(from, to, 2.7, change);

    assertThat(row.deff()).isEqualTo(2.7);
    assertThat(row.domain()).isEqualTo("19");
    // sqrt((50·50 + 42·58) / 700 · 2.7), with the 700 women of the rows
    assertThat(row.standardError())
        .isEqualTo(Math.sqrt(50 * 50 / 700.0 * 2.7 + 42 * 58 / 700.0 * 2.7));
    assertThat(row.verdict()).isEqualTo(ChangeVerdict.NO_CLEAR_CHANGE);
  }

  @Test
  void aContrastIsAFamilyOfItsOwn() {
    double[] totals = {50, 100, 40, 100, 50, 100, 50, 100};
    double[][] covariance = new double[8][8];
    IntStream.of(0, 2, 4, 6).forEach(i -> covariance[i][i] = 4);
    LevelPair pair = new LevelPair(FROM.level(), TO.level(), Overlap.NONE, Definition.SAME);
    ChangeFamily family = ChangeFamily.of(List.of(pair, pair), Adjustment.BENJAMINI_HOCHBERG);

    ContrastRow row =
        ContrastRow.of(
            FROM,
            TO,
            family.contrasts(new TwoYearTotals(totals, covariance, new int[2])).get(0),
            2,
            Adjustment.BENJAMINI_HOCHBERG);

    assertThat(row.difference()).isEqualTo(row.change() - row.changeRest());
    assertThat(row.family())
        .hasToString("partner_violence_any_ever by region: 2 tests, bh, against the rest");
  }

  @Test
  void aTrendNamesItsYearsAndTheFurthestSource() {
    List<PrevalenceRow> years =
        List.of(
            row(2018, 61.2, .8, "good", Provenance.MICRODATA),
            row(2019, 58.9, .9, "acceptable", Provenance.RECOMPUTED),
            row(2020, 59.4, 1.1, "good;partial", Provenance.MICRODATA));
    List<YearLevel> levels =
        years.stream().map(row -> new YearLevel(row.year(), row.level())).toList();
    DomainTrend trend =
        TrendFamily.of(List.of(levels), new IndependentYears(), Adjustment.HOLM).get(0);

    TrendRow row = TrendRow.of(years, trend, Sampling.COVARIANCE_KNOWN, 1, Adjustment.HOLM);

    assertThat(row.years()).isEqualTo("2018;2019;2020");
    assertThat(row.slope()).isEqualTo(trend.trend().slope().estimate());
    assertThat(row.family())
        .hasToString("partner_violence_any_ever by region: 1 test, holm, trends");
    assertThat(row.source()).isEqualTo(Provenance.RECOMPUTED);
    assertThat(row.quality()).hasToString("acceptable;partial");
    assertThat(
            TrendRow.of(years, trend, Sampling.INDEPENDENCE_ASSUMED, 1, Adjustment.HOLM).quality())
        .hasToString("acceptable;partial;independence_assumed");
  }

  @Test
  void heterogeneityCountsTheDomains() {
    HeterogeneityRow row = HeterogeneityRow.of(FROM, TO, WaldTest.chiSquared(8.4, 2));

    assertThat(row.domains()).isEqualTo(3);
    assertThat(row.df()).isEqualTo(2);
    assertThat(row.fromYear()).isEqualTo(2017);
  }

  private static ChangeFamily family(PrevalenceRow from, PrevalenceRow to, Definition definition) {
    return ChangeFamily.of(
        List.of(new LevelPair(from.level(), to.level(), Overlap.NONE, definition)),
        Adjustment.HOLM);
  }

  private static ChangeRow change(PrevalenceRow from, PrevalenceRow to, Definition definition) {
    ChangeFamily family = family(from, to, definition);
    return ChangeRow.of(from, to, family.changes().get(0), family.tests(), Adjustment.HOLM);
  }

  private static PrevalenceRow row(
      int year, double percent, double se, String quality, Provenance source) {
    return new PrevalenceRow(
        year,
        "partner_violence_any_ever",
        "region",
        "19",
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
