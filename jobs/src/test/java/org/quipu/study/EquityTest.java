package org.quipu.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quipu.store.DistrictRow;
import org.quipu.store.ProvinceRow;
import org.quipu.target.EquityWeights;

class EquityTest {
  private static final double NONE = Double.NaN;
  private static final List<ProvinceRow> PROVINCES =
      List.of(
          new ProvinceRow("0101", "01", "A", 400, 300, 80, 10, 30, 50, 2017),
          new ProvinceRow("0102", "01", "B", 200, 100, 20, 60, 50, 40, 2017));
  private static final List<DistrictRow> DISTRICTS =
      List.of(
          district("010101", 3000, 0.8, 10),
          district("010102", 1000, 0.4, 50),
          district("010103", 500, NONE, NONE),
          district("010201", NONE, 0.5, 40));
  private static final List<CensusArea> AREAS = PROVINCES.stream().map(CensusArea::of).toList();

  private static DistrictRow district(String code, double people, double development, double poor) {
    return new DistrictRow(
        code,
        code.substring(0, 4),
        "01",
        code,
        "",
        people,
        2025,
        NONE,
        NONE,
        development,
        poor,
        NONE,
        NONE);
  }

  private static double[] need(String name, List<CensusArea> areas) {
    return new Equity(name, 1).of(areas, PROVINCES, DISTRICTS);
  }

  @Test
  void needIsOfTheCensusOrAMeanOverDistricts() {
    assertThat(need("pct_rural", AREAS)).containsExactly(20, 80);
    assertThat(need("pct_indigenous", AREAS)).containsExactly(10, 60);
    // (3000 * 10 + 1000 * 50) / 4000 and (3000 / 0.8 + 1000 / 0.4) / 4000; one district alone.
    assertThat(need("pct_poor", AREAS)).containsExactly(20, 40);
    assertThat(need("human_development", AREAS)).containsExactly(1.5625, 2);
    List<CensusArea> districts =
        List.of(
            new CensusArea("010102", "01", "b", 50, 40),
            new CensusArea("010103", "01", "c", 50, 40),
            new CensusArea("020101", "02", "d", 50, 40));
    assertThat(need("pct_poor", districts)).containsExactly(50, NONE, NONE);
    assertThat(need("pct_rural", districts)).containsExactly(20, 20, NONE);
  }

  @Test
  void weightsAreOneOnAverageAndRiseWithNeed() {
    double[] women = {300, 100};
    // Need 20 and 60 has the mean 30 by women: weights 2/3 and 2.
    assertThat(EquityWeights.of(new double[] {20, 60}, women, 1)).containsExactly(20.0 / 30, 2.0);
    assertThat(EquityWeights.of(new double[] {20, 60}, women, 0)).containsExactly(1.0, 1.0);
    assertThat(EquityWeights.of(new double[] {20, NONE}, women, 1)).containsExactly(1.0, 1.0);
    assertThatThrownBy(() -> EquityWeights.of(new double[] {0, 0}, women, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EquityWeights.of(new double[] {NONE, NONE}, women, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * HM Treasury, The Green Book (2022), annex 3: at half the income a pound counts 2^1.3 = 2.46.
   */
  @Test
  void halfTheIncomeCountsAsTheGreenBookSays() {
    List<Double> weights =
        EquityWeights.of(new double[] {1 / 20_000.0, 1 / 10_000.0}, new double[] {5, 7}, 1.3);

    assertThat(weights.get(1) / weights.get(0)).isCloseTo(2.46, within(0.005));
    assertThat((5 * weights.get(0) + 7 * weights.get(1)) / 12).isCloseTo(1, within(1e-12));
  }

  @Test
  void refusesWhatIsNoNeed() {
    assertThatThrownBy(() -> new Equity("height", 1)).hasMessageContaining("pct_poor");
    assertThatThrownBy(() -> new Equity("pct_poor", -1)).hasMessageContaining("-1");
  }
}
