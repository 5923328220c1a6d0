package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.GoldenFile;
import org.quipu.endes.MadeUpSurvey;
import org.quipu.store.Store;

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
            "p_value",
            "source",
            "missing_information");
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
  void comparesTheMeanWithAValue() {
    CommandRun run = compare("--outcome", "x", "--value", "51.25").succeeds();

    CsvTable table = CsvTable.exported(folder, "compare");
    assertThat(table.size()).isEqualTo(1);
    // compare.R: svyttest(I(x - 51.25) ~ 0)
    assertThat(table.row(0).number("statistic")).isCloseTo(-1.63639268372556, within(1e-8));
    assertThat(run.out())
        .contains("mean against 51.25")
        .contains("These data do not show that the mean of x in the population is not 51.25");
    assertThat(compare("--outcome", "x", "--value", "40", "--language", "es").out())
        .contains("La media de x en la población no es 40");
  }

  @Test
  void poolsImputations() {
    String[] options = {"--outcome", "y", "--groups", "region", "--imputed", "y=x,w"};
    CommandRun run = compare(options).succeeds();

    assertThat(CsvTable.exported(folder, "compare").row(0).number("missing_information"))
        .isBetween(0.01, 1.0);
    assertThat(run.out()).contains("Pooled from 2 imputations by Rubin's rules");
    assertThat(
            compare(
                    Stream.concat(Stream.of(options), Stream.of("--test", "median"))
                        .toArray(String[]::new))
                .out())
        .contains("Pooled from the statistics of 2 imputations (D2).");
  }

  @Test
  void comparesTheWomenOfAStore() throws IOException {
    Path store = folder.resolve("store");
    Path endes = MadeUpSurvey.write(folder.resolve("endes"));
    CommandRun.of("ingest", "--endes", endes, "--store", store).succeeds();
    Object[] words = {
      "compare",
      "--store",
      store,
      "--outcome",
      "partner_violence_physical_ever",
      "--groups",
      "region"
    };
    List<Object> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--test", "t", "--out", folder.resolve("out")));

    CommandRun run = CommandRun.of(all.toArray()).succeeds();

    // R 4.2, survey: svyglm(y ~ factor(group), design) and regTermTest, both years of
    // change/rows.csv as one design with strata = interaction(year, stratum)
    CsvTable table = CsvTable.exported(folder.resolve("out"), "compare");
    assertThat(table.row(0).number("estimate")).isCloseTo(0.150830811889203, within(1e-10));
    assertThat(table.row(0).number("standard_error")).isCloseTo(0.0585736588679756, within(1e-10));
    assertThat(table.row(0).number("df")).isEqualTo(18);
    assertThat(table.row(0).text("source")).isEqualTo("microdata");
    assertThat(table.row(2).number("statistic")).isCloseTo(47.9979161152488, within(1e-7));
    assertThat(run.out())
        .contains("Áncash against Amazonas")
        .contains("Physical violence, ever differs between the groups of region: means (t)");
    all.add("--year");
    all.add("2019");
    CommandRun.of(all.toArray()).succeeds();
    assertThat(CsvTable.exported(folder.resolve("out"), "compare").row(0).number("df"))
        .as("15 clusters in 5 strata, less two groups")
        .isEqualTo(8);
    assertThat(Store.existing(store.toString()).has("compare")).isFalse();
  }

  @Test
  void wrongCommandLinesAreRefused() {
    compare("--outcome", "x", "--value", "3", "--test", "median")
        .refusesCommandLine("--value has the t test alone");
    compare("--outcome", "x", "--groups", "sex", "--value", "3").refusesCommandLine("--value");
    compare("--outcome", "x", "--groups", "sex", "--year", "2020")
        .refusesCommandLine("--year goes with --store");
    compare("--outcome", "x").refusesCommandLine("--groups");
    compare("--outcome", "x", "--groups", "x").refusesCommandLine("not x twice");
    compare("--outcome", "x", "--groups", "sex", "--test", "z")
        .refusesCommandLine("there are t, wilcoxon, van_der_waerden, median");
  }
}
