package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.Coded;
import org.quipu.GoldenFile;
import org.quipu.TestSpark;
import org.quipu.UserException;
import org.quipu.spark.SurveyInput;
import org.quipu.store.CompareRow;
import org.quipu.survey.Design;
import org.quipu.survey.GroupTest;
import org.quipu.survey.SurveyTable;

/** Golden numbers of R: survey's {@code svyttest} and {@code svyranktest} (compare.R). */
class CompareJobTest {
  private static final Design DESIGN = Design.clusters("psu").strata("stratum").weights("w");
  private static final List<GroupTest> ALL = List.of(GroupTest.values());

  private static List<CompareRow> compare(SurveyInput data, String groups, String part) {
    Map<String, Set<String>> domain =
        part.equals("coast") ? Map.of("region", Set.of("coast")) : Map.of();
    return compare(
        List.of(data), new CompareJob.Request("x", new CompareJob.Groups(groups, ALL), domain));
  }

  private static List<CompareRow> compare(
      List<SurveyInput> imputations, CompareJob.Request request) {
    return CompareJob.of(Survey.of(imputations, DESIGN), request).rows();
  }

  private static SurveyInput sample() {
    return SurveyInput.of(new GoldenFile("compare/sample.csv").table());
  }

  private static void assertClose(double is, Map<String, String> r, String heading) {
    String text = r.get(heading);
    if (text.isEmpty()) {
      assertThat(is).as("%s of %s", heading, r).isNaN();
      return;
    }

    double expected = Double.parseDouble(text);
    assertThat(is)
        .as("%s of %s", heading, r)
        .isCloseTo(expected, within(1e-8 * Math.abs(expected)));
  }

  @Test
  void testsEqualR() {
    for (Map<String, String> r : new GoldenFile("compare/compare.csv").rows()) {
      GroupTest test = Coded.of(GroupTest.class, r.get("test"));
      CompareRow row =
          compare(sample(), r.get("groups"), r.get("part")).stream()
              .filter(each -> each.test() == test && each.level().equals(r.get("level")))
              .findFirst()
              .orElseThrow();
      assertClose(row.estimate(), r, "estimate");
      assertClose(row.statistic(), r, "statistic");
      assertClose(row.df1(), r, "df1");
      assertClose(row.df(), r, "df2");
      assertClose(row.pValue(), r, "p_value");
    }
  }

  /** The statistic is svyttest's of y ~ 0, the degrees of freedom are those of the design. */
  @Test
  void theMeanAgainstAValueEqualsR() {
    for (Map<String, String> r : new GoldenFile("compare/value.csv").rows()) {
      Map<String, Set<String>> domain =
          r.get("part").equals("coast") ? Map.of("region", Set.of("coast")) : Map.of();
      List<CompareRow> rows =
          compare(
              List.of(sample()), new CompareJob.Request("x", new CompareJob.Value(51.25), domain));
      assertThat(rows).hasSize(1);
      CompareRow row = rows.get(0);
      assertThat(row.test()).isEqualTo(GroupTest.T);
      assertThat(row.reference()).isEqualTo("51.25");
      assertClose(row.estimate(), r, "estimate");
      assertClose(row.standardError(), r, "standard_error");
      assertClose(row.statistic(), r, "statistic");
      assertClose(row.df(), r, "df");
      assertClose(row.pValue(), r, "p_value");
    }
  }

  @Test
  void theyDoNotDependOnHowSparkCutsTheRows(@TempDir Path folder) {
    Dataset<Row> table =
        TestSpark.session()
            .read()
            .option("header", true)
            .option("inferSchema", true)
            .csv(new GoldenFile("compare/sample.csv").in(folder).toString());
    List<List<CompareRow>> all =
        Stream.of(1, 7, 64)
            .map(count -> SurveyInput.of(table.repartition(count), "table"))
            .map(data -> compare(data, "region", "all"))
            .toList();

    assertThat(all.get(1)).isEqualTo(all.get(0));
    assertThat(all.get(2)).isEqualTo(all.get(0));
    assertThat(all.get(0)).isEqualTo(compare(sample(), "region", "all"));
  }

  /** Of equal values half count as below: 1, 2, 2, 2, 5 with weights 1, 1, 2, 1, 5. */
  @Test
  void equalValuesHaveOneRankWhateverTheirOrder() {
    SurveyTable table =
        new SurveyTable("ties", 6).with("x", 2, 5, 2, 1, 2, Double.NaN).with("w", 2, 5, 1, 1, 1, 3);
    boolean[] counted = {true, true, true, true, true, true};

    double[] ranks = GroupTest.WILCOXON.scores(table, Design.simple().weights("w"), "x", counted);

    assertThat(ranks).containsExactly(0.3, 0.75, 0.3, 0.05, 0.3, Double.NaN);
  }

  @Test
  void oneGroupIsNoComparison() {
    SurveyTable one = new SurveyTable("one", 3).with("x", 1, 2, 3).with("g", "a", "a", null);
    CompareJob.Request request =
        new CompareJob.Request("x", new CompareJob.Groups("g", ALL), Map.of());
    Survey survey = Survey.of(List.of(SurveyInput.of(one)), Design.simple());
    assertThatThrownBy(() -> CompareJob.of(survey, request)).isInstanceOf(UserException.class);
  }
}
