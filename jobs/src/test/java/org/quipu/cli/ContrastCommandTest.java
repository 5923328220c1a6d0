package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.GoldenFile;

/**
 * The command on a regression of the synthetic sample of {@code jobs/src/test/r/regression.R}.
 * Numbers are of R 4.2, survey, with {@code options(survey.lonely.psu = "certainty")}: {@code
 * svycontrast(svyglm(violence ~ age + wealth, design, family = quasibinomial(), control =
 * list(epsilon = 1e-15, maxit = 100)), list(gap = quote(wealthpoorest - wealthrich), odds =
 * quote(exp(wealthpoorest)), per = quote(wealthpoor / age)))}; t and F on 34 degrees of freedom by
 * {@code pt}, {@code qt} and {@code pf}.
 */
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

  @Test
  void agreesWithR() {
    CommandRun run = contrast(regression, GAP, ODDS, PER).succeeds();

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
            "expression");
    String[] names = {"gap", "odds", "per"};
    double[][] expected = {
      {
        0.3864930006541287,
        0.315287133633213,
        -0.2542475455304901,
        1.027233546838747,
        0.22868048360877427
      },
      {
        4.322478036793319,
        1.443765114045031,
        1.3883943110308352,
        7.256561762555803,
        0.005105324828247861
      },
      {
        28.666269039361364,
        16.027671480903923,
        -3.9058783248538127,
        61.23841640357654,
        0.08260169379837948
      }
    };
    for (int i = 0; i < names.length; i++) {
      CsvTable.Row row = table.row(i);
      assertThat(row.text("name")).isEqualTo(names[i]);
      assertThat(row.number("estimate")).isCloseTo(expected[i][0], within(1e-8));
      assertThat(row.number("standard_error")).isCloseTo(expected[i][1], within(1e-8));
      assertThat(row.number("ci_low")).isCloseTo(expected[i][2], within(1e-8));
      assertThat(row.number("ci_high")).isCloseTo(expected[i][3], within(1e-8));
      assertThat(row.number("p_value")).isCloseTo(expected[i][4], within(1e-8));
      assertThat(row.number("df")).isEqualTo(34);
    }

    assertThat(table.row(2).text("expression")).isEqualTo("`wealth=poor` / age");
    CsvTable covariances = CsvTable.exported(folder, "contrast_covariance");
    assertThat(covariances.headings()).containsExactly("name", "other_name", "covariance");
    assertThat(covariances.size()).isEqualTo(6);
    // attr(svycontrast(...), "var")[1, 2]
    assertThat(covariances.row(1).number("covariance")).isCloseTo(0.0318121374280218, within(1e-8));
    // F = 4.592286736516775, p = 0.008370110835374285
    assertThat(run.out())
        .contains("F = 4.6 on 3 and 34 degrees of freedom, p = 0.008 (Wald)")
        .contains("It is association, not cause.");
    assertThat(run.err()).contains("wrote ");
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
    assertThat(contrast(folder, "age").err()).contains("found 'sex'; expected a coefficient");
    Files.writeString(covariances, header + "coefficient,age,,age,,1\neffect,age,,x,,1\n");
    assertThat(contrast(folder, "age").err()).contains("found not all covariances");
    Files.writeString(
        covariances,
        header + "coefficient,age,,age,,1\ncoefficient,age,,x,,0\ncoefficient,x,,x,,1\n");
    contrast(folder, "age").succeeds();
    assertThat(CsvTable.exported(folder, "contrast").row(0).number("df")).isEqualTo(8);
  }
}
