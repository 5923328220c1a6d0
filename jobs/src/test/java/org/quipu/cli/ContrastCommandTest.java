package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.GoldenFile;
import org.quipu.job.ContrastJob;
import org.quipu.job.KnownEstimates;
import org.quipu.job.WrittenEstimates;
import org.quipu.math.WaldTest;
import org.quipu.survey.contrast.Expression;

/** The command beside R's {@code svycontrast}: contrast.R, whose sets of estimates these are. */
class ContrastCommandTest {
  private static final String GAP = "gap = \"wealth=poorest\" - \"wealth=rich\"";
  private static final String ODDS = "odds = exp('wealth=poorest')";
  private static final String PER = "per = `wealth=poor` / age";

  @TempDir private static Path regression;
  @TempDir private Path folder;

  @BeforeAll
  static void regress() {
    Path data = new GoldenFile("regression/sample.csv").in(regression);
    List<Object> words = new ArrayList<>();
    words.addAll(List.of("regress", "--data", data, "--model", "violence ~ age + wealth"));
    words.addAll(List.of("--psu", "psu", "--stratum", "stratum", "--weight", "w"));
    words.addAll(List.of("--lonely-psu", "certainty", "--out", regression));
    CommandRun.of(words.toArray()).succeeds();
  }

  private CommandRun contrast(Path from, Object... expressions) {
    List<Object> words = new ArrayList<>();
    words.addAll(List.of("contrast", "--regression", from, "--out", folder, "--expression"));
    words.addAll(List.of(expressions));
    return CommandRun.of(words.toArray());
  }

