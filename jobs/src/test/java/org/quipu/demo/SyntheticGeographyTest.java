package org.quipu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.program.GeographyIngest;
import org.quipu.store.ProvinceRow;
import org.quipu.store.RegionRow;

class SyntheticGeographyTest {
  @TempDir Path dir;
  private GeographyIngest census;

  @BeforeEach
  void writeAndRead() throws IOException {
    SyntheticGeography.write(dir);
    census = GeographyIngest.read(dir);
  }

  @Test
  void allProvincesHaveWomenAndCovariates() {
    assertThat(census.provinces()).hasSize(196);
    assertThat(census.provinces())
        .allSatisfy(
            province -> {
              assertThat(province.womenInUnion()).isPositive().isLessThan(province.women1549());
              for (double percent :
                  List.of(
                      province.pctUrban(),
                      province.pctIndigenous(),
                      province.pctPrimaryOrLess(),
                      province.pctAge1529())) {
                assertThat(percent).isBetween(0.0, 100.0);
              }
              assertThat(province.censusYear()).isEqualTo(2017);
            });
  }

  @Test
  void provincesAddUpToTheirRegion() {
    for (RegionRow region : GeographyIngest.shippedRegions()) {
      List<ProvinceRow> own =
          census.provinces().stream()
              .filter(province -> province.region().equals(region.region()))
              .toList();
      assertThat(own).hasSize(region.provinces());
      assertThat(own.stream().mapToDouble(ProvinceRow::women1549).sum()).isEqualTo(region.women());
      assertThat(own.stream().mapToDouble(ProvinceRow::womenInUnion).sum())
          .isEqualTo(region.womenInUnion());
    }
  }

  @Test
  void theProvinceOfTheLargestTownIsTheMostUrban() {
    List<ProvinceRow> loreto =
        census.provinces().stream().filter(province -> province.region().equals("16")).toList();
    ProvinceRow maynas = loreto.get(0);
    assertThat(maynas.name()).isEqualTo("Maynas");
    assertThat(loreto).allMatch(province -> province.pctUrban() <= maynas.pctUrban());
  }
}
