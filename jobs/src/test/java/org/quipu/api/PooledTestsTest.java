package org.quipu.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.GoldenFile;
import org.quipu.TestSpark;
import org.quipu.store.CompareRow;
import org.quipu.store.CrosstabRow;
import org.quipu.store.CrosstabTestRow;
import org.quipu.survey.Design;
import org.quipu.survey.GroupTest;
import org.quipu.survey.SurveyTable;

/**
 * Tables of two columns and comparisons of imputations: golden numbers of R's survey and mitools,
 * and of the formulas of Li, Meng, Raghunathan and Rubin (imputation.R).
 */
class PooledTestsTest {
  private static final Design DESIGN = Design.clusters("psu").strata("stratum").weights("w");

  private static String[] columns(String name) {
    return IntStream.rangeClosed(1, 5).mapToObj(i -> name + "_" + i).toArray(String[]::new);
  }

  private static SurveyData imputed(SurveyData survey) {
    return survey.imputed("income", columns("income")).imputed("violence", columns("violence"));
  }

  private static SurveyData survey() {
    return imputed(SurveyData.of(new GoldenFile("imputation/imputed.csv").table(), DESIGN));
  }

  private static void assertClose(double is, Map<String, String> r, String heading) {
    String text = r.get(heading);
    if (List.of("", "NA", "NaN").contains(text)) {
      assertThat(is).as("%s of %s", heading, r).isNaN();
    } else {
      double expected = Double.parseDouble(text);
      assertThat(is)
          .as("%s of %s", heading, r)
          .isCloseTo(expected, within(1e-8 * Math.max(1e-3, Math.abs(expected))));
    }
  }

  @Test
  void sharesArePooledByRubinsRules() {
    List<CrosstabRow> rows = survey().crosstab("region", "violence").rows();

    List<Map<String, String>> golden = new GoldenFile("imputation/cells.csv").rows();
    assertThat(rows).hasSameSizeAs(golden).hasSize(18);
    for (Map<String, String> r : golden) {
      CrosstabRow row =
          rows.stream()
              .filter(each -> each.row().equals(r.get("row")))
              .filter(each -> each.column().equals(r.get("column")))
              .filter(each -> each.of().code().equals(r.get("of")))
              .findFirst()
              .orElseThrow();
      assertClose(row.estimate(), r, "estimate");
      assertClose(row.standardError(), r, "standard_error");
      assertClose(row.df(), r, "df");
      assertClose(row.ciLow(), r, "ci_low");
      assertClose(row.ciHigh(), r, "ci_high");
      assertClose(row.missingInformation(), r, "missing_information");
    }
  }

  @Test
  void testsOfIndependenceArePooledByTheirStatistics() {
    List<CrosstabTestRow> tests = survey().crosstab("region", "violence").tests().rows();

    assertThat(tests).hasSize(5);
    for (Map<String, String> r : new GoldenFile("imputation/independence.csv").rows()) {
      CrosstabTestRow test =
          tests.stream()
              .filter(each -> each.test().code().equals(r.get("kind")))
              .findFirst()
              .orElseThrow();
      assertClose(test.statistic(), r, "statistic");
      assertClose(test.df1(), r, "df1");
      assertClose(test.df2(), r, "df2");
      assertClose(test.pValue(), r, "p_value");
    }
  }

  private static List<CompareRow> compared(SurveyData survey, String groups) {
    return groups.equals("900")
        ? survey.compare("income", 900).rows()
        : survey.compare("income", groups).by(GroupTest.values()).rows();
  }

  @Test
  void meansArePooledByRubinsRulesAndRanksByTheirStatistics() {
    Map<String, List<CompareRow>> found = new HashMap<>();
    for (Map<String, String> r : new GoldenFile("imputation/compare.csv").rows()) {
      CompareRow row =
          found.computeIfAbsent(r.get("groups"), groups -> compared(survey(), groups)).stream()
              .filter(each -> each.test().code().equals(r.get("test")))
              .filter(each -> each.level().equals(r.get("level")))
              .findFirst()
              .orElseThrow();
      assertClose(row.estimate(), r, "estimate");
      assertClose(row.standardError(), r, "standard_error");
      assertClose(row.statistic(), r, "statistic");
      assertClose(row.df1(), r, "df1");
      assertClose(row.df(), r, "df2");
      assertClose(row.pValue(), r, "p_value");
      assertThat(row.missingInformation()).matches(of -> Double.isNaN(of) || (of > 0 && of < 1));
    }
  }

  @Test
  void theyDoNotDependOnHowSparkCutsTheRows(@TempDir Path folder) {
    Dataset<Row> table =
        TestSpark.session()
            .read()
            .option("header", true)
            .option("inferSchema", true)
            .csv(new GoldenFile("imputation/imputed.csv").in(folder).toString());
    Crosstabulated crosstab =
        survey().crosstab("region", "violence").where("region", "coast", "highlands");
    List<CompareRow> compared = survey().compare("income", "region").rows();
    for (int count : new int[] {1, 7, 64}) {
      SurveyData cut = imputed(SurveyData.of(table.repartition(count), DESIGN));
      Crosstabulated same =
          cut.crosstab("region", "violence").where("region", "coast", "highlands");
      assertThat(same.rows()).isEqualTo(crosstab.rows());
      assertThat(same.tests().rows()).isEqualTo(crosstab.tests().rows());
      assertThat(cut.compare("income", "region").rows()).isEqualTo(compared);
    }
  }

  @Test
  void whatWasNotImputedIsAsItIs() {
    SurveyTable table = new GoldenFile("imputation/imputed.csv").table();
    SurveyData plain = SurveyData.of(table, DESIGN);
    List<CrosstabTestRow> tests = plain.crosstab("region", "violence_1").tests().rows();
    SurveyData same = plain.imputed("violence", "violence_1", "violence_1");

    assertThat(same.crosstab("region", "violence").tests().rows()).isEqualTo(tests);
    CompareRow alone = plain.compare("x", "region").by(GroupTest.WILCOXON).rows().get(2);
    CompareRow twice = same.compare("x", "region").by(GroupTest.WILCOXON).rows().get(2);
    assertThat(twice).isEqualTo(alone);
  }

  @Test
  void categoriesOfOneImputationAloneAreRefused(@TempDir Path folder) throws IOException {
    Path file = new GoldenFile("imputation/imputed.csv").in(folder);
    Path other = folder.resolve("other.csv");
    Files.writeString(other, Files.readString(file).replace("rainforest", "coast"));
    SurveyData files = SurveyData.read(Stream.of(file, other).map(Path::toString).toList(), DESIGN);

    Crosstabulated crosstab = files.crosstab("region", "violence_1");
    assertThatThrownBy(crosstab::rows)
        .hasMessageContaining("imputation 2")
        .hasMessageContaining("Join rare categories");
    Compared compared = files.compare("x", "region").by(GroupTest.MEDIAN);
    assertThatThrownBy(compared::rows).hasMessageContaining("imputation 2");
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    SurveyData survey = SurveyData.of(new GoldenFile("imputation/imputed.csv").table(), DESIGN);
    assertThatThrownBy(() -> survey.compare("x", "x"))
        .hasMessage("a column is not compared with itself: x");
    assertThatThrownBy(() -> survey.compare("x", "regio")).hasMessageContaining("region");
    Compared mean = survey.compare("x", 40);
    assertThatThrownBy(() -> mean.by(GroupTest.T)).hasMessageContaining("values by t");
    assertThat(survey.compare("x", "region").where("region", "coast", "highlands").rows())
        .extracting(CompareRow::level)
        .containsExactly("highlands", "", "highlands", "");
  }
}
