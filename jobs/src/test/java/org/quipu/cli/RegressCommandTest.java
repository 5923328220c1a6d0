package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.GoldenFile;
import org.quipu.Provenance;
import org.quipu.endes.MadeUpSurvey;
import org.quipu.store.Manifest;
import org.quipu.store.RegressionRow;
import org.quipu.store.Store;
import org.quipu.store.Table;

/** The command on the synthetic sample of {@code jobs/src/test/r/regression.R}. */
class RegressCommandTest {
  private static final String MODEL = "violence ~ age + wealth";

  @TempDir private Path folder;

  private CommandRun regress(String model, String... options) {
    return regress(sample(), model, options);
  }

  private CommandRun regress(Path data, String model, String... options) {
    List<Object> words = new ArrayList<>();
    words.addAll(List.of("regress", "--data", data, "--model", model, "--out", folder));
    words.addAll(List.of("--psu", "psu", "--stratum", "stratum", "--weight", "w"));
    words.addAll(List.of(options));
    return CommandRun.of(words.toArray());
  }

  private Path sample() {
    return new GoldenFile("regression/sample.csv").in(folder);
  }

  @Test
  void writesTheCoefficientsAndTheTestsAndAnswers() throws IOException {
    CommandRun run = regress(MODEL, "--lonely-psu", "certainty").succeeds();

    CsvTable table = CsvTable.exported(folder, "regression");
    assertThat(table.headings())
        .containsExactly(
            "term",
            "level",
            "estimate",
            "standard_error",
            "ci_low",
            "ci_high",
            "statistic",
            "df",
            "p_value",
            "ratio",
            "ratio_low",
            "ratio_high",
            "source",
            "reference",
            "missing_information");
    assertThat(table.rows().map(row -> row.text("term") + " " + row.text("level")))
        .containsExactly("(Intercept) ", "age ", "wealth poor", "wealth poorest", "wealth rich");
    CsvTable.Row poorest = table.where("level", "poorest");
    assertThat(poorest.number("df")).isEqualTo(34);
    assertThat(table.rows().map(row -> row.text("reference")))
        .containsExactly("", "", "middle", "middle", "middle");
    assertThat(poorest.number("ratio"))
        .isCloseTo(Math.exp(poorest.number("estimate")), within(1e-14));
    CsvTable tests = CsvTable.exported(folder, "regression_test");
    assertThat(tests.headings())
        .containsExactly(
            "term",
            "f",
            "df1",
            "df2",
            "p_value",
            "rao_scott_f",
            "rao_scott_df1",
            "rao_scott_p",
            "source");
    assertThat(tests.where("term", "wealth").number("df1")).isEqualTo(3);
    assertThat(run.err())
        .contains("warning: strata with a single cluster, treated by 'certainty': ");
    assertThat(run.out())
        .contains("violence goes with age and wealth, the other variables being equal.")
        .contains("669 rows with all values, in 46 clusters of 8 strata.")
        .contains("not corrected for their number (2), on 34 degrees of freedom.")
        .contains("It is association, not cause.");
  }

  @Test
  void drawsTheRatiosBesideTheirReference() throws IOException {
    String[] options = {"--lonely-psu", "certainty", "--form", "wide", "phone"};
    CommandRun run = regress("violence ~ age + factor(wealth, ref = rich)", options).succeeds();

    Path charts = folder.resolve("charts");
    CsvTable list = CsvTable.read(charts.resolve("figures.csv"));
    assertThat(list.rows().map(row -> row.text("kind")))
        .containsExactly("regression", "regression");
    CsvTable.Row wide = list.row(1);
    assertThat(wide.text("file")).matches("regresion-violence-[0-9a-f]{8}\\.png");
    assertThat(list.row(0).text("file")).endsWith("-movil.png");
    assertThat(wide.text("title"))
        .isEqualTo("2 de 2 términos van con el resultado (Wald,\u00a05\u00a0%)");
    assertThat(wide.text("source")).isEqualTo("archivo sample.csv");
    assertThat(wide.text("command"))
        .startsWith("quipu regress --data ")
        .contains("--model 'violence ~ age + factor(wealth, ref = rich)'");
    assertThat(wide.text("description")).contains("wealth (p").contains("middle ").contains("OR");
    for (String data : wide.text("data").split(";", -1)) {
      assertThat(CsvTable.read(charts.resolve(data)).size()).isPositive();
    }

    String svg = Files.readString(charts.resolve(wide.text("file").replace(".png", ".svg")));
    assertThat(svg)
        .contains(">rich<")
        .contains(">referencia<")
        .contains("Modelo: violence ~ age + factor(wealth, ref = rich). 669 filas")
        .contains("Es asociación, no causa.")
        .doesNotContain("Intercept");
    assertThat(run.err()).contains("wrote " + charts.resolve(wide.text("file")));
  }

