package org.quipu.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.quipu.change.SurveyTotals.Samples;
import org.quipu.survey.Design;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Estimates;
import org.quipu.survey.InMemoryEstimator;
import org.quipu.survey.SurveyTable;

/** The made-up survey of {@code src/test/r/change.R}, row by row. */
class SurveyTotalsTest {
  private static final Percentage EXACT = withPercentage(1e-9);
  private static final List<String> GROUPS = List.of("1", "2", "3");

  // R: svytotal over both years as one design, and its vcov: all clusters are the same.
  @Test
  void sharedClustersGiveTheCovariancesOfOneDesign() {
    TwoYearTotals expected = TwoYearTotalsTest.read();
    TwoYearTotals found = totals(rows(), Samples.SHARED_CLUSTERS);

    for (int g = 0; g < 3; g++) {
      assertSame(found, found.change(g), expected, expected.change(g));
      assertSame(found, found.changeOfRest(g), expected, expected.changeOfRest(g));
      assertThat(found.overlap(g).covariance()).isCloseTo(expected.overlap(g).covariance(), EXACT);
    }
  }

  // change.R, "the same with other clusters in the second year"
  @Test
  void onlyTheClustersThatBothYearsHaveCovary() {
    TwoYearTotals found = totals(otherClusters(rows()), Samples.SHARED_CLUSTERS);

    assertThat(found.covariance(found.outcome(0, 0), found.outcome(0, 1)))
        .isCloseTo(-5.144251, EXACT);
    assertThat(found.covariance(found.outcome(0, 0), found.universe(0, 1)))
        .isCloseTo(-3.0642565, EXACT);
    assertThat(found.covariance(found.universe(0, 0), found.outcome(0, 1)))
        .isCloseTo(-7.7050515, EXACT);
    assertThat(found.covariance(found.universe(2, 0), found.universe(2, 1)))
        .isCloseTo(4.945375, EXACT);
    assertThat(found.covariance(found.outcome(0, 0), found.universe(1, 1)))
        .isCloseTo(19.910067, EXACT);
  }

  // change.R: degf(subset(pooled, group == g)) is 10 with the same clusters, 15 with the others
  @Test
  void aClusterOfBothYearsIsOneInTheDegreesOfFreedom() {
    for (int g = 0; g < 3; g++) {
      assertThat(df(rows(), Samples.SHARED_CLUSTERS, g)).isEqualTo(10);
      assertThat(df(otherClusters(rows()), Samples.SHARED_CLUSTERS, g)).isEqualTo(15);
    }

    assertThat(df(rows(), Samples.INDEPENDENT, 0)).isEqualTo(20);
  }

  /** Of the change of a group. */
  private static double df(double[][] rows, Samples samples, int group) {
    Estimates estimates = estimates(rows);
    Level[] levels =
        Stream.of("1", "2")
            .map(year -> estimates.find(year, "y/universe", "group", GROUPS.get(group)))
            .map(found -> new Level(50, 1, found.orElseThrow().df()))
            .toArray(Level[]::new);
    return totals(rows, samples).overlap(group).df(levels[0], levels[1]);
  }

  @Test
  void independentSamplesDoNotCovary() {
    TwoYearTotals found = totals(rows(), Samples.INDEPENDENT);

    assertThat(found.overlap(0)).isEqualTo(Overlap.NONE);
    assertThat(found.covariance(found.outcome(0, 0), found.universe(1, 1))).isZero();
    assertThat(found.covariance(found.outcome(0, 0), found.universe(1, 0))).isNotZero();
  }

  @Test
  void aDomainWithoutMembersHasNoTotals() {
    Estimates estimates = estimates(rows());
    TwoYearTotals found =
        new SurveyTotals(estimates, Samples.SHARED_CLUSTERS)
            .of("y", "group", List.of("1", "7"), "1", "2");

    assertThat(found.hasMembers(0, 0)).isTrue();
    assertThat(found.hasMembers(1, 0)).isFalse();
    assertThat(found.covariance(found.outcome(0, 0), found.universe(1, 0))).isZero();
  }

  private static void assertSame(
      TwoYearTotals found, Linearized a, TwoYearTotals expected, Linearized b) {
    assertThat(a.value()).isCloseTo(b.value(), EXACT);
    assertThat(found.test(a, 9).standardError())
        .isCloseTo(expected.test(b, 9).standardError(), EXACT);
  }

  private static TwoYearTotals totals(double[][] rows, Samples samples) {
    return new SurveyTotals(estimates(rows), samples).of("y", "group", GROUPS, "1", "2");
  }

  private static Estimates estimates(double[][] rows) {
    SurveyTable table = new SurveyTable("rows.csv", rows.length);
    String[] names = {"year", "stratum", "cluster", "group", "y", "w"};
    for (int c = 0; c < names.length; c++) {
      int column = c;
      table.with(names[c], Arrays.stream(rows).mapToDouble(row -> row[column]).toArray());
    }

    table.with("asked", Arrays.stream(rows).mapToDouble(row -> 1).toArray());
    return InMemoryEstimator.estimate(
        table,
        "year",
        Design.clusters("cluster").strata("stratum").weights("w"),
        SurveyTotals.outcomes("y", "asked"),
        List.of(DomainTable.of("group")));
  }

  /** The second year keeps one cluster of stratum 1 and two of stratum 2; stratum 5 is another. */
  private static double[][] otherClusters(double[][] rows) {
    for (double[] row : rows) {
      boolean second = row[0] == 2;
      if (second && ((row[1] == 1 && row[2] > 1) || (row[1] == 2 && row[2] == 3))) {
        row[2] += 10;
      }

      if (second && row[1] == 5) {
        row[1] = 9;
      }
    }

    return rows;
  }

  private static double[][] rows() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                SurveyTotalsTest.class.getResourceAsStream("rows.csv"), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .skip(1)
          .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
          .toArray(double[][]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
