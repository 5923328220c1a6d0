package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.GoldenFile;
import org.quipu.endes.MadeUpSurvey;
import org.quipu.store.Store;

/** The command on the synthetic sample of {@code jobs/src/test/r/crosstab.R}. */
class CrosstabCommandTest {
  @TempDir private Path folder;

  private CommandRun crosstab(String... options) {
    Path data = new GoldenFile("crosstab/sample.csv").in(folder);
    List<Object> words = new ArrayList<>();
    words.addAll(List.of("crosstab", "--data", data, "--out", folder));
    words.addAll(List.of("--psu", "psu", "--stratum", "stratum", "--weight", "w"));
    words.addAll(List.of(options));
    return CommandRun.of(words.toArray());
  }

  @Test
  void writesSharesAndTestsAndAnswers() {
    CommandRun run = crosstab("--rows", "wealth", "--columns", "violence").succeeds();

    CsvTable cells = CsvTable.exported(folder, "crosstab");
    assertThat(cells.headings())
        .containsExactly(
            "row",
            "column",
            "of",
            "estimate",
            "standard_error",
            "ci_low",
            "ci_high",
            "deff",
            "df",
            "n",
            "cases",
            "weighted_n",
            "source",
            "missing_information");
    assertThat(cells.size()).isEqualTo(3 * 4 * 3);
    CsvTable tests = CsvTable.exported(folder, "crosstab_test");
    assertThat(tests.headings())
        .containsExactly("test", "statistic", "df1", "df2", "p_value", "source");
    // crosstab.R, by definition
    assertThat(tests.where("test", "likelihood_ratio").number("p_value"))
        .isCloseTo(0.00702867054031531, within(1e-10));
    // crosstab.R: svychisq(~wealth + violence), statistic = "F"
    assertThat(tests.where("test", "rao_scott").number("p_value"))
        .isCloseTo(0.0194025694454597, within(2e-10));
    assertThat(run.out())
        .contains("wealth and violence go together (Rao and Scott, p\u00a0=\u00a00.019).")
        .contains("475 rows with all values, in 35 clusters of 6 strata.")
        .contains("It is association, not cause.");
    assertThat(run.err()).contains("wrote ");
  }

  @Test
  void speaksSpanishOfAPart() {
    CommandRun run =
        crosstab(
                "--rows",
                "violence",
                "--columns",
                "wealth",
                "--where",
                "residence=rural",
                "--language",
                "es")
            .succeeds();

    assertThat(run.out())
        .contains("% de la fila")
        .contains(
            "Estos datos no muestran que violence y wealth se asocien (Rao y Scott, p\u00a0=\u00a0")
        .contains("Es una asociación, no una causa.");
  }

  @Test
  void poolsImputations() {
    CommandRun run =
        crosstab("--rows", "wealth", "--columns", "v", "--imputed", "v=violence,residence")
            .refusesInput("imputation 2: found other categories");
    assertThat(run.out()).isEmpty();

    CommandRun same =
        crosstab("--rows", "wealth", "--columns", "v", "--imputed", "v=violence,violence")
            .succeeds();
    assertThat(same.out())
        .contains("wealth and v go together (Rao and Scott, p\u00a0=\u00a00.019).")
        .contains("Pooled from 2 imputations by Rubin's rules; missing values took up to 0%");
  }

  @Test
  void tabulatesTheWomenOfAStore() throws IOException {
    Path store = folder.resolve("store");
    Path endes = MadeUpSurvey.write(folder.resolve("endes"));
    CommandRun.of("ingest", "--endes", endes, "--store", store).succeeds();
    Path out = folder.resolve("out");
    Object[] words = {
      "crosstab",
      "--store",
      store,
      "--rows",
      "region",
      "--columns",
      "partner_violence_physical_ever",
      "--out",
      out
    };

    CommandRun run = CommandRun.of(words).succeeds();

    // R 4.2, survey: svyby(~y, ~group, design, svymean) and svychisq(~group + y, design), both
    // years of change/rows.csv as one design with strata = interaction(year, stratum)
    CsvTable.Row row =
        CsvTable.exported(out, "crosstab")
            .rows()
            .filter(each -> each.text("row").equals("02") && each.text("column").equals("true"))
            .filter(each -> each.text("of").equals("row"))
            .findFirst()
            .orElseThrow();
    assertThat(row.number("estimate")).isCloseTo(0.432454303460515, within(1e-10));
    assertThat(row.number("standard_error")).isCloseTo(0.0450811447277001, within(1e-10));
    assertThat(row.text("source")).isEqualTo("microdata");
    CsvTable.Row test = CsvTable.exported(out, "crosstab_test").where("test", "rao_scott");
    assertThat(test.number("statistic")).isCloseTo(25.2972890222306, within(1e-8));
    assertThat(test.number("df1")).isCloseTo(1.74948508219074, within(1e-9));
    assertThat(test.number("df2")).isCloseTo(34.9897016438147, within(1e-8));
    assertThat(run.out())
        .contains("Áncash")
        .contains("yes")
        .doesNotContain("true")
        .contains(
            "region and Physical violence, ever go together (Rao and Scott, p\u00a0<\u00a00.001).")
        .contains("420 rows with all values, in 30 clusters of 10 strata.");
    assertThat(Store.existing(store.toString()).has("crosstab")).isFalse();
  }

  @Test
  void wrongCommandLinesAreRefused() {
    List<Object> words = new ArrayList<>();
    words.addAll(List.of("crosstab", "--store", folder.resolve("store"), "--psu", "psu"));
    words.addAll(List.of("--rows", "a", "--columns", "b", "--out", folder.resolve("out")));
    CommandRun.of(words.toArray()).refusesCommandLine("the design of a store is known");
    crosstab("--rows", "wealth", "--columns", "wealth").refusesCommandLine("not wealth twice");
    crosstab("--rows", "wealth", "--columns", "violence", "--where", "residence")
        .refusesCommandLine("COLUMN=VALUE");
    assertThat(crosstab("--rows", "wealth", "--columns", "violense").err())
        .contains("violense")
        .contains("violence");
  }
}
