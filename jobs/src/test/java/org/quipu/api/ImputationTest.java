package org.quipu.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.Coded;
import org.quipu.GoldenFile;
import org.quipu.TestSpark;
import org.quipu.UserException;
import org.quipu.store.EstimateRow;
import org.quipu.store.RegressionRow;
import org.quipu.store.RegressionTestRow;
import org.quipu.survey.Design;
import org.quipu.survey.regression.Family;

/** Golden numbers of R: survey, {@code mitools::MIcombine} and the definitions (imputation.R). */
class ImputationTest {
  private static final Design DESIGN = Design.clusters("psu").strata("stratum").weights("w");
  private static final int IMPUTATIONS = 5;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeTheSample() {
    file = new GoldenFile("imputation/imputed.csv").in(folder);
  }

  private static List<Map<String, String>> golden(String name) {
    return new GoldenFile("imputation/" + name).rows();
  }

  private static String[] columns(String name) {
    return IntStream.rangeClosed(1, IMPUTATIONS)
        .mapToObj(i -> name + "_" + i)
        .toArray(String[]::new);
  }

  private static SurveyData imputed(SurveyData survey) {
    return survey.imputed("income", columns("income")).imputed("violence", columns("violence"));
  }

  private SurveyData ofColumns() {
    return imputed(SurveyData.read(file.toString(), DESIGN));
  }

  /** The same imputations as a file each. */
  private SurveyData ofFiles() throws IOException {
    List<String> files = new ArrayList<>();
    for (int i = 1; i <= IMPUTATIONS; i++) {
      int wanted = i;
      UnaryOperator<String> heading =
          name -> name.endsWith("_" + wanted) ? name.replace("_" + wanted, "") : name;
      List<String> lines = Files.readAllLines(file);
      lines.set(
          0, Arrays.stream(lines.get(0).split(",")).map(heading).collect(Collectors.joining(",")));
      files.add(Files.write(folder.resolve("imputed-" + i + ".csv"), lines).toString());
    }

    return SurveyData.read(files, DESIGN);
  }

  private static List<EstimateRow> estimates(SurveyData survey) {
    return Stream.of(
            survey.mean("income"), survey.proportion("violence"), survey.quantile("income", 0.5))
        .flatMap(estimation -> estimation.by("national", "region").rows().stream())
        .toList();
  }

  private static double number(Map<String, String> row, String heading) {
    return Double.parseDouble(row.get(heading));
  }

  private static void assertClose(double is, Map<String, String> row, String heading) {
    double r = number(row, heading);
    assertThat(is).as("%s of %s", heading, row).isCloseTo(r, within(1e-8 * Math.abs(r)));
  }

  @Test
  void estimatesPooledFromColumnsEqualR() {
    List<EstimateRow> rows = estimates(ofColumns());

    assertThat(rows).hasSize(12);
    for (Map<String, String> r : golden("estimates.csv")) {
      EstimateRow row =
          rows.stream()
              .filter(each -> each.outcome().equals(r.get("outcome")))
              .filter(each -> each.statistic().toString().equals(r.get("statistic")))
              .filter(each -> each.domain().equals(r.get("domain")))
              .findFirst()
              .orElseThrow();
      assertClose(row.estimate(), r, "estimate");
      assertClose(row.standardError(), r, "standard_error");
      assertClose(row.df(), r, "df");
      assertClose(row.missingInformation(), r, "missing_information");
      assertClose(row.ciLow(), r, "ci_low");
      assertClose(row.ciHigh(), r, "ci_high");
    }
  }

  @Test
  void filesAndSparkTablesPoolAsColumnsDo() throws IOException {
    List<EstimateRow> rows = estimates(ofColumns());

    assertThat(estimates(ofFiles())).isEqualTo(rows);
    Dataset<Row> table =
        TestSpark.session()
            .read()
            .option("header", true)
            .option("inferSchema", true)
            .csv(file.toString());
    for (int partitions : new int[] {1, 7, 64}) {
      assertThat(estimates(imputed(SurveyData.of(table.repartition(partitions), DESIGN))))
          .isEqualTo(rows);
    }
  }

