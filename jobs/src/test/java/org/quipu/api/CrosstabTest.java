package org.quipu.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.GoldenFile;
import org.quipu.TestSpark;
import org.quipu.UserException;
import org.quipu.store.CrosstabRow;
import org.quipu.store.CrosstabTestRow;
import org.quipu.survey.Crosstab;
import org.quipu.survey.Design;
import org.quipu.survey.ReplicateGolden;
import org.quipu.survey.SurveyTable;
import org.quipu.survey.calibration.Calibration;
import org.quipu.survey.calibration.CalibrationMethod;

/** Golden numbers of R: survey's {@code svyratio} and {@code svychisq} (crosstab.R). */
class CrosstabTest {
  private static final Design PLAIN = Design.clusters("psu").strata("stratum").weights("w");

  private static Design design(String name) {
    if (!name.equals("calibrated")) {
      return PLAIN;
    }

    return PLAIN.calibrated(
        Calibration.of(
            new GoldenFile("crosstab/totals.csv").totals(), CalibrationMethod.POSTSTRATIFY));
  }

  private static Crosstabulated crosstab(String design, String part) {
    SurveyTable table = new GoldenFile("crosstab/sample.csv").table();
    if (design.equals("few")) {
      double[] violence = table.numbers("violence");
      table.with("violence", Arrays.stream(violence).map(value -> Math.min(value, 2)).toArray());
    }

    Crosstabulated all = SurveyData.of(table, design(design)).crosstab("wealth", "violence");
    return part.equals("urban") ? all.where("residence", "urban") : all;
  }

  private static List<Map<String, String>> golden(String file, String design, String part) {
    return new GoldenFile("crosstab/" + file)
        .rows().stream()
            .filter(row -> row.get("design").equals(design) && row.get("part").equals(part))
            .toList();
  }

  private static void assertClose(double is, Map<String, String> r, String heading) {
    double expected = Double.parseDouble(r.get(heading));
    assertThat(is)
        .as("%s of %s", heading, r)
        .isCloseTo(expected, within(1e-8 * Math.max(1e-3, Math.abs(expected))));
  }

  @ParameterizedTest
  @CsvSource({"plain, all", "plain, urban", "calibrated, all", "calibrated, urban"})
  void sharesEqualR(String design, String part) {
    List<CrosstabRow> rows = crosstab(design, part).rows();

    List<Map<String, String>> golden = golden("cells.csv", design, part);
    assertThat(rows).hasSameSizeAs(golden).hasSize(36);
    for (Map<String, String> r : golden) {
      CrosstabRow row = find(rows, r);
      assertClose(row.estimate(), r, "estimate");
      assertClose(row.standardError(), r, "standard_error");
      assertThat(row.cases()).as("%s", r).isEqualTo(Long.parseLong(r.get("cases")));
      assertThat(row.n()).as("%s", r).isEqualTo(Long.parseLong(r.get("n")));
    }
  }

  @ParameterizedTest
  @CsvSource({"plain, all", "plain, urban", "calibrated, all", "calibrated, urban", "few, all"})
  void testsEqualR(String design, String part) {
    List<CrosstabTestRow> tests = crosstab(design, part).tests().rows();

    List<Map<String, String>> golden = golden("tests.csv", design, part);
    assertThat(golden).isNotEmpty();
    for (Map<String, String> r : golden) {
      CrosstabTestRow test =
          tests.stream()
              .filter(each -> each.test().code().equals(r.get("kind")))
              .findFirst()
              .orElseThrow();
      assertClose(test.statistic(), r, "statistic");
      assertClose(test.df1(), r, "df1");
      if (r.get("df2").isEmpty()) {
        assertThat(test.df2()).isNaN();
      } else {
        assertClose(test.df2(), r, "df2");
      }

      assertClose(test.pValue(), r, "p_value");
    }
  }

