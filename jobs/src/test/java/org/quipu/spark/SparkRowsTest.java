package org.quipu.spark;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.TestSpark;
import org.quipu.UserException;
import org.quipu.survey.Design;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.ReplicateWeights;
import org.quipu.survey.Replication;
import org.quipu.survey.SurveyTable;
import org.quipu.survey.regression.Extra;
import org.quipu.survey.regression.Family;
import org.quipu.survey.regression.Formula;
import org.quipu.survey.regression.ModelInput;
import org.quipu.survey.regression.Regression;
import org.quipu.survey.regression.RegressionFit;
import org.quipu.survey.regression.RegressionSpec;
import org.quipu.survey.regression.TableEncoder;

class SparkRowsTest {
  private static final StructType SCHEMA =
      StructType.fromDDL(
          "stratum INT, cluster INT, weight DOUBLE, fpc DOUBLE, education STRING, residence INT,"
              + " age INT, exposure DOUBLE, physical BOOLEAN");
  private static final Design CLUSTERS =
      Design.clusters("cluster").strata("stratum").weights("weight").lonelyPsu(LonelyPsu.CERTAINTY);
  private static final Design ROWS = Design.simple().strata("stratum").weights("weight").fpc("fpc");
  private static final Design TWO_STAGES =
      Design.clusters("cluster", "age")
          .strata("stratum")
          .weights("weight")
          .fpc("fpc", "fpc")
          .lonelyPsu(LonelyPsu.ADJUST);
  private static final String FORMULA =
      "physical ~ log(age) + I(age^2) + education * factor(residence) + offset(I(exposure / 2))";

  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark = TestSpark.session();
  }

  /** Women with weights that no sum of doubles can hold, some without an answer. */
  private static List<Row> women() {
    Random random = new Random(20260102);
    List<Row> women = new ArrayList<>();
    for (int stratum = 1; stratum <= 20; stratum++) {
      for (int cluster = 1; cluster <= (stratum == 20 ? 1 : 3 + random.nextInt(5)); cluster++) {
        for (int woman = 0; woman < 5 + random.nextInt(25); woman++) {
          women.add(
              RowFactory.create(
                  stratum,
                  cluster,
                  Math.exp(random.nextGaussian()),
                  5000.0,
                  random.nextInt(30) == 0
                      ? null
                      : List.of("none", "primary", "more").get(random.nextInt(3)),
                  1 + random.nextInt(2),
                  15 + random.nextInt(35),
                  random.nextGaussian() / 5,
                  random.nextInt(9) == 0 ? null : random.nextInt(3) == 0));
        }
      }
    }

    return women;
  }

  private static Dataset<Row> data(List<Row> rows, int partitions) {
    return spark.createDataFrame(
        JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(rows, partitions),
        SCHEMA);
  }

  private static RegressionSpec spec(Design design, Family family) {
    return new RegressionSpec(
        Formula.of(FORMULA),
        family,
        design,
        Map.of("residence", Set.of("1", "2")),
        Set.of(Extra.MARGINS));
  }

  private static RegressionFit inMemory(RegressionSpec spec) {
    List<Row> women = women();
    SurveyTable table = new SurveyTable("women", women.size());
    for (String name : SCHEMA.fieldNames()) {
      int at = SCHEMA.fieldIndex(name);
      if (name.equals("education")) {
        table.with(name, women.stream().map(row -> row.getString(at)).toArray(String[]::new));
      } else {
        table.with(name, women.stream().mapToDouble(row -> number(row.get(at))).toArray());
      }
    }

    ModelInput input = TableEncoder.input(table, spec);
    return Regression.fit(TableEncoder.encode(table, input), input);
  }

  private static double number(Object value) {
    if (value instanceof Boolean yes) {
      return yes ? 1 : 0;
    }

    return value == null ? Double.NaN : ((Number) value).doubleValue();
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "7, 0", "64, 0", "7, 10000000"})
  void sameBitsForAnyPartitionsAndAnyOrderOfRowsAsInMemory(int partitions, long few) {
    List<Row> shuffled = women();
    Collections.shuffle(shuffled, new Random(partitions));
    for (Design design : List.of(CLUSTERS, ROWS, TWO_STAGES)) {
      for (Family family : List.of(Family.LOGISTIC, Family.POISSON)) {
        RegressionSpec spec = spec(design, family);
        assertThat(SparkRows.fit(data(shuffled, partitions), "women", spec, few))
            .isEqualTo(inMemory(spec));
      }
    }
  }

  /** Columns of numbers stand for replicate weights. */
  @ParameterizedTest
  @CsvSource({"1, 0", "7, 0", "64, 0", "7, 10000000"})
  void replicatesHaveTheSameBits(int partitions, long few) {
    List<Row> shuffled = women();
    Collections.shuffle(shuffled, new Random(partitions));
    for (Design design :
        List.of(
            CLUSTERS.replicated(Replication.jkn()),
            TWO_STAGES.replicated(Replication.bootstrap(20, 5)),
            ROWS.replicates(ReplicateWeights.fay(List.of("weight", "age", "fpc"), 0.5)))) {
      RegressionSpec spec = spec(design, Family.LOGISTIC);
      assertThat(SparkRows.fit(data(shuffled, partitions), "women", spec, few))
          .isEqualTo(inMemory(spec));
    }
  }

  @Test
  void columnsOfAFileAreReadAsTheyAre(@TempDir Path folder) {
    String file = folder.resolve("women").toString();
    data(women(), 3).write().parquet(file);
    Dataset<Row> stored = spark.read().parquet(file);

    assertThat(BatchScan.columnar(stored)).isPresent();
    for (Design design : List.of(CLUSTERS, ROWS, TWO_STAGES)) {
      RegressionSpec spec = spec(design, Family.LOGISTIC);
      assertThat(SparkRows.fit(stored, "women", spec, 0)).isEqualTo(inMemory(spec));
    }
  }

  @Test
  void columnsOfOtherTypesAreConverted() {
    RegressionSpec spec = spec(CLUSTERS, Family.LOGISTIC);
    Dataset<Row> decimals =
        data(women(), 3).withColumn("cluster", SparkColumns.of("cluster").cast("decimal(9,2)"));

    assertThat(SparkRows.fit(decimals, "women", spec, 0)).isEqualTo(inMemory(spec));
  }

  @Test
  void refusesATextInAColumnOfNumbersWithoutTellingIt() {
    Dataset<Row> texts =
        data(women(), 2).withColumn("weight", SparkColumns.of("weight").cast("string"));
    RegressionSpec spec = spec(CLUSTERS, Family.LOGISTIC);

    assertThat(SparkRows.fit(texts, "women", spec)).isEqualTo(inMemory(spec));
    assertThatThrownBy(() -> SparkRows.fit(texts.withColumn("weight", lit("heavy")), "women", spec))
        .hasStackTraceContaining("column weight: found a text; expected a number")
        .hasMessageNotContaining("heavy");
  }

  @Test
  void refusesARowWithoutCluster() {
    List<Row> rows = women();
    rows.add(RowFactory.create(1, null, 1.0, 50.0, "none", 1, 20, 0.0, true));

    assertThatThrownBy(() -> SparkRows.fit(data(rows, 2), "women", spec(CLUSTERS, Family.LOGISTIC)))
        .hasRootCauseInstanceOf(UserException.class)
        .hasStackTraceContaining("a row has no cluster");
  }

  @Test
  void refusesAColumnThatIsNotThere() {
    RegressionSpec spec = RegressionSpec.of("physical ~ aged", Family.LOGISTIC, CLUSTERS);
    assertThatThrownBy(() -> SparkRows.fit(data(women(), 2), "women", spec))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no column aged");
  }

  @Test
  void refusesTextsWhereNumbersAreNeeded() {
    RegressionSpec spec =
        RegressionSpec.of("physical ~ education + poly(education, 2)", Family.LOGISTIC, CLUSTERS);
    assertThatThrownBy(() -> SparkRows.fit(data(women(), 2), "women", spec))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(
            "column education: found texts; expected numbers in poly(education, 2)");
  }
}
