package org.quipu.survey.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quipu.survey.Design;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Estimate;
import org.quipu.survey.Estimates;
import org.quipu.survey.InMemoryEstimator;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.Outcome;
import org.quipu.survey.Replication;
import org.quipu.survey.SurveyTable;
import org.quipu.survey.WorkedExamples;

/** Covariances between domains, between stages and between years. */
class CovariancesTest {
  private static final Design DESIGN = Design.clusters("cluster").strata("stratum");

  /** Two years: stratum 1 shares clusters 1 and 2, stratum 2 shares one, stratum 3 none. */
  private static SurveyTable years() {
    return new SurveyTable("years", 22)
        .with("year", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2)
        .with("stratum", 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3)
        .with("cluster", 1, 1, 2, 2, 3, 1, 1, 2, 1, 1, 2, 1, 1, 2, 2, 4, 1, 1, 3, 5, 5, 6)
        .with("y", 1, 1, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 1, 1, 0, 0);
  }

  private static Estimates estimates(SurveyTable table, String group, Design design, String by) {
    return InMemoryEstimator.estimate(
        table, group, design, List.of(Outcome.proportion("y")), List.of(DomainTable.of(by)));
  }

  @Test
  void varianceIsTheCovarianceWithItself() {
    Estimates all = estimates(years(), "year", DESIGN, "stratum");
    for (Estimate each : all.all()) {
      assertThat(all.covariance(each, each)).isEqualTo(each.variance(), within(1e-15));
    }
  }

  /** In whatever way variances are made, covariances are made so too. */
  @Test
  void replicatesGiveVariancesAndCovariancesAlike() {
    Estimates all = estimates(years(), "year", DESIGN, "stratum");
    for (Replication way : List.of(Replication.jkn(), Replication.bootstrap(50, 7))) {
      Estimates replicated = all.replicated(way);
      for (String year : List.of("1", "2")) {
        List<Estimate> of =
            replicated.all().stream().filter(each -> each.group().equals(year)).toList();
        double[][] covariances = replicated.covariances(of);
        assertThat(of).hasSize(3);
        for (int i = 0; i < of.size(); i++) {
          assertThat(covariances[i][i]).isEqualTo(of.get(i).variance(), within(1e-15));
        }
      }

      assertThat(replicated.matchedClusters("1", "2")).isEqualTo(all.matchedClusters("1", "2"));
    }
  }

  /** By hand: strata 2 of clusters 1 and 2 each, and 1 without a second one, which count as 3. */
  @Test
  void lonelyStrataThatOthersStandForDoSoInCovariances() {
    SurveyTable table =
        new SurveyTable("lonely", 10)
            .with("stratum", 1, 1, 1, 1, 2, 2, 2, 2, 3, 3)
            .with("cluster", 1, 1, 2, 2, 1, 1, 2, 2, 1, 1)
            .with("sex", 1, 2, 1, 2, 1, 2, 1, 2, 1, 2)
            .with("y", 1, 0, 0, 1, 1, 1, 0, 0, 1, 0);
    Estimates average = estimates(table, null, DESIGN.lonelyPsu(LonelyPsu.AVERAGE), "sex");
    Estimates certain = estimates(table, null, DESIGN.lonelyPsu(LonelyPsu.CERTAINTY), "sex");
    double[][] covariances = average.covariances(average.all());
    double[][] without = certain.covariances(certain.all());
    for (int i = 0; i < 2; i++) {
      assertThat(covariances[i][i]).isEqualTo(average.all().get(i).variance(), within(1e-15));
      assertThat(covariances[i][1 - i]).isEqualTo(without[i][1 - i] * 3 / 2, within(1e-15));
    }
  }

  /**
   * By hand: shares of year 1 are 6/11, of year 2 5/11. In stratum 1 the scores of clusters 1 and 2
   * are (2 − 2·6/11, 1 − 2·6/11)/11 and (2 − 2·5/11, 0 − 2·5/11)/11: centred ±1/22 and ±1/11, so
   * that 2/(2−1) · (1/22 · 1/11 + 1/22 · 1/11) = 4/242. One cluster in common counts nothing.
   */
  @Test
  void yearsCovaryThroughTheirCommonClusters() {
    Estimates all = estimates(years(), "year", DESIGN, "national");
    assertThat(all.matchedCovariance(all.all().get(0), all.all().get(1)))
        .isEqualTo(4 / 242.0, within(1e-15));
  }

  /**
   * By hand: 4 clusters of stratum 1, 3 of stratum 2, 2 in each year of stratum 3, which shares
   * none.
   */
  @Test
  void yearsShareTheDegreesOfFreedomOfTheirCommonClusters() {
    Estimates all = estimates(years(), "year", DESIGN, "national");
    Estimate first = all.all().get(0);
    Estimate second = all.all().get(1);

    assertThat(first.df() + second.df() - all.matchedDf(second, List.of(first)))
        .isEqualTo(3 + 2 + 2);
    assertThat(all.matchedDf(second, List.of())).isZero();
  }

  /** Cluster 1 has no answer in the first year, cluster 2 none in the second. */
  @Test
  void aClusterIsSharedWhereBothYearsHaveAnAnswerOrOneOfSeveralHas() {
    SurveyTable table =
        new SurveyTable("three years", 9)
            .with("year", 1, 1, 1, 2, 2, 2, 3, 3, 3)
            .with("stratum", 1, 1, 1, 1, 1, 1, 1, 1, 1)
            .with("cluster", 1, 2, 3, 1, 2, 3, 1, 2, 3)
            .with("y", Double.NaN, 1, 0, 1, Double.NaN, 1, 0, 1, 1);
    Estimates all = estimates(table, "year", DESIGN, "national");
    List<Estimate> years = all.all();

    // in common: cluster 3; 2 and 3; 1 and 3; with one or the other 1, 2 and 3
    assertThat(all.matchedDf(years.get(1), List.of(years.get(0)))).isZero();
    assertThat(all.matchedDf(years.get(2), List.of(years.get(0)))).isEqualTo(1);
    assertThat(all.matchedDf(years.get(2), List.of(years.get(1)))).isEqualTo(1);
    assertThat(all.matchedDf(years.get(2), years.subList(0, 2))).isEqualTo(2);
  }

  @Test
  void estimatesOfTwoYearsHaveNoDesignInCommon() {
    Estimates all = estimates(years(), "year", DESIGN, "national");
    assertThatThrownBy(() -> all.covariance(all.all().get(0), all.all().get(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("several groups");
  }

  /** The variance of a whole is the sum of those of its parts and their covariances. */
  @Test
  void twoStagesAddUpInDomains() {
    SurveyTable api = WorkedExamples.read("apiclus2");
    Design design = Design.clusters("dnum", "snum").weights("pw").fpc("fpc1", "fpc2");
    Estimates totals =
        InMemoryEstimator.estimate(
            api,
            null,
            design,
            List.of(Outcome.total("api00")),
            List.of(DomainTable.NATIONAL, DomainTable.of("stype")));
    List<Estimate> parts = totals.all().subList(1, 4);
    double sum = 0;
    for (double[] row : totals.covariances(parts)) {
      for (double covariance : row) {
        sum += covariance;
      }
    }

    double whole = totals.all().get(0).variance();
    assertThat(sum).isEqualTo(whole, within(1e-12 * whole));
  }
}