  /**
   * replicates.R: svyratio and svychisq of designs with replicates, whose degrees of freedom are
   * those of the design: strata and clusters are named.
   */
  @ParameterizedTest
  @CsvSource({"brr, all", "brr, urban", "fay, all", "fay, urban", "jkn, all", "jkn, urban"})
  void replicatesEqualR(String name, String part) {
    Design design = ReplicateGolden.design(name).strata("stratum");
    Design clustered =
        Design.clusters("psu")
            .strata("stratum")
            .weights("w")
            .replicates(design.replicates())
            .replicated(design.replication());
    Crosstabulated all =
        SurveyData.of(ReplicateGolden.sample(), clustered).crosstab("wealth", "violence");
    Crosstabulated crosstab = part.equals("all") ? all : all.where("residence", part);
    int compared = 0;
    for (Map<String, String> r : ReplicateGolden.rows("crosstab.csv")) {
      if (r.get("design").equals(name) && r.get("part").equals(part)) {
        CrosstabRow row = find(crosstab.rows(), r);
        assertClose(row.estimate(), r, "estimate");
        assertClose(row.standardError(), r, "standard_error");
        compared++;
      }
    }

    assertThat(compared).isEqualTo(18);
    for (Map<String, String> r : ReplicateGolden.rows("crosstab-tests.csv")) {
      if (r.get("design").equals(name) && r.get("part").equals(part)) {
        CrosstabTestRow test =
            crosstab.tests().rows().stream()
                .filter(each -> each.test().code().equals(r.get("kind")))
                .findFirst()
                .orElseThrow();
        assertClose(test.statistic(), r, "statistic");
        assertClose(test.df1(), r, "df1");
        assertClose(test.pValue(), r, "p_value");
        compared++;
      }
    }

    assertThat(compared).isEqualTo(20);
  }

  private static CrosstabRow find(List<CrosstabRow> rows, Map<String, String> r) {
    return rows.stream()
        .filter(each -> each.row().equals(r.get("row")))
        .filter(each -> each.column().equals(r.get("column")))
        .filter(each -> each.of().code().equals(r.get("of")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCellWithoutRowsIsThere() {
    CrosstabRow none =
        crosstab("plain", "all").rows().stream()
            .filter(row -> row.row().equals("rich") && row.column().equals("3"))
            .filter(row -> row.of() == Crosstab.Share.COLUMN)
            .findFirst()
            .orElseThrow();
    assertThat(none.estimate()).isZero();
    assertThat(none.cases()).isZero();
    assertThat(none.n()).isPositive();
    assertThat(none.ciLow()).isNaN();
  }

  @Test
  void theyDoNotDependOnHowSparkCutsTheRows(@TempDir Path folder) {
    Dataset<Row> table =
        TestSpark.session()
            .read()
            .option("header", true)
            .option("inferSchema", true)
            .csv(new GoldenFile("crosstab/sample.csv").in(folder).toString());
    List<Crosstabulated> all =
        Stream.of(1, 7, 64)
            .map(count -> SurveyData.of(table.repartition(count), PLAIN))
            .map(survey -> survey.crosstab("wealth", "violence").where("residence", "urban"))
            .toList();

    assertThat(all.get(1).rows()).isEqualTo(all.get(0).rows());
    assertThat(all.get(2).rows()).isEqualTo(all.get(0).rows());
    assertThat(all.get(1).tests().rows()).isEqualTo(all.get(0).tests().rows());
    assertThat(all.get(2).tests().rows()).isEqualTo(all.get(0).tests().rows());
    assertThat(all.get(0).rows()).isEqualTo(crosstab("plain", "urban").rows());
    assertThat(all.get(0).tests().rows()).isEqualTo(crosstab("plain", "urban").tests().rows());
  }

  @Test
  void whatCannotBeTabulatedIsRefused() {
    SurveyTable table = new GoldenFile("crosstab/sample.csv").table();
    SurveyData survey = SurveyData.of(table, PLAIN);
    assertThatThrownBy(() -> survey.crosstab("wealth", "wealth"))
        .hasMessage("a column is not tabulated by itself: wealth");
    assertThatThrownBy(() -> survey.crosstab("wealth", "violense"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("violence");
    Crosstabulated nobody = survey.crosstab("wealth", "violence").where("residence", "sea");
    assertThatThrownBy(nobody::rows).hasMessageContaining("no row with a weight and a value");
    Crosstabulated weights = survey.crosstab("wealth", "w");
    assertThatThrownBy(weights::rows)
        .hasMessageContaining("wealth × w")
        .hasMessageContaining("100");

    Crosstabulated one = survey.crosstab("wealth", "violence").where("violence", "1");
    assertThat(one.tests().rows()).isEmpty();
  }
}
