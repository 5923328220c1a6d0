package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.meta.Effects;
import org.quipu.meta.PublishedMetaAnalyses;

/** The command on two plain files: one of changes, one of coverage. */
class AssociationCommandTest {
  private static final String CHANGES =
      "domain,change,standard_error\nA,-1,1\nB,-3,1.2\nC,-2,0.9\nD,-5,1.1\nE,-4,1\n";
  private static final String COVERAGE = "region,coverage\nA,1\nB,2\nC,3\nD,5\nE,4\n";

  @TempDir Path dir;

  private CommandRun association(String changes, String coverage, Object... more)
      throws IOException {
    List<Object> words = new ArrayList<>(List.of("association", "--out", dir));
    words.addAll(List.of("--changes", Files.writeString(dir.resolve("changes.csv"), changes)));
    words.addAll(List.of("--coverage", Files.writeString(dir.resolve("coverage.csv"), coverage)));
    words.addAll(List.of(more));
    return CommandRun.of(words.toArray());
  }

  @Test
  void equalsMetaforOnPlainFiles() throws IOException {
    Effects trials = PublishedMetaAnalyses.bcgOnLatitude();
    double[] latitudes = PublishedMetaAnalyses.bcgColumn(4);
    StringBuilder changes = new StringBuilder("standard_error;domain;note;change\n");
    StringBuilder coverage = new StringBuilder("region,measure,coverage\n");
    for (int i = 0; i < latitudes.length; i++) {
      double error = Math.sqrt(trials.variance(i));
      changes.append("%s;trial %d;x;%s%n".formatted(error, i, trials.values().getEntry(i)));
      coverage.append("trial %d,latitude,%s%n".formatted(i, latitudes[i]));
    }

    association(changes.toString(), coverage.toString(), "--permutations", 99).succeeds();

    // metafor 3.8-1: rma(yi, vi, mods = ~ ablat, data = dat.bcg, test = "knha", control =
    // list(threshold = 1e-13))
    CsvTable.Row fit = CsvTable.exported(dir, "association").where("method", "meta_regression");
    assertThat(fit.number("estimate")).isCloseTo(-0.02910172501165, within(1e-12));
    assertThat(fit.number("standard_error")).isCloseTo(0.00820141741104, within(1e-12));
    assertThat(fit.number("p_value")).isCloseTo(0.00456505154, within(1e-10));
    assertThat(fit.number("tau2")).isCloseTo(0.07634796395526, within(1e-12));
    assertThat(fit.number("k")).isEqualTo(13);
    assertThat(fit.number("q")).isCloseTo(30.73309001, within(1e-8));
    assertThat(fit.number("q_df")).isEqualTo(11);
  }

  @Test
  void namesTheColumnThatIsNotThere() throws IOException {
    association("domain,change\n01,2\n", "measure,region,coverage\nm,01,3\n")
        .refusesInput("changes.csv: found no column standard_error");
  }

  @Test
  void saysThatNoRegionIsInBothFiles() throws IOException {
    association("domain,change,standard_error\nA,2,1\n", "measure,region,coverage\nm,B,3\n")
        .refusesInput("Compare the columns domain and region");

    assertThat(dir.resolve("tables")).doesNotExist();
  }

  @Test
  void coverageOutsideTheChangeIsRefused() {
    CommandRun.of(
            "association", "--store", dir, "--from", 2021, "--to", 2024, "--coverage-to", 2025)
        .refusesCommandLine("coverage of 2021 to 2025 is not inside the change of 2021 to 2024");
  }

  @Test
  void wantsAStoreOrTwoFiles() {
    CommandRun.of("association", "--store", dir)
        .refusesCommandLine("needs --store, --from and --to, or --changes and --coverage");
  }

  @Test
  void rowsOfSeveralYearsOfOneMeasureAreRefused() throws IOException {
    String coverage =
        """
        region,coverage,from_year,to_year
        A,1,2018,2021
        B,2,2023,2023
        C,3,2018,2021
        D,5,2018,2021
        """;

    association(CHANGES, coverage)
        .refusesInput("coverage.csv, row 2: found coverage of 2023-2023, other rows of 2018-2021");
  }

  @Test
  void yearsThatEndBeforeTheyBeginAreTheInputsFault() throws IOException {
    String changes =
        """
        domain,change,standard_error,from_year,to_year
        A,1,1,2017,2022
        B,2,1,2022,2017
        """;

    association(changes, COVERAGE)
        .refusesInput(
            "changes.csv, row 2: found from_year 2022 and to_year 2017",
            "a from_year that is not after its to_year");

    assertThat(dir.resolve("tables")).doesNotExist();
  }

  @Test
  void writesAPointForEachRegion() throws IOException {
    association(CHANGES, COVERAGE + "F,3\n").succeeds();

    CsvTable points = CsvTable.exported(dir, "association_point");
    assertThat(points.headings())
        .startsWith(
            "indicator",
            "measure",
            "from_year",
            "to_year",
            "coverage_from",
            "coverage_to",
            "region",
            "label",
            "change",
            "standard_error",
            "coverage",
            "weight",
            "leverage",
            "cook");
    assertThat(points.rows().map(row -> row.text("region")))
        .containsExactly("A", "B", "C", "D", "E");
    assertThat(points.where("region", "B").number("change")).isEqualTo(-3);
    assertThat(points.rows().mapToDouble(row -> row.number("weight")).sum())
        .isCloseTo(100, within(1e-9));
    // A straight line takes two degrees of freedom: the trace of its hat matrix.
    assertThat(points.rows().mapToDouble(row -> row.number("leverage")).sum())
        .isCloseTo(2, within(1e-9));
  }

  @Test
  void writesSentencesInTheLanguageAskedFor() throws IOException {
    association(CHANGES, COVERAGE).succeeds();
    assertThat(CsvTable.exported(dir, "association").row(0).text("sentence"))
        .contains("el indicador «indicator»");

    association(CHANGES, COVERAGE, "--language", "en").succeeds();
    assertThat(CsvTable.exported(dir, "association").row(0).text("sentence"))
        .contains("the indicator indicator");
  }

  @Test
  void covariatesLeaveTextsAsideAndNameTheRegionWithoutOne() throws IOException {
    Path covariates =
        Files.writeString(
            dir.resolve("covariates.csv"),
            "area,note,poverty\nA,x,10\nB,y,30\nC,z,12\nD,,25\nE,w,NA\n");

    CommandRun run =
        association(CHANGES, COVERAGE, "--covariates", covariates, "--language", "en").succeeds();

    assertThat(CsvTable.exported(dir, "association").rows().map(row -> row.text("sentence")))
        .anyMatch(
            sentence ->
                sentence.contains(
                    "1 region without a standard error, coverage or one of the other variables has"
                        + " no weight (E)"));
    Answers.assertShort(run);
  }

  @Test
  void yearsOfTheCommandLineAreNotForFiles() throws IOException {
    association(CHANGES, COVERAGE, "--from", 2017)
        .refusesCommandLine("--changes takes its years from the files");
  }
}