  private static List<Map<String, String>> golden(String file, String set) {
    return new GoldenFile("contrast/" + file + ".csv")
        .rows().stream().filter(row -> row.get("set").equals(set)).toList();
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  private static Object[] expressions(String set) {
    return golden("contrasts", set).stream()
        .map(row -> row.get("name") + " = " + row.get("expression"))
        .toArray();
  }

  private static void assertEqualsR(String set, CsvTable table) {
    List<Map<String, String>> golden = golden("contrasts", set);
    assertThat(table.size()).isEqualTo(golden.size()).isPositive();
    for (int i = 0; i < golden.size(); i++) {
      Map<String, String> r = golden.get(i);
      CsvTable.Row row = table.row(i);
      assertThat(row.text("name")).isEqualTo(r.get("name"));
      assertThat(row.text("expression")).isEqualTo(r.get("expression"));
      for (String column :
          List.of("estimate", "standard_error", "ci_low", "ci_high", "df", "p_value")) {
        double expected = number(r, column);
        assertThat(row.number(column))
            .as("%s %s", r.get("name"), column)
            .isCloseTo(expected, within(1e-8 * Math.max(1e-6, Math.abs(expected))));
      }
    }
  }

  private static void assertJointEqualsR(String set, KnownEstimates known) {
    WaldTest joint =
        ContrastJob.of(
                known,
                Stream.of(expressions(set)).map(each -> Expression.of(each.toString())).toList())
            .joint();
    Map<String, String> r = golden("joint", set).get(0);
    assertThat(joint.statistic())
        .isCloseTo(number(r, "statistic"), within(1e-7 * number(r, "statistic")));
    assertThat(joint.df1()).isEqualTo(number(r, "df1"));
    assertThat(joint.df2()).isCloseTo(number(r, "df2"), within(1e-8));
    assertThat(joint.pValue()).isCloseTo(number(r, "p_value"), within(1e-6 * number(r, "p_value")));
  }

  @Test
  void ofARegressionAgreesWithR() {
    CommandRun run = contrast(regression, expressions("regression")).succeeds();

    CsvTable table = CsvTable.exported(folder, "contrast");
    assertThat(table.headings())
        .containsExactly(
            "name",
            "estimate",
            "standard_error",
            "ci_low",
            "ci_high",
            "statistic",
            "df",
            "p_value",
            "expression",
            "quality",
            "source");
    assertEqualsR("regression", table);
    assertJointEqualsR("regression", WrittenEstimates.ofRegression(regression));
    CsvTable covariances = CsvTable.exported(folder, "contrast_covariance");
    assertThat(covariances.headings()).containsExactly("name", "other_name", "covariance");
    assertThat(covariances.size()).isEqualTo(6);
    // R: attr(svycontrast(...), "var")[1, 2]
    assertThat(covariances.row(1).number("covariance")).isCloseTo(0.0318121374280218, within(1e-8));
    assertThat(run.out())
        .contains("F = 4.6 on 3 and 34 degrees of freedom, p\u00a0=\u00a00.008 (Wald)")
        .contains("It is association, not cause.");
    assertThat(run.err()).contains("wrote ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "clusters | contrast/apiclus1.csv | --outcome api00 --psu dnum --weight pw --fpc fpc --by"
            + " stype:sch.wide",
        "strata | contrast/apistrat.csv | --outcome api99 api00 --stratum stype --weight pw --fpc"
            + " fpc --by sch.wide",
        "jk1 | contrast/apiclus1.csv | --outcome api00 --psu dnum --weight pw --fpc fpc --by"
            + " stype:sch.wide --replicates jk1",
        "jkn | contrast/apistrat.csv | --outcome api99 api00 --stratum stype --weight pw --fpc fpc"
            + " --by sch.wide --replicates jkn",
        "tables | contrast/apiclus1.csv | --outcome api00 api99 --psu dnum --weight pw --fpc fpc"
            + " --by national,stype,sch.wide,stype:sch.wide",
        "calibrated | contrast/apiclus1.csv | --outcome api00 api99 --psu dnum --weight pw --fpc"
            + " fpc --by national,stype,sch.wide,stype:sch.wide --calibrate TOTALS",
        "replicates | contrast/apiclus1.csv | --outcome api00 --weight pw --by stype:sch.wide"
            + " --replicates r* --replicate-type jk1",
        "imputed | imputation/imputed.csv | --outcome income --imputed income=income_* --psu psu"
            + " --stratum stratum --weight w --by region"
      })
  void ofEstimatesAgreesWithR(String set, String data, String options) throws IOException {
    Path totals =
        Files.writeString(
            folder.resolve("totals.csv"),
            "variable,level,total\nstype,E,4421\nstype,H,755\nstype,M,1018\n");
    Path file = new GoldenFile(data).in(folder);
    Path estimates = folder.resolve("estimates.csv");
    Path covariance = folder.resolve("covariance.csv");
    List<Object> words = new ArrayList<>(List.of("estimate", "--data", file));
    for (String word : options.split(" ", -1)) {
      words.add(word.equals("TOTALS") ? totals : word);
    }

    words.addAll(List.of("--out", estimates, "--covariance", covariance));
    CommandRun.of(words.toArray()).succeeds();

    assertCovariancesEqualR(set, CsvTable.read(covariance));
    contrastOf(estimates, covariance, expressions(set)).succeeds();
    assertEqualsR(set, CsvTable.exported(folder, "contrast"));
    assertJointEqualsR(set, WrittenEstimates.of(estimates, covariance));
  }

  private CommandRun contrastOf(Path estimates, Path covariance, Object... expressions) {
    List<Object> words = new ArrayList<>(List.of("contrast", "--estimates", estimates));
    words.addAll(List.of("--covariance", covariance, "--out", folder, "--expression"));
    words.addAll(List.of(expressions));
    return CommandRun.of(words.toArray());
  }

  private static void assertCovariancesEqualR(String set, CsvTable table) {
    Map<List<String>, Double> found = new HashMap<>();
    table
        .rows()
        .forEach(
            row -> {
              found.put(List.of(name(row, ""), name(row, "other_")), row.number("covariance"));
              found.put(List.of(name(row, "other_"), name(row, "")), row.number("covariance"));
            });
    List<Map<String, String>> golden = golden("covariances", set);
    assertThat(golden).isNotEmpty();
    for (Map<String, String> r : golden) {
      double expected = number(r, "covariance");
      assertThat(found.get(List.of(r.get("name"), r.get("other_name"))))
          .as("%s", r)
          .isCloseTo(expected, within(1e-9 + 1e-8 * Math.abs(expected)));
    }
  }

  private static String name(CsvTable.Row row, String other) {
    String by = row.text(other + "by");
    String outcome = row.text(other + "outcome");
    return by.equals("national") ? outcome : outcome + ":" + by + "=" + row.text(other + "domain");
  }

  @Test
  void ofOneContrastThereIsNoJointTest() {
    CommandRun run = contrast(regression, "`(Intercept)` * 2").succeeds();

    assertThat(CsvTable.exported(folder, "contrast").row(0).text("expression"))
        .isEqualTo("`(Intercept)` * 2");
    assertThat(run.out()).doesNotContain("Wald");
  }

  @Test
  void speaksSpanish() {
    CommandRun run = contrast(regression, "a = age", "b = 2 * age", "--language", "es").succeeds();

    assertThat(run.out())
        .contains("Contraste")
        .contains("No se pudo probar que todos los contrastes sean 0 a la vez")
        .contains("Es una asociación, no una causa.");
  }

  @Test
  void wrongCommandLinesAreRefused() {
    contrast(regression, GAP, "gap = age").refusesCommandLine("two are called gap");
    contrast(regression, "gap = age +").refusesCommandLine("wrong expression 'gap = age +'");
  }

  @Test
  void namesTheCoefficientsThatThereAre() {
    assertThat(contrast(regression, "wealthpoor").err())
        .contains("no estimate is called 'wealthpoor'")
        .contains("(Intercept), age, wealth=poor, wealth=poorest, wealth=rich");
  }

  @Test
  void tablesThatAreNotOfOneRegressionAreRefused() throws IOException {
    Path tables = Files.createDirectories(folder.resolve("tables"));
    assertThat(contrast(folder, "age").err()).contains("regression.csv");
    Path coefficients = tables.resolve("regression.csv");
    Path covariances = tables.resolve("regression_covariance.csv");
    String header = "kind,term,level,other_term,other_level,covariance\n";

    Files.writeString(coefficients, "term,level,estimate\nage,,1\n");
    assertThat(contrast(folder, "age").err()).contains("expected term, level, estimate, df");
    Files.writeString(coefficients, "term,level,estimate,df\nage,,1,9\nage,,1,9\n");
    Files.writeString(covariances, header + "coefficient,age,,sex,,1\n");
    assertThat(contrast(folder, "age").err()).contains("row 3: found 'age' again");
    Files.writeString(coefficients, "term,level,estimate,df\nage,,1,9\nx,,1,8\n");
    assertThat(contrast(folder, "age").err()).contains("found 'sex'; expected an estimate in");
    Files.writeString(covariances, header + "coefficient,age,,age,,1\neffect,age,,x,,1\n");
    assertThat(contrast(folder, "age").err()).contains("found not all covariances");
    Files.writeString(
        covariances,
        header + "coefficient,age,,age,,1\ncoefficient,age,,x,,0\ncoefficient,x,,x,,1\n");
    contrast(folder, "age").succeeds();
    assertThat(CsvTable.exported(folder, "contrast").row(0).number("df")).isEqualTo(8);
  }
}
