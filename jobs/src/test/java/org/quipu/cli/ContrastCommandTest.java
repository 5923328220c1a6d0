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
import org.quipu.endes.MadeUpSurvey;
import org.quipu.job.ContrastJob;
import org.quipu.job.KnownEstimates;
import org.quipu.job.WrittenEstimates;
import org.quipu.math.WaldTest;
import org.quipu.survey.contrast.Expression;

/** The command beside R's {@code svycontrast}: contrast.R, whose sets of estimates these are. */
class ContrastCommandTest {
  private static final String PHYSICAL = "partner_violence_physical_ever";
  private static final String GAP = "gap = \"wealth=poorest\" - \"wealth=rich\"";

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

  private static void ingest(Path store) throws IOException {
    Path endes = MadeUpSurvey.write(store.resolveSibling("endes"));
    CommandRun.of("ingest", "--endes", endes, "--store", store).succeeds();
  }

  private CommandRun contrastIn(Path store, Object... expressions) {
    List<Object> words = new ArrayList<>(List.of("contrast", "--store", store, "--out", folder));
    words.add("--expression");
    words.addAll(List.of(expressions));
    return CommandRun.of(words.toArray());
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
    contrast(regression, "gap = age +")
        .refusesCommandLine("wrong expression 'gap = age +': found the end;");
    contrast(regression, "gap = (age").refusesCommandLine("found the end where a bracket");
    contrast(regression, "three = 3").refusesInput("the contrast 'three' names no estimate");
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

  /** R's numbers are of both years as one design, whose clusters are the same. */
  @Test
  void ofAStoreAgreesWithR() throws IOException {
    Path store = folder.resolve("store");
    ingest(store);

    CommandRun run = contrastIn(store, expressions("women")).succeeds();

    assertEqualsR("women", CsvTable.exported(folder, "contrast"));
    assertThat(run.err()).contains("2018 and 2019 share 15 clusters: their covariance counts");
    CsvTable.Row change = CsvTable.exported(folder, "contrast").row(0);
    assertThat(change.text("source")).isEqualTo("microdata");
    assertThat(change.text("quality")).isEqualTo("referential");

    // By name, beside the same by code
    contrastIn(
            store,
            "same = \"%s:region=Amazonas@2019\" - \"%s:region=01@2019\""
                .formatted(PHYSICAL, PHYSICAL),
            "%s@2019 - %s@2018".formatted(PHYSICAL, PHYSICAL))
        .succeeds();
    CsvTable table = CsvTable.exported(folder, "contrast");
    assertThat(table.row(0).number("estimate")).isZero();
    assertThat(table.row(0).number("standard_error")).isZero();
    double[] national = {table.row(1).number("estimate"), table.row(1).number("standard_error")};
    CommandRun.of(
            "change",
            "--store",
            store,
            "--from",
            2018,
            "--to",
            2019,
            "--indicator",
            PHYSICAL,
            "--by",
            "national",
            "--out",
            folder)
        .succeeds();
    CsvTable.Row same =
        CsvTable.exported(folder, "change")
            .rows()
            .filter(
                row -> row.text("indicator").equals(PHYSICAL) && row.text("by").equals("national"))
            .findFirst()
            .orElseThrow();
    assertThat(national[0]).isCloseTo(same.number("change"), within(1e-10));
    assertThat(national[1]).isCloseTo(same.number("standard_error"), within(1e-10));
  }

  @Test
  void levelsThatAreNotThereOrHiddenAreRefused() throws IOException {
    Path store = folder.resolve("store");
    ingest(store);

    assertThat(contrastIn(store, PHYSICAL).err()).contains("names no level of prevalence");
    assertThat(contrastIn(store, level("region=Amazona@2018")).err())
        .contains("found no domain of region called Amazona")
        .contains("The nearest are 01 Amazonas");
    assertThat(contrastIn(store, level("region:residence=Amazonas@2018")).err())
        .contains("has 1 parts of a domain; expected 2");
    assertThat(contrastIn(store, level("wealth=1@2018")).err())
        .contains("no domain of wealth with answers");
    assertThat(contrastIn(store, PHYSICAL + "@2017").err())
        .contains("found no microdata of 2017")
        .contains("expected a year of [2018, 2019]");
    assertThat(contrastIn(store, level("region:province=03|0103@2018")).err())
        .contains("found an estimate that is not shown (suppressed");
    // one cluster in each of three strata: no degrees of freedom
    assertThat(contrastIn(store, level("province=0103@2018")).err())
        .contains("has estimates whose precision the sample does not tell");
  }

  private static String level(String of) {
    return "\"" + PHYSICAL + ":" + of + "\"";
  }

  @Test
  void independentYearsAreMarked() throws IOException {
    Path store = folder.resolve("store");
    ingest(store);
    Object[] words = {
      "contrast",
      "--store",
      store,
      "--independent",
      "--out",
      folder,
      "--expression",
      PHYSICAL + "@2019 - " + PHYSICAL + "@2018",
      PHYSICAL + "@2019",
      PHYSICAL + "@2018"
    };
    CommandRun run = CommandRun.of(words).succeeds();

    assertThat(run.err()).contains("2018 and 2019 share clusters, but the covariance is not");
    CsvTable table = CsvTable.exported(folder, "contrast");
    assertThat(table.row(0).text("quality")).isEqualTo("good;independence_assumed");
    assertThat(table.row(1).text("quality")).isEqualTo("good");
    double one = table.row(1).number("standard_error");
    double other = table.row(2).number("standard_error");
    assertThat(table.row(0).number("standard_error"))
        .isCloseTo(Math.hypot(one, other), within(1e-12));
  }

  /** Differences of coefficients, whose covariances the tests of regressions hold to R. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "severity ~ age + wealth; --family ordinal; wealth=poor; wealth=rich",
        "severity ~ age + wealth; --family ordinal; (Threshold)=2|3; (Threshold)=1|2",
        "income ~ age + wealth; --family linear --small-sample; wealth=poor; wealth=rich",
        "income ~ x + region; --family linear --imputed income=income_*; region=highlands;"
            + " region=rainforest"
      })
  void ofAnyRegressionIsWhatItsCovariancesSay(
      String model, String options, String one, String other) {
    String sample = options.contains("imputed") ? "imputation/imputed" : "regression/sample";
    List<Object> words = new ArrayList<>();
    words.addAll(List.of("regress", "--data", new GoldenFile(sample + ".csv").in(folder)));
    words.addAll(List.of("--model", model, "--psu", "psu", "--stratum", "stratum"));
    words.addAll(List.of("--lonely-psu", "certainty", "--out", folder));
    words.addAll(List.of(options.split(" ", -1)));
    CommandRun.of(words.toArray()).succeeds();

    contrast(folder, "gap = '%s' - '%s'".formatted(one, other)).succeeds();

    Map<String, CsvTable.Row> coefficients = new HashMap<>();
    CsvTable.exported(folder, "regression")
        .rows()
        .forEach(row -> coefficients.put(coefficient(row, ""), row));
    double expected =
        coefficients.get(one).number("estimate") - coefficients.get(other).number("estimate");
    double variance = covariance(one, one) + covariance(other, other) - 2 * covariance(one, other);
    double df =
        coefficients.values().stream().mapToDouble(row -> row.number("df")).min().orElseThrow();
    CsvTable.Row gap = CsvTable.exported(folder, "contrast").row(0);
    assertThat(gap.number("estimate")).isCloseTo(expected, within(1e-12));
    assertThat(gap.number("standard_error")).isCloseTo(Math.sqrt(variance), within(1e-10));
    assertThat(gap.number("df")).isEqualTo(df);
  }

  private static String coefficient(CsvTable.Row row, String other) {
    String level = row.text(other + "level");
    return row.text(other + "term") + (level.isEmpty() ? "" : "=" + level);
  }

  private double covariance(String one, String other) {
    return CsvTable.exported(folder, "regression_covariance")
        .rows()
        .filter(
            row ->
                List.of(
                        List.of(coefficient(row, ""), coefficient(row, "other_")),
                        List.of(coefficient(row, "other_"), coefficient(row, "")))
                    .contains(List.of(one, other)))
        .findFirst()
        .orElseThrow()
        .number("covariance");
  }

  /** Of a regression on the women of a store the source goes with its contrasts. */
  @Test
  void ofSyntheticDataAreMarked() throws IOException {
    Path tables = Files.createDirectories(folder.resolve("tables"));
    Files.writeString(
        tables.resolve("regression.csv"),
        "term,level,estimate,df,source\nage,,1,9,synthetic\nx,,2,9,microdata\n");
    Files.writeString(
        tables.resolve("regression_covariance.csv"),
        """
        kind,term,level,other_term,other_level,covariance,source
        coefficient,age,,age,,1,synthetic
        coefficient,age,,x,,0,synthetic
        coefficient,x,,x,,1,synthetic
        """);

    CommandRun run = contrast(folder, "age - x", "x").succeeds();

    CsvTable table = CsvTable.exported(folder, "contrast");
    assertThat(table.rows().map(row -> row.text("source")))
        .containsExactly("synthetic", "microdata");
    assertThat(run.out()).contains("The data are synthetic");
    Files.writeString(
        tables.resolve("regression.csv"),
        "term,level,estimate,df,source\nage,,1,9,mine\nx,,2,9,microdata\n");
    assertThat(contrast(folder, "age").err()).contains("row 2: found source 'mine'");
  }

  @Test
  void whereTheEstimatesAreIsSaidOnce() {
    Path file = folder.resolve("a.csv");
    CommandRun.of("contrast", "--expression", "a", "--out", folder).refusesCommandLine("--store");
    CommandRun.of("contrast", "--estimates", file, "--expression", "a", "--out", folder)
        .refusesCommandLine("--estimates and --covariance go together");
    CommandRun.of(
            "contrast",
            "--regression",
            regression,
            "--independent",
            "--expression",
            "age",
            "--out",
            folder)
        .refusesCommandLine("--independent");
  }

  @Test
  void namesOfMeasuresTellWhichTheyAre() throws IOException {
    Path data = new GoldenFile("welfare/incomes.csv").in(folder);
    Path estimates = folder.resolve("estimates.csv");
    Path covariance = folder.resolve("covariance.csv");
    for (String measure : List.of("--gini", "--poverty=60%")) {
      CommandRun.of(
              "estimate",
              "--data",
              data,
              "--outcome",
              "income",
              measure,
              "--psu",
              "psu",
              "--stratum",
              "stratum",
              "--weight",
              "w",
              "--by",
              "national,region",
              "--out",
              estimates,
              "--covariance",
              covariance)
          .succeeds();
      contrastOf(
              estimates,
              covariance,
              measure.equals("--gini")
                  ? "'income.gini:region=coast' - income.gini"
                  : "income.poverty_gap / income.poverty_headcount - income.poverty_line * 0")
          .succeeds();
      assertThat(CsvTable.exported(folder, "contrast").row(0).number("standard_error"))
          .isPositive();
    }

    Files.writeString(
        estimates, "outcome,by,domain,statistic,estimate,df\ny,national,00,median,1,9\n");
    assertThat(contrastOf(estimates, covariance, "y").err())
        .contains("row 2: found another statistic");
  }

  /** R: 2 * pnorm(-1.963) is 0.0496, below 5 %. */
  @Test
  void aValueBelowTheLevelOfTestsIsNotWrittenAsTheLevel() throws IOException {
    Path estimates = folder.resolve("estimates.csv");
    Path covariance = folder.resolve("covariance.csv");
    Files.writeString(
        estimates, "outcome,by,domain,statistic,estimate,df\ny,national,00,mean,1.963,1e7\n");
    Files.writeString(
        covariance,
        "outcome,by,domain,statistic,other_outcome,other_by,other_domain,other_statistic,"
            + "covariance\ny,national,00,mean,y,national,00,mean,1\n");

    CommandRun run = contrastOf(estimates, covariance, "y", "0.5 + y - y").succeeds();

    assertThat(run.out()).containsPattern("y +2.0 +.* 0.0496\n").containsPattern("0.50 to 0.50 +–");
  }
}
