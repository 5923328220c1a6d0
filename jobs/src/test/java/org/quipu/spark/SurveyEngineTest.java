package org.quipu.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.TestSpark;
import org.quipu.UserException;
import org.quipu.survey.Design;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Estimate;
import org.quipu.survey.Estimates;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.Outcome;
import org.quipu.survey.Replication;
import org.quipu.survey.Retain;

class SurveyEngineTest {
  private static final StructType SCHEMA =
      StructType.fromDDL(
          "year INT, stratum INT, cluster INT, weight DOUBLE, region STRING, residence STRING,"
              + " age STRING, physical BOOLEAN, sexual BOOLEAN, income DOUBLE");
  private static final Design DESIGN =
      Design.clusters("cluster").strata("stratum").weights("weight").lonelyPsu(LonelyPsu.CERTAINTY);
  private static final List<Outcome> OUTCOMES =
      List.of(
          Outcome.proportion("physical"),
          Outcome.proportion("sexual"),
          Outcome.mean("income"),
          Outcome.total("physical"));
  private static final List<DomainTable> TABLES =
      List.of(
          DomainTable.NATIONAL,
          DomainTable.of("region"),
          DomainTable.of("region:residence"),
          DomainTable.of("age"));

  private static SparkSession spark;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    spark = TestSpark.session();
  }

  /** Two years of women in the order of their strata; weights that no sum of doubles can hold. */
  private static List<Row> women() {
    Random random = new Random(20260101);
    List<Row> women = new ArrayList<>();
    for (int year = 2021; year <= 2022; year++) {
      for (int stratum = 1; stratum <= 30; stratum++) {
        for (int cluster = 1; cluster <= (stratum == 30 ? 1 : 2 + random.nextInt(6)); cluster++) {
          for (int woman = 0; woman < 1 + random.nextInt(12); woman++) {
            boolean asked = random.nextInt(4) > 0;
            women.add(
                RowFactory.create(
                    year,
                    stratum,
                    cluster,
                    Math.exp(random.nextGaussian()),
                    "" + (1 + stratum % 5),
                    random.nextInt(20) == 0 ? null : "" + (1 + stratum % 2),
                    "" + random.nextInt(7),
                    asked ? random.nextInt(3) == 0 : null,
                    asked ? random.nextInt(20) == 0 : null,
                    asked ? 1000 * random.nextGaussian() : null));
          }
        }
      }
    }

    return women;
  }

  private static Estimates estimate(List<Row> women, int partitions, Retain retain) {
    return SurveyEngine.estimate(data(women, partitions), "year", DESIGN, OUTCOMES, TABLES, retain);
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 64, 200})
  void sameBitsForAnyPartitions(int partitions) {
    List<Estimate> one = estimate(women(), 1, Retain.NOTHING).all();
    assertThat(one).hasSizeGreaterThan(100);
    assertThat(estimate(women(), partitions, Retain.NOTHING).all()).isEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64})
  void sameBitsForAnyOrderOfRows(int partitions) {
    List<Estimate> sorted = estimate(women(), 3, Retain.NOTHING).all();
    List<Row> shuffled = women();
    Collections.shuffle(shuffled, new Random(7));
    assertThat(estimate(shuffled, partitions, Retain.NOTHING).all()).isEqualTo(sorted);
  }

  @Test
  void covariancesHaveTheSameBitsForAnyPartitions() {
    double[] one = covariances(estimate(women(), 1, Retain.CLUSTERS));
    List<Row> shuffled = women();
    Collections.shuffle(shuffled, new Random(8));
    for (int partitions : new int[] {7, 64}) {
      assertThat(covariances(estimate(shuffled, partitions, Retain.CLUSTERS))).isEqualTo(one);
    }
  }

  private static double[] covariances(Estimates estimates) {
    Estimate peru = estimates.find("2021", "physical", "national", "00").orElseThrow();
    Estimate region = estimates.find("2021", "physical", "region", "1").orElseThrow();
    Estimate later = estimates.find("2022", "physical", "region", "1").orElseThrow();
    Estimates jackknife = estimates.replicated(Replication.jkn());
    double[] covariances = {
      estimates.covariance(peru, region),
      estimates.matchedCovariance(region, later),
      jackknife.covariance(peru, region)
    };
    assertThat(covariances).doesNotContain(0);
    return covariances;
  }

  @Test
  void strataInTwoPlacesAreJoined() {
    List<Row> women = women();
    List<Row> turned = new ArrayList<>(women.subList(300, women.size()));
    turned.addAll(women.subList(0, 300));
    assertThat(estimate(turned, 5, Retain.NOTHING).all())
        .isEqualTo(estimate(women, 1, Retain.NOTHING).all());
  }

  @Test
  void batchesOfAParquetFileGiveTheSameBitsAsRows() {
    List<Row> women = women();
    Dataset<Row> stored = stored(women);

    assertThat(BatchScan.columnar(stored)).isPresent();
    assertThat(
            SurveyEngine.estimate(stored, "year", DESIGN, OUTCOMES, TABLES, Retain.NOTHING).all())
        .isEqualTo(estimate(women, 3, Retain.NOTHING).all());
  }

  @Test
  void aColumnMayServeTwice() {
    List<Row> women = women();
    Design regions = Design.clusters("cluster").strata("region").weights("weight");
    List<DomainTable> tables = List.of(DomainTable.NATIONAL, DomainTable.of("region"));
    List<Outcome> outcomes = List.of(Outcome.proportion("physical"), Outcome.mean("physical"));

    List<Estimate> rows =
        SurveyEngine.estimate(data(women, 4), null, regions, outcomes, tables, Retain.NOTHING)
            .all();

    assertThat(rows).hasSize(12);
    assertThat(
            SurveyEngine.estimate(stored(women), null, regions, outcomes, tables, Retain.NOTHING)
                .all())
        .isEqualTo(rows);
  }

  @Test
  void aRowOutsideTheDesignIsRefused() {
    List<Row> women = women().subList(0, 10);
    Object[] values = new Object[SCHEMA.length()];
    values[SCHEMA.fieldIndex("year")] = 2021;
    values[SCHEMA.fieldIndex("stratum")] = 1;
    values[SCHEMA.fieldIndex("weight")] = 1.0;
    List<Row> more = new ArrayList<>(women);
    more.add(RowFactory.create(values));

    for (Dataset<Row> data : List.of(data(more, 1), stored(more))) {
      assertThatThrownBy(
              () -> SurveyEngine.estimate(data, "year", DESIGN, OUTCOMES, TABLES, Retain.NOTHING))
          .rootCause()
          .isInstanceOf(UserException.class)
          .hasMessageContaining("a row has no cluster; every row must belong to the design");
    }
  }

  private static Dataset<Row> data(List<Row> women, int partitions) {
    return spark.createDataFrame(
        JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(women, partitions),
        SCHEMA);
  }

  /** The same rows in a Parquet file, in their order. */
  private Dataset<Row> stored(List<Row> women) {
    String file = folder.resolve("women-" + women.size()).toString();
    data(women, 1).write().mode("overwrite").parquet(file);
    return spark.read().parquet(file);
  }
}
