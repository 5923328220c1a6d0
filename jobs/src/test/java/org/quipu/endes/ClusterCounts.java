package org.quipu.endes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.quipu.smallarea.ClusterCount;
import org.quipu.smallarea.DirectEstimate;
import org.quipu.smallarea.DirectEstimates;
import org.quipu.store.Store;
import org.quipu.survey.Estimate;
import org.quipu.survey.LonelyPsu;

/** Sets direct estimates from the counts of a store's clusters beside those from its women. */
public final class ClusterCounts {
  private ClusterCounts() {}

  /** Compares all regions, provinces and districts; returns how many estimates there were. */
  public static int giveTheEstimatesOfTheWomen(
      Store store, Collection<Integer> years, List<String> indicators) {
    WomenEstimates women = new WomenEstimates(store);
    List<ClusterCount> counts = women.clusters(years, indicators);
    List<Estimate> estimates =
        women
            .pooled(
                years, indicators, List.of("region", "province", "district"), LonelyPsu.CERTAINTY)
            .all();
    int compared = 0;
    for (String indicator : indicators) {
      List<ClusterCount> of =
          counts.stream().filter(count -> count.indicator().equals(indicator)).toList();
      compared += compare(of, estimates, "region", ClusterCount::region);
      compared += compare(of, estimates, "province", ClusterCount::province);
      compared += compare(of, estimates, "district", ClusterCount::district);
    }

    return compared;
  }

  private static int compare(
      List<ClusterCount> counts,
      List<Estimate> estimates,
      String table,
      Function<ClusterCount, String> area) {
    List<Estimate> expected =
        estimates.stream()
            .filter(each -> each.outcome().name().equals(counts.get(0).indicator()))
            .filter(each -> each.table().name().equals(table) && each.n() > 0)
            .toList();
    List<DirectEstimate> found = DirectEstimates.of(counts, area, ClusterCount::region);
    assertThat(found)
        .extracting(DirectEstimate::area)
        .containsExactlyInAnyOrderElementsOf(expected.stream().map(Estimate::domain).toList());
    for (int i = 0; i < found.size(); i++) {
      DirectEstimate estimate = found.get(i);
      Estimate of = expected.get(i);
      assertThat(estimate.area()).isEqualTo(of.domain()).startsWith(estimate.group());
      assertThat(estimate.estimate()).isCloseTo(of.estimate(), within(1e-12));
      assertThat(estimate.standardError()).isCloseTo(of.standardError(), within(1e-12));
      assertThat(estimate.n()).isEqualTo((double) of.n());
      assertThat(estimate.psus()).isEqualTo(of.psus());
      assertThat(estimate.df()).isEqualTo(of.df());
      assertThat(Double.isNaN(estimate.deff())).isEqualTo(Double.isNaN(of.deff()));
      if (!Double.isNaN(of.deff())) {
        assertThat(estimate.deff()).isCloseTo(of.deff(), within(1e-12 * Math.max(1, of.deff())));
      }
    }

    return found.size();
  }
}
