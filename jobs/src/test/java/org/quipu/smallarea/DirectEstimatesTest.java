package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quipu.survey.Design;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Estimate;
import org.quipu.survey.InMemoryEstimator;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.Outcome;
import org.quipu.survey.SurveyTable;

/** Against the estimator of microdata, which is held to R's survey package. */
class DirectEstimatesTest {
  private static final int WOMEN = 900;

  private record Woman(String stratum, String cluster, String area, double weight, double answer) {}

  /**
   * Women of six strata, the last of one cluster, in nine areas and outside all of them: areas cut
   * strata and clusters, nobody of area a7 was asked, all of a8 say yes and all of a6 are of one
   * cluster.
   */
  private static List<Woman> women() {
    SplittableRandom random = new SplittableRandom(5);
    List<Woman> women = new ArrayList<>();
    for (int i = 0; i < WOMEN; i++) {
      int cluster = i / 15;
      int stratum = cluster < 59 ? cluster % 5 : 5;
      int number = cluster == 57 ? 6 : (cluster / 10 + random.nextInt(2) * (i % 3)) % 6;
      number = cluster == 20 ? 7 : cluster == 31 || cluster == 32 ? 8 : number;
      double answer = number == 8 || random.nextDouble() < 0.2 + 0.1 * number ? 1 : 0;
      boolean asked = number != 7 && random.nextInt(8) > 0;
      women.add(
          new Woman(
              "s" + stratum,
              "c" + cluster,
              cluster % 13 == 7 ? "" : "a" + number,
              100_000 + random.nextInt(3_000_000),
              asked ? answer : Double.NaN));
    }

    return women;
  }

  private static List<ClusterCount> counts(List<Woman> women) {
    Map<List<String>, List<Woman>> cells = new TreeMap<>(Comparator.comparing(String::valueOf));
    for (Woman woman : women) {
      cells
          .computeIfAbsent(
              List.of(woman.stratum, woman.cluster, woman.area), cell -> new ArrayList<>())
          .add(woman);
    }

    return cells.entrySet().stream()
        .map(
            cell -> {
              List<Woman> asked =
                  cell.getValue().stream().filter(w -> !Double.isNaN(w.answer)).toList();
              return new ClusterCount(
                  cell.getKey().get(0),
                  cell.getKey().get(1),
                  "01",
                  cell.getKey().get(2),
                  "",
                  true,
                  "violence",
                  asked.size(),
                  (int) asked.stream().mapToDouble(Woman::answer).sum(),
                  asked.stream().mapToDouble(Woman::weight).sum(),
                  asked.stream().mapToDouble(w -> w.weight * w.answer).sum(),
                  asked.stream().mapToDouble(w -> w.weight * w.weight).sum());
            })
        .toList();
  }

  private static Map<String, Estimate> estimates(List<Woman> women) {
    SurveyTable table =
        new SurveyTable("women", women.size())
            .with("stratum", women.stream().map(Woman::stratum).toArray(String[]::new))
            .with("cluster", women.stream().map(Woman::cluster).toArray(String[]::new))
            .with("area", women.stream().map(Woman::area).toArray(String[]::new))
            .with("weight", women.stream().mapToDouble(Woman::weight).toArray())
            .with("violence", women.stream().mapToDouble(Woman::answer).toArray());
    Map<String, Estimate> byArea = new TreeMap<>();
    InMemoryEstimator.estimate(
            table,
            null,
            Design.clusters("cluster")
                .strata("stratum")
                .weights("weight")
                .weightScale(1e6)
                .lonelyPsu(LonelyPsu.CERTAINTY),
            List.of(Outcome.proportion("violence")),
            List.of(DomainTable.of("area")))
        .all()
        .stream()
        .filter(estimate -> estimate.n() > 0 && !estimate.domain().isEmpty())
        .forEach(estimate -> byArea.put(estimate.domain(), estimate));
    return byArea;
  }

  @Test
  void countsGiveTheEstimatesOfTheWomen() {
    List<Woman> women = women();
    Map<String, Estimate> expected = estimates(women);

    List<DirectEstimate> found =
        DirectEstimates.of(counts(women), ClusterCount::province, ClusterCount::region);

    assertThat(found).extracting(DirectEstimate::area).containsExactlyElementsOf(expected.keySet());
    assertThat(expected).hasSize(8).doesNotContainKey("a7");
    for (DirectEstimate estimate : found) {
      Estimate of = expected.get(estimate.area());
      assertThat(estimate.estimate()).isCloseTo(of.estimate(), within(1e-14));
      assertThat(estimate.standardError()).isCloseTo(of.standardError(), within(1e-14));
      assertThat(estimate.n()).isEqualTo((double) of.n());
      assertThat(estimate.psus()).isEqualTo(of.psus());
      assertThat(estimate.df()).isEqualTo(of.df());
      if (Double.isNaN(of.deff())) {
        assertThat(estimate.deff()).isNaN();
      } else {
        assertThat(estimate.deff()).isCloseTo(of.deff(), within(1e-12));
      }
      assertThat(estimate.group()).isEqualTo("01");
    }
    // One cluster and one answer alike of all leave no variance, not what rounding leaves.
    assertThat(expected.get("a6").psus()).isEqualTo(1);
    assertThat(found.get(6).standardError()).isZero();
    assertThat(found.get(7).estimate()).isEqualTo(1);
    assertThat(found.get(7).standardError()).isZero();
  }
}