  @Test
  void writesMarginsAndCovariancesWhereAskedFor() throws IOException {
    CommandRun run =
        regress(MODEL, "--lonely-psu", "certainty", "--family", "probit", "--margins").succeeds();

    // regression.R, model 5: svymean of the predictions and gradient %*% vcov(fit) %*% t(gradient)
    assertThat(run.out()).contains("mean prediction  wealth  poorest").contains("mean effect");
    CsvTable margins = CsvTable.exported(folder, "regression_margin");
    assertThat(margins.rows().map(row -> row.text("kind") + " " + row.text("level")))
        .containsExactly(
            "prediction middle",
            "prediction poor",
            "prediction poorest",
            "prediction rich",
            "effect poor",
            "effect poorest",
            "effect rich",
            "effect ");
    CsvTable covariances = CsvTable.exported(folder, "regression_covariance");
    assertThat(covariances.size()).isEqualTo(5 * 6 / 2 + 4 * 5 / 2 + 4 * 5 / 2);
    assertThat(Math.sqrt(covariances.where("kind", "prediction").number("covariance")))
        .isCloseTo(margins.row(0).number("standard_error"), within(1e-14));
  }

  @Test
  void aPartOfThePopulationLeavesTheOtherRowsInTheDesign() throws IOException {
    regress(MODEL, "--lonely-psu", "certainty", "--where", "residence=2").succeeds();

    // regression.R, design rural: svyglm over subset(design, residence == 2)
    CsvTable tests = CsvTable.exported(folder, "regression_test");
    assertThat(tests.where("term", "age").number("f")).isCloseTo(2.18737952925953, within(2e-8));
    assertThat(tests.where("term", "wealth").number("rao_scott_f"))
        .isCloseTo(1.4308130144621, within(2e-8));
    String file = CsvTable.read(folder.resolve("charts/figures.csv")).row(0).text("file");
    assertThat(Files.readString(folder.resolve("charts").resolve(file.replace(".png", ".svg"))))
        .contains("; solo residence: 2<");
  }

  @ParameterizedTest
  @CsvSource({
    "linear, Coeficiente",
    "poisson, Razón de medias",
    "probit, Coeficiente",
    "cloglog, Hazard ratio"
  })
  void fitsTheOtherFamilies(String family, String heading) throws IOException {
    CommandRun run =
        regress(MODEL, "--lonely-psu", "adjust", "--family", family, "--language", "es").succeeds();

    assertThat(run.out()).contains(heading).contains("Es una asociación, no una causa.");
    assertThat(CsvTable.exported(folder, "regression").row(1).text("ratio").isEmpty())
        .isEqualTo(heading.equals("Coeficiente"));
  }

  @Test
  void numbersWithATextAmongThemAreAFactorAndWarnedOf() throws IOException {
    Path data = sample();
    Path mixed = folder.resolve("mixed.csv");
    List<String> lines = Files.readAllLines(data);
    List<String> headings = List.of(lines.get(0).replace("\"", "").split(",", -1));
    int age = headings.indexOf("age");
    List<String> changed = new ArrayList<>(lines.subList(0, 1));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      cells[age] = changed.size() % 50 == 0 ? "unknown" : cells[age];
      changed.add(String.join(",", cells));
    }
    Files.write(mixed, changed);

    CommandRun run = regress(mixed, "violence ~ age", "--lonely-psu", "certainty");

