package org.quipu.endes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quipu.endes.PooledSample.YearCluster;

/**
 * Which clusters are one unit: the samples of 2021 to 2024 rotate, 2017 has a sample of its own.
 */
class PooledSampleTest {
  private static final YearCluster FIRST = new YearCluster(2021, 7, 100);
  private static final YearCluster AGAIN = new YearCluster(2022, 7, 100);
  private static final YearCluster LAST = new YearCluster(2024, 7, 100);
  private static final YearCluster OTHER_STRATUM = new YearCluster(2022, 8, 100);
  private static final YearCluster OLD = new YearCluster(2017, 7, 100);

  private final PooledSample all = PooledSample.of(List.of(LAST, AGAIN, OLD, OTHER_STRATUM, FIRST));

  @Test
  void aClusterOfYearsThatShareClustersIsOneUnit() {
    assertThat(all.firstYear(FIRST)).isEqualTo(2021);
    assertThat(all.firstYear(AGAIN)).isEqualTo(2021);
    assertThat(all.firstYear(LAST)).isEqualTo(2021);
  }

  @Test
  void theSameNumberInAnotherStratumOrSampleIsAnotherCluster() {
    assertThat(all.firstYear(OTHER_STRATUM)).isEqualTo(2022);
    assertThat(all.firstYear(OLD)).isEqualTo(2017);
  }

  @Test
  void aNumberThatComesBackAfterThreeYearsIsANewCluster() {
    PooledSample two = PooledSample.of(List.of(FIRST, LAST));

    assertThat(two.firstYear(LAST)).isEqualTo(2024);
    assertThat(two.sample(2024)).isEqualTo(2024);
  }

  @Test
  void strataBelongToTheSample() {
    assertThat(all.sample(2017)).isEqualTo(2017);
    assertThat(all.sample(2021)).isEqualTo(2021);
    assertThat(all.sample(2024)).isEqualTo(2021);
    assertThat(all.clusters()).hasSize(5);
  }
}
