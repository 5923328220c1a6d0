package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.GoldenFile;

/** The command on the synthetic sample of {@code jobs/src/test/r/compare.R}. */
class CompareCommandTest {
  @TempDir private Path folder;

  private CommandRun compare(String... options) {
    Path data = new GoldenFile("compare/sample.csv").in(folder);
    List<Object> words = new ArrayList<>();
    words.addAll(List.of("compare", "--data", data, "--out", folder));
    words.addAll(List.of("--psu", "psu", "--stratum", "stratum", "--weight", "w"));
    words.addAll(List.of(options));
    return CommandRun.of(words.toArray());
  }

  @Test
  void writesTheTableAndAnswers() {
    CommandRun run = compare("--outcome", "x", "--groups", "sex").succeeds();

    CsvTable table = CsvTable.exported(folder, "compare");
    assertThat(table.headings())
        .containsExactly(
            "test",
            "level",
            "reference",
            "estimate",
            "standard_error",
            "ci_low",
            "ci_high",
            "statistic",
            "df1",
            "df",
            "p_value");
    assertThat(table.rows().map(row -> row.text("test") + " " + row.text("level")))
        .containsExactly("t woman", "t ", "wilcoxon woman", "wilcoxon ");
    // compare.R: svyttest(x ~ sex)
    assertThat(table.row(0).number("estimate")).isCloseTo(3.45696127823219, within(1e-12));
    assertThat(run.out())
        .contains("woman against man")
        .contains("x differs between the groups of sex: means (t), at 5%.")
        .contains("It is association, not cause.");
  }

  @Test
  void speaksSpanish() {
    CommandRun run =
        compare("--outcome", "x", "--groups", "sex", "--test", "median", "--language", "es")
            .succeeds();

    assertThat(run.out())
        .contains("woman frente a man")
        .contains("Estos datos no muestran que x difiera entre los grupos de sex");
  }

  @Test
  void wrongCommandLinesAreRefused() {
    compare("--outcome", "x", "--groups", "x").refusesCommandLine("not x twice");
    compare("--outcome", "x", "--groups", "sex", "--test", "z")
        .refusesCommandLine("there are t, wilcoxon, van_der_waerden, median");
  }
}