  @Test
  void regressionsPooledEqualR() {
    for (Map<String, String> r : golden("tests.csv")) {
      List<Map<String, String>> coefficients =
          golden("coefficients.csv").stream()
              .filter(row -> row.get("family").equals(r.get("family")))
              .toList();
      Regressed fit =
          ofColumns()
              .regression(
                  coefficients.get(0).get("formula"), Coded.of(Family.class, r.get("family")));

      for (Map<String, String> coefficient : coefficients) {
        RegressionRow row =
            fit.rows().stream()
                .filter(each -> (each.term() + each.level()).equals(coefficient.get("term")))
                .findFirst()
                .orElseThrow();
        assertClose(row.estimate(), coefficient, "estimate");
        assertClose(row.standardError(), coefficient, "standard_error");
        assertClose(row.df(), coefficient, "df");
        assertClose(row.missingInformation(), coefficient, "missing_information");
      }

      RegressionTestRow test =
          fit.tests().rows().stream()
              .filter(each -> each.term().equals("region"))
              .findFirst()
              .orElseThrow();
      assertClose(test.f(), r, "f");
      assertClose(test.df1(), r, "df1");
      assertClose(test.df2(), r, "df2");
      assertClose(test.pValue(), r, "p_value");
    }
  }

  @Test
  void theTestOfOneCoefficientIsTheSquareOfItsT() {
    Regressed fit = ofColumns().regression("income ~ x + region", Family.LINEAR);

    RegressionRow x = fit.rows().get(1);
    RegressionTestRow test = fit.tests().rows().get(0);
    assertThat(test.term()).isEqualTo("x");
    assertThat(test.f()).isCloseTo(x.statistic() * x.statistic(), within(1e-10));
    assertThat(test.df2()).isEqualTo(x.df());
    assertThat(test.pValue()).isCloseTo(x.pValue(), within(1e-12));
  }

  @Test
  void marginsArePooledToo() {
    Regressed fit = ofColumns().regression("violence ~ region", Family.LOGISTIC);

    // With nothing else in the model, the mean prediction at a level is the share there.
    List<EstimateRow> shares = ofColumns().mean("violence").by("region").rows();
    assertThat(fit.margins().rows().get(0).estimate())
        .isCloseTo(shares.get(0).estimate(), within(1e-10));
    assertThat(fit.margins().rows()).allMatch(row -> row.missingInformation() > 0.05);
  }

  @Test
  void whatWasNotImputedIsAsItIs() {
    EstimateRow plain = SurveyData.read(file.toString(), DESIGN).mean("x").rows().get(0);
    EstimateRow pooled = ofColumns().mean("x").rows().get(0);

    assertThat(plain.missingInformation()).isNaN();
    assertThat(pooled.missingInformation()).isZero();
    assertThat(pooled.estimate()).isCloseTo(plain.estimate(), within(1e-12));
    assertThat(pooled.standardError()).isCloseTo(plain.standardError(), within(1e-12));
    assertThat(pooled.df()).isEqualTo(plain.df());
  }

  @Test
  void imputationsThatDoNotAgreeAreRefused() throws IOException {
    SurveyData survey = ofColumns();
    assertThatThrownBy(() -> survey.imputed("x", "income_1", "income_2"))
        .hasMessage("2 imputations of x, not 5");
    assertThatThrownBy(() -> survey.imputed("x", "income_1", "incom_2"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("income_2");

    Path other = folder.resolve("other.csv");
    Files.writeString(other, Files.readString(file).replace("rainforest", "coast"));
    SurveyData files = SurveyData.read(List.of(file.toString(), other.toString()), DESIGN);
    assertThatThrownBy(() -> files.mean("x").by("region").rows())
        .hasMessageContaining("rows in 1 of 2 imputations");
    assertThatThrownBy(() -> files.regression("x ~ region", Family.LINEAR).rows())
        .hasMessageContaining("imputation 2")
        .hasMessageContaining("other levels");
  }
}
