package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.GoldenFile;

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
            "weighted_n");
    assertThat(cells.size()).isEqualTo(3 * 4 * 3);
    CsvTable tests = CsvTable.exported(folder, "crosstab_test");
    assertThat(tests.headings()).containsExactly("test", "statistic", "df1", "df2", "p_value");
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
  void wrongCommandLinesAreRefused() {
    crosstab("--rows", "wealth", "--columns", "wealth").refusesCommandLine("not wealth twice");
    crosstab("--rows", "wealth", "--columns", "violence", "--where", "residence")
        .refusesCommandLine("COLUMN=VALUE");
    assertThat(crosstab("--rows", "wealth", "--columns", "violense").err())
        .contains("violense")
        .contains("violence");
  }
}
