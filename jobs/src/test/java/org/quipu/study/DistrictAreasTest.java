package org.quipu.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quipu.UserException;
import org.quipu.smallarea.ClusterAreas;
import org.quipu.store.DistrictRow;
import org.quipu.store.ProvinceRow;

class DistrictAreasTest {
  private static final List<ProvinceRow> CENSUS =
      List.of(new ProvinceRow("0101", "01", "One", 2000, 1200, 40, 10, 20, 30, 2017));

  private static DistrictRow district(String code, double people, double area, double poor) {
    return new DistrictRow(
        code,
        code.substring(0, 4),
        "01",
        "D" + code,
        "One",
        people,
        2025,
        area,
        3000,
        0.5,
        poor,
        -6,
        -77);
  }

  private static final List<DistrictRow> DISTRICTS =
      List.of(
          district("010101", 6000, 100, 20),
          district("010102", 3000, 200, Double.NaN),
          district("010103", 1000, 400, 50),
          district("010104", Double.NaN, 100, 30),
          district("010201", 1000, 100, 30));

  @Test
  void theWomenOfAProvinceAreSharedOutByPeople() {
    DistrictAreas areas = DistrictAreas.of(DISTRICTS, CENSUS, List.of(), Covariates.NONE);

    assertThat(areas.leftOut()).containsExactly("010104", "010201");
    assertThat(areas.census())
        .extracting(CensusArea::womenInUnion)
        .containsExactly(720.0, 360.0, 120.0);
    assertThat(areas.census())
        .extracting(CensusArea::women1549)
        .containsExactly(1200.0, 600.0, 200.0);
    assertThat(areas.areas().terms()).containsExactly("urban", "pct_indigenous");
    assertThat(areas.areas().areas()).extracting(ClusterAreas.Area::larger).containsOnly("0101");
    double urban =
        areas.areas().areas().stream().mapToDouble(area -> area.size() * area.urbanShare()).sum();
    assertThat(urban / 1200).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void aMissingCovariateIsThatOfTheOthersOfTheProvince() {
    DistrictAreas areas = DistrictAreas.of(DISTRICTS, CENSUS, List.of("pct_poor"), Covariates.NONE);

    ClusterAreas.Area second = areas.areas().areas().get(1);
    assertThat(second.values().get(0)).isCloseTo((6000 * 20 + 1000 * 50) / 7000.0, within(1e-12));
    assertThat(second.imputed()).isTrue();
    assertThat(areas.areas().areas().get(0).imputed()).isFalse();
  }

  @Test
  void aFileGivesUrbanSharesAndFurtherColumns() {
    Covariates file =
        new Covariates(
            List.of("pct_urban", "roads"),
            Map.of("010101", List.of(90.0, 5.0), "010102", List.of(Double.NaN, 3.0)));
    DistrictAreas areas = DistrictAreas.of(DISTRICTS, CENSUS, List.of(), file);

    assertThat(areas.areas().terms()).containsExactly("urban", "pct_indigenous", "roads");
    assertThat(areas.leftOut()).containsExactly("010103", "010104", "010201");
    assertThat(areas.areas().areas().get(0).urbanShare()).isEqualTo(0.9);
    assertThat(areas.areas().areas().get(1).urbanShare()).isBetween(0.0, 0.6);
    assertThatThrownBy(() -> DistrictAreas.of(DISTRICTS, CENSUS, List.of("height"), file))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no such covariate of districts");
  }

  @Test
  void largeAndDenseDistrictsAreTheMoreUrban() {
    List<DistrictRow> districts = DISTRICTS.subList(0, 3);
    for (double share : new double[] {0, 0.1, 0.4, 0.95, 1}) {
      Map<String, Double> urban = UrbanShares.of(districts, share);
      double sum = 0;
      for (DistrictRow district : districts) {
        sum += district.people() * urban.get(district.district());
      }
      assertThat(sum / 10_000).isCloseTo(share, within(1e-12));
      assertThat(urban.get("010101")).isGreaterThanOrEqualTo(urban.get("010102"));
      assertThat(urban.get("010102")).isGreaterThanOrEqualTo(urban.get("010103"));
    }
    Map<String, Double> urban = UrbanShares.of(districts, 0.4);
    // log people + log density / 2: log 6000 + log 60 / 2 against log 3000 + log 15 / 2.
    assertThat(logit(urban.get("010101")) - logit(urban.get("010102")))
        .isCloseTo(2 * Math.log(2), within(1e-9));
  }

  private static double logit(double share) {
    return Math.log(share / (1 - share));
  }
}
