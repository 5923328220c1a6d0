package org.quipu.endes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.quipu.endes.PooledSample.YearCluster;
import org.quipu.smallarea.ClusterCount;
import org.quipu.smallarea.DirectEstimate;
import org.quipu.smallarea.DirectEstimates;
import org.quipu.spark.SurveyEngine;
import org.quipu.store.Store;
import org.quipu.survey.Design;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Estimate;
import org.quipu.survey.Estimates;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.Outcome;
import org.quipu.survey.Retain;

/** Sets direct estimates from the counts of a store's clusters beside those from its women. */
public final class ClusterCounts {
  private static final List<String> KEY = List.of("year", "stratum", "cluster");

  private static final StructType UNITS =
      new StructType()
          .add("year", DataTypes.IntegerType)
          .add("stratum", DataTypes.IntegerType)
          .add("cluster", DataTypes.IntegerType)
          .add("pooled_stratum", DataTypes.StringType)
          .add("pooled_cluster", DataTypes.StringType);

  private ClusterCounts() {}

  /** Compares all regions, provinces and districts; returns how many estimates there were. */
  public static int giveTheEstimatesOfTheWomen(
      Store store, Collection<Integer> years, List<String> indicators) {
    WomenEstimates women = new WomenEstimates(store);
    List<ClusterCount> counts = women.clusters(years, indicators);
    List<Estimate> estimates = pooled(women, years, indicators).all();
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

  /** The engine's estimates over all women, the clusters of all years as one sample. */
  private static Estimates pooled(
      WomenEstimates women, Collection<Integer> years, List<String> indicators) {
    Dataset<Row> all = years.stream().map(women::data).reduce(Dataset::unionByName).orElseThrow();
    PooledSample sample =
        PooledSample.of(
            all
                .select(KEY.stream().map(functions::col).toArray(Column[]::new))
                .distinct()
                .collectAsList()
                .stream()
                .map(row -> new YearCluster(row.getInt(0), row.getInt(1), row.getInt(2)))
                .toList());
    Dataset<Row> units =
        all.sparkSession()
            .createDataFrame(
                sample.clusters().stream()
                    .map(
                        cluster ->
                            RowFactory.create(
                                cluster.year(),
                                cluster.stratum(),
                                cluster.cluster(),
                                sample.stratumUnit(cluster),
                                sample.clusterUnit(cluster)))
                    .toList(),
                UNITS);
    return SurveyEngine.estimate(
        all.join(functions.broadcast(units), KEY.toArray(String[]::new)),
        null,
        Design.clusters("pooled_cluster")
            .strata("pooled_stratum")
            .weights("weight")
            .weightScale(1_000_000)
            .lonelyPsu(LonelyPsu.CERTAINTY),
        indicators.stream().map(Outcome::proportion).toList(),
        Stream.of("region", "province", "district").map(DomainTable::of).toList(),
        Retain.NOTHING);
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