    assertThat(run.err())
        .contains("warning: column age has texts among its numbers and is taken for a factor of");
    assertThat(regress(MODEL, "--lonely-psu", "certainty").err()).doesNotContain("texts among");
  }

  @Test
  void errorsForFewClusters() throws IOException {
    String model = "violence ~ wealth + x";
    CommandRun run =
        regress(model, "--lonely-psu", "certainty", "--family", "probit", "--small-sample")
            .succeeds();

    assertThat(run.out()).contains("with errors for few clusters.");
    // regression.R, small: clusters by definition from whole matrices
    assertThat(CsvTable.exported(folder, "regression_test").row(0).number("df2"))
        .isCloseTo(37.9645431373404, within(4e-7));
    regress(model, "--small-sample", "--margins").refusesCommandLine("--margins goes with neither");
    regress(model, "--small-sample", "--fpc", "fpc").refusesCommandLine("--small-sample needs");
  }

  /** replicates.R, model 8: svyglm of as.svrepdesign(type = "JKn"), and model 1 of BRR columns. */
  @Test
  void variancesOfReplicates() throws IOException {
    Path data = new GoldenFile("replicates/sample.csv").in(folder);
    regress(data, MODEL, "--replicates", "jkn").succeeds();
    CsvTable jackknife = CsvTable.exported(folder, "regression");
    assertThat(jackknife.row(1).number("standard_error"))
        .isCloseTo(0.0135640835929676, within(1e-9));
    assertThat(CsvTable.exported(folder, "regression_test").row(1).number("p_value"))
        .isCloseTo(0.0360053369809272, within(1e-9));

    String[] columns = {"--replicates", "brr*", "--replicate-type", "brr"};
    regress(data, MODEL + " * residence", columns).succeeds();
    CsvTable halves = CsvTable.exported(folder, "regression");
    assertThat(halves.row(1).number("standard_error")).isCloseTo(0.0148942750244561, within(1e-9));
    assertThat(halves.row(1).number("df")).isEqualTo(2);

    regress(data, MODEL, "--replicates", "jkn", "--small-sample")
        .refusesCommandLine("--replicates goes without --small-sample");
    CommandRun.of(
            "regress",
            "--store",
            folder,
            "--model",
            MODEL,
            "--replicates",
            "brr*",
            "--replicate-type",
            "brr")
        .refusesCommandLine("--replicates with --store takes jk1, jkn or bootstrap");
  }

  @Test
  void imputationsArePooledAndSaidSo() throws IOException {
    String[] options = {
      "--lonely-psu", "certainty", "--imputed", "age=year,x", "--family", "poisson"
    };
    CommandRun run = regress("children ~ age + wealth", options).succeeds();

    CsvTable table = CsvTable.exported(folder, "regression");
    assertThat(table.where("term", "age").number("missing_information")).isBetween(0.01, 0.99);
    assertThat(run.out())
        .contains("Pooled from 2 imputations by Rubin's rules; missing values took up to ");
    assertThat(
            CsvTable.exported(folder, "regression_test")
                .where("term", "wealth")
                .text("rao_scott_f"))
        .isEmpty();
    String picture = CsvTable.read(folder.resolve("charts/figures.csv")).row(0).text("file");
    assertThat(Files.readString(folder.resolve("charts/" + picture.replace(".png", ".svg"))))
        .contains("Combinado de 2 imputaciones con las reglas de Rubin.");
  }

  @Test
  void ordinalRegressionsHaveThresholds() throws IOException {
    CommandRun run =
        regress("severity ~ x + wealth", "--lonely-psu", "certainty", "--family", "ordinal")
            .succeeds();

    assertThat(CsvTable.exported(folder, "regression").row(0).text("level")).isEqualTo("1|2");
    assertThat(run.out()).contains("(Threshold)  1|2");
    CsvTable list = CsvTable.read(folder.resolve("charts/figures.csv"));
    assertThat(list.row(0).text("description"))
        .contains("de una categoría más alta")
        .contains("poorest")
        .doesNotContain("1|2");
    regress("severity ~ x", "--lonely-psu", "certainty", "--family", "ordinal", "--margins")
        .refusesCommandLine("--margins");
  }

  /** A Parquet file goes through Spark, a CSV does not. */
  @Test
  void parquetGivesTheSameBytes() throws IOException {
    String model = "violence ~ poly(age, 2) + wealth * factor(residence) + offset(log_exposure)";
    String[] options = {"--lonely-psu", "average", "--fpc", "fpc"};
    regress(model, options).succeeds();
    String fromCsv = Files.readString(folder.resolve("tables/regression.csv"));
    CommandRun.of("convert", sample(), "--to", folder.resolve("p"), "--format", "parquet")
        .succeeds();

    // The columns of a CSV are texts; what the formula needs as numbers Spark casts.
    regress(folder.resolve("p/sample.parquet"), model, options).succeeds();

    assertThat(Files.readString(folder.resolve("tables/regression.csv"))).isEqualTo(fromCsv);
  }

  @Test
  void regressesTheWomenOfAStoreAndKeepsTheTables() throws IOException {
    Path store = folder.resolve("store");
    Path endes = MadeUpSurvey.write(folder.resolve("endes"));
    CommandRun.of("ingest", "--endes", endes, "--store", store).succeeds();

    CommandRun run =
        CommandRun.of(
                "regress",
                "--store",
                store,
                "--model",
                "partner_violence_physical_ever ~ region + factor(year)",
                "--out",
                folder.resolve("out"),
                "--language",
                "en")
            .succeeds();

    assertThat(run.out())
        .contains("Physical violence, ever")
        .containsPattern("region +Áncash")
        .doesNotContain("partner_violence");

    CsvTable.Row figure =
        CsvTable.read(folder.resolve("out/charts/figures.csv"))
            .where("file", "regression-physical-violence-2018-2019.png");
    assertThat(figure.text("source")).isEqualTo("INEI, microdata of ENDES 2018 and 2019");
    assertThat(figure.text("years")).isEqualTo("2018 2019");
    assertThat(figure.text("description")).contains("Region (p").contains("Áncash");

    Store kept = Store.existing(store.toString());
    List<RegressionRow> rows = kept.read(Table.REGRESSION);
    assertThat(rows)
        .extracting(row -> row.term() + " " + row.level())
        .containsExactly("(Intercept) ", "region 02", "region 03", "year 2019");
    assertThat(rows).allMatch(row -> row.source() == Provenance.MICRODATA);
    assertThat(kept.read(Table.REGRESSION_TEST)).hasSize(2);
    Manifest manifest = kept.manifest("regression").orElseThrow();
    assertThat(manifest.options())
        .containsAllEntriesOf(
            Map.of(
                "model", "partner_violence_physical_ever ~ region + factor(year)",
                "family", "logistic",
                "years", "2018 2019"));
    // 15 clusters of each year in as many strata as one year has, numbered anew
    assertThat(manifest.facts()).containsEntry("clusters", "30");
    CommandRun ratios =
        CommandRun.of(
                "regress",
                "--store",
                store,
                "--model",
                "partner_violence_physical_ever ~ region",
                "--family",
                "poisson",
                "--language",
                "es")
            .succeeds();
    assertThat(ratios.out()).contains("Razón de prevalencias");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--where residence           | --where takes COLUMN=VALUE, not 'residence'",
        "--year 2020                 | --year goes with --store",
        "--psu psu,x --fpc fpc       | --fpc needs a second column",
        "--family normal             | --family",
      })
  void refusesWrongCommandLines(String options, String message) throws IOException {
    List<Object> words = new ArrayList<>();
    words.addAll(List.of("regress", "--data", sample(), "--model", MODEL, "--out", folder));
    words.addAll(List.of(options.strip().split(" ", -1)));
    CommandRun.of(words.toArray()).refusesCommandLine(message);
  }

  @Test
  void theDesignOfAStoreIsKnownAndAFileNeedsAFolder() throws IOException {
    CommandRun.of("regress", "--store", folder, "--model", MODEL, "--weight", "w")
        .refusesCommandLine("the design of a store is known");
    CommandRun.of("regress", "--data", sample(), "--model", MODEL)
        .refusesCommandLine("--data and --out go together");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "violence ~ aged         | no column aged",
        "violence ~              | formula violence ~: found the end; expected a name",
        "violence ~ age + poly(age, 2)   | formula, poly(age, 2) 1: found a column that is the"
            + " same",
        "income ~ age            | column income: found a number outside its range",
        "violence ~ poly(wealth, 2)      | column wealth: found",
        "violence ~ violence2    | no column violence2",
      })
  void refusesWrongInputs(String model, String message) throws IOException {
    regress(model, "--lonely-psu", "certainty").refusesInput(message);
  }

  @Test
  void refusesYearsThatTheStoreLacks() throws IOException {
    Path store = folder.resolve("store");
    Path endes = MadeUpSurvey.write(folder.resolve("endes"));
    CommandRun.of("ingest", "--endes", endes, "--store", store).succeeds();

    CommandRun.of("regress", "--store", store, "--year", 2017, "--model", MODEL)
        .refusesInput("found years [2018, 2019]; expected those of [2017]");
  }

  /** Coefficients worked out by hand: y is 1e-12 x exactly, and x 0 to 9. */
  @Test
  void printsTinyNumbersByPowersOfTen() throws IOException {
    StringBuilder rows = new StringBuilder("y,x\n");
    for (int i = 0; i < 10; i++) {
      rows.append(i).append("e-12,").append(i).append('\n');
    }

    Path data = Files.writeString(folder.resolve("tiny.csv"), rows);
    CommandRun run =
        CommandRun.of(
                "regress",
                "--data",
                data,
                "--model",
                "y ~ x",
                "--family",
                "linear",
                "--out",
                folder)
            .succeeds();

    assertThat(run.out()).contains("1.00e-12").doesNotContain("0.000000");
  }

  @Test
  void aSingleTermHasNoOthers() throws IOException {
    for (String model : List.of("income ~ x", "income ~ exposure")) {
      CommandRun run =
          CommandRun.of(
                  "regress",
                  "--family",
                  "linear",
                  "--data",
                  sample(),
                  "--model",
                  model,
                  "--weight",
                  "w",
                  "--out",
                  folder)
              .succeeds();
      String term = model.substring(9);
      // R: svyglm of the same; p is 3e-62 for x, 0.46 for exposure
      assertThat(run.out())
          .contains(
              term.equals("x")
                  ? "income goes with x."
                  : "income does not clearly go with exposure.",
              "rows with all values, each a cluster of its own, of 1 stratum.")
          .doesNotContain("being equal");
    }
  }

  @Test
  void saysWhereNothingCanBeTested() throws IOException {
    Path data =
        Files.writeString(
            folder.resolve("few.csv"), "y,x,psu\n1,1,a\n3,2,a\n2,3,a\n5,4,b\n4,6,b\n6,7,b\n");
    CommandRun run =
        CommandRun.of(
                "regress",
                "--data",
                data,
                "--model",
                "y ~ x",
                "--family",
                "linear",
                "--psu",
                "psu",
                "--out",
                folder)
            .succeeds();

    assertThat(run.out())
        .contains("No term could be tested: there are too few clusters")
        .doesNotContain("clearly goes", "degrees of freedom");
  }

  @Test
  void tellsNoRowsOfNumbersWithATextAmongThem() throws IOException {
    StringBuilder rows = new StringBuilder("y,x\n0,text\n");
    for (int i = 0; i < 40; i++) {
      rows.append(i % 3 == 0 ? 1 : 0).append(',').append(i + 0.8125).append('\n');
    }

    Path data = Files.writeString(folder.resolve("mixed.csv"), rows);
    CommandRun run = CommandRun.of("regress", "--data", data, "--model", "y ~ x", "--out", folder);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("formula, x (")
        .contains(" coefficients)")
        .doesNotContain(".8125");
  }

  @Test
  void calibratesToTotals() throws IOException {
    Path data = copy("sample.csv");
    String totals = copy("margins.csv").toString();
    String[] options = {
      "--calibrate", totals, "--calibration-method", "rake", "--lonely-psu", "certainty"
    };
    CommandRun run =
        regress(data, "y ~ income + age", concat(options, "--family", "linear")).succeeds();
    assertThat(run.err()).contains("weights of 365 rows calibrated in ");

    // calibration.R, way rake, design certainty: svyglm(y ~ income + age, d)
    CsvTable.Row income = CsvTable.exported(folder, "regression").where("term", "income");
    CsvTable.Row expected =
        CsvTable.read(copy("regressions.csv"))
            .rows()
            .filter(row -> row.toString().startsWith("[rake, certainty, , linear, 2,"))
            .findFirst()
            .orElseThrow();
    assertThat(income.number("estimate")).isCloseTo(expected.number("estimate"), within(1e-10));
    assertThat(income.number("standard_error"))
        .isCloseTo(expected.number("standard_error"), within(1e-10));
    assertThat(
            regress(data, "y ~ income", concat(options, "--family", "linear", "--small-sample"))
                .err())
        .contains("--calibrate goes without --small-sample");
  }

  private static String[] concat(String[] options, String... more) {
    return Stream.concat(Stream.of(options), Stream.of(more)).toArray(String[]::new);
  }

  private Path copy(String name) {
    return new GoldenFile("calibration/" + name).in(folder);
  }
}
