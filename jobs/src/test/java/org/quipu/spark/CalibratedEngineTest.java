package org.quipu.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quipu.survey.calibration.CalibrationGolden.calibration;
import static org.quipu.survey.calibration.CalibrationGolden.design;
import static org.quipu.survey.calibration.CalibrationGolden.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.TestSpark;
import org.quipu.survey.Design;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Estimate;
import org.quipu.survey.Estimates;
import org.quipu.survey.InMemoryEstimator;
import org.quipu.survey.Outcome;
import org.quipu.survey.ReplicateWeights;
import org.quipu.survey.Replication;
import org.quipu.survey.Retain;
import org.quipu.survey.SurveyTable;
import org.quipu.survey.calibration.Calibration;
import org.quipu.survey.calibration.Calibrations;
import org.quipu.survey.regression.Extra;
import org.quipu.survey.regression.Family;
import org.quipu.survey.regression.Formula;
import org.quipu.survey.regression.ModelInput;
import org.quipu.survey.regression.Regression;
import org.quipu.survey.regression.RegressionSpec;
import org.quipu.survey.regression.TableEncoder;

/**
 * Calibrated estimates from Spark tables: those of the table in memory, the same to the last bit.
 */
class CalibratedEngineTest {
  private static final List<Outcome> OUTCOMES =
      List.of(Outcome.mean("y"), Outcome.proportion("violence"), Outcome.ratio("y", "income"));
  private static final List<DomainTable> TABLES =
      List.of(DomainTable.NATIONAL, DomainTable.of("age:residence"));

  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark = TestSpark.session();
  }

  /** The sample twice, as two years, in any order. */
  private static Dataset<Row> data(int partitions, long seed) {
    SurveyTable sample = sample();
    List<String> names = List.copyOf(sample.names());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 2 * sample.rows(); i++) {
      List<Object> cells = new ArrayList<>(List.of(2021 + i / sample.rows()));
      for (String name : names) {
        cells.add(sample.text(name, i % sample.rows()));
      }

      rows.add(RowFactory.create(cells.toArray()));
    }

    Collections.shuffle(rows, new Random(seed));
    StructType schema = new StructType().add("year", DataTypes.IntegerType);
    for (String name : names) {
      schema = schema.add(name, DataTypes.StringType);
    }

    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return spark.createDataFrame(context.parallelize(rows, partitions), schema);
  }

  private static Estimates estimate(Dataset<Row> data, Design design) {
    return SurveyEngine.estimate(data, "year", design, OUTCOMES, TABLES, Retain.CLUSTERS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"poststratify", "rake_trim", "linear_trim", "logit"})
  void sameBitsForAnyPartitionsAndOrder(String way) {
    Design calibrated = design("certainty").calibrated(calibration(way));
    Estimates one = estimate(data(1, 1), calibrated);
    double[][] covariances = one.covariances(one.all().subList(0, 7));
    for (int partitions : new int[] {7, 64}) {
      Estimates other = estimate(data(partitions, partitions), calibrated);
      assertThat(other.all()).hasSizeGreaterThan(40).isEqualTo(one.all());
      assertThat(other.calibrations()).isEqualTo(one.calibrations()).hasSize(2);
      assertThat(other.covariances(other.all().subList(0, 7))).isDeepEqualTo(covariances);
    }
  }

  /** The years differ in their totals, and in what the weights are brought to. */
  @Test
  void eachYearHasItsOwnTotals() {
    Calibration linear = calibration("linear");
    Calibration logit = calibration("logit").ofRelativeWeights();
    Design byYear =
        design("certainty")
            .calibrated(
                Calibrations.of("totals", new TreeMap<>(Map.of("2021", linear, "2022", logit))));
    Estimates one = estimate(data(1, 1), byYear);
    for (int partitions : new int[] {7, 64}) {
      assertThat(estimate(data(partitions, partitions), byYear).all()).isEqualTo(one.all());
    }

    for (Map.Entry<String, Calibration> year : byYear.calibration().groups().entrySet()) {
      Design own = design("certainty").calibrated(year.getValue());
      List<Estimate> alone = estimate(data(3, 3).where("year = " + year.getKey()), own).all();
      assertThat(one.all().stream().filter(each -> each.group().equals(year.getKey())).toList())
          .hasSizeGreaterThan(20)
          .isEqualTo(alone);
    }
  }

  /** Columns of numbers stand for replicate weights. */
  @Test
  void replicatesHaveTheSameBitsForAnyPartitionsAndOrder() {
    for (Design design :
        List.of(
            design("fpc").replicated(Replication.jkn()),
            design("stages").replicated(Replication.bootstrap(10, 3)),
            design("rows").replicates(ReplicateWeights.bootstrap(List.of("w", "fpc", "income"))))) {
      Design calibrated = design.calibrated(calibration("linear"));
      List<Estimate> one = estimate(data(1, 1), calibrated).all();
      for (int partitions : new int[] {7, 64}) {
        assertThat(estimate(data(partitions, partitions), calibrated).all()).isEqualTo(one);
      }

      List<Estimate> inMemory =
          InMemoryEstimator.estimate(sample(), null, calibrated, OUTCOMES, TABLES).all();
      for (int i = 0; i < inMemory.size(); i++) {
        assertThat(one.get(i).standardError())
            .isCloseTo(inMemory.get(i).standardError(), within(1e-12));
      }
    }
  }

  @Test
  void estimatesAreThoseOfTheTableInMemory() {
    for (String name : List.of("adjust", "average", "stages", "rows")) {
      Design calibrated = design(name).calibrated(calibration("linear"));
      Estimates inMemory = InMemoryEstimator.estimate(sample(), null, calibrated, OUTCOMES, TABLES);
      List<Estimate> ofYear =
          estimate(data(3, 3), calibrated).all().stream()
              .filter(each -> each.group().equals("2022"))
              .toList();
      assertThat(ofYear).hasSameSizeAs(inMemory.all());
      for (int i = 0; i < ofYear.size(); i++) {
        Estimate expected = inMemory.all().get(i);
        assertThat(ofYear.get(i).domain()).isEqualTo(expected.domain());
        assertThat(ofYear.get(i).estimate()).isCloseTo(expected.estimate(), within(1e-12));
        assertThat(ofYear.get(i).standardError())
            .isCloseTo(expected.standardError(), within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "7, 0", "64, 0", "7, 10000000"})
  void regressionsHaveTheSameBitsAsInMemory(int partitions, long few) {
    for (String name : List.of("certainty", "rows", "stages")) {
      RegressionSpec spec =
          new RegressionSpec(
              Formula.of("violence ~ y + age"),
              Family.LOGISTIC,
              design(name).calibrated(calibration("rake_trim")),
              Map.of("residence", Set.of("urban")),
              Set.of(Extra.MARGINS));
      SurveyTable sample = sample();
      // Columns of texts in a Spark table are categories: y is cast.
      Dataset<Row> data =
          data(partitions, partitions)
              .where("year = 2021")
              .withColumn("y", functions.col("y").cast("double"));
      ModelInput input = TableEncoder.input(sample, spec);
      assertThat(SparkRows.fit(data, "sample", spec, few))
          .isEqualTo(Regression.fit(TableEncoder.encode(sample, input), input));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "7, 0", "64, 0", "7, 10000000"})
  void regressionsOfReplicatesHaveTheSameBitsAsInMemory(int partitions, long few) {
    for (Design design :
        List.of(
            design("fpc").replicated(Replication.jkn()),
            design("rows").replicates(ReplicateWeights.bootstrap(List.of("w", "fpc"))))) {
      RegressionSpec spec =
          RegressionSpec.of(
              "violence ~ y", Family.LOGISTIC, design.calibrated(calibration("rake")));
      Dataset<Row> data =
          data(partitions, partitions)
              .where("year = 2021")
              .withColumn("y", functions.col("y").cast("double"));
      ModelInput input = TableEncoder.input(sample(), spec);
      assertThat(SparkRows.fit(data, "sample", spec, few))
          .isEqualTo(Regression.fit(TableEncoder.encode(sample(), input), input));
    }
  }
}
