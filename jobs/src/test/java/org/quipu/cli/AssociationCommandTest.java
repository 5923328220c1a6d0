package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.SharedData;
import org.quipu.file.Source;
import org.quipu.file.TableFile;
import org.quipu.file.TableReader;

class AssociationCommandTest {
  private static final String CHANGES =
      "domain,change,standard_error\nA,-1,1\nB,-3,1.2\nC,-2,0.9\nD,-5,1.1\nE,-4,1\n";
  private static final String COVERAGE = "region,coverage\nA,1\nB,2\nC,3\nD,5\nE,4\n";

  @TempDir Path dir;

  @Test
  void equalsMetaforOnPlainFiles() throws IOException {
    Path bcg = SharedData.require("worked-examples/bcg.csv");
    StringBuilder changes = new StringBuilder("standard_error;domain;note;change\n");
    StringBuilder coverage = new StringBuilder("region,measure,coverage\n");
    try (TableReader trials =
        TableFile.open(Source.file(bcg), List.of("author", "yi", "vi", "ablat", "trial"))) {
      while (trials.next()) {
        String key = trials.text(4) + " " + trials.text(0);
        changes
            .append(Math.sqrt(trials.number(2)))
            .append(';')
            .append(key)
            .append(";x;")
            .append(trials.number(1))
            .append('\n');
        coverage.append(key).append(",latitude,").append(trials.number(3)).append('\n');
      }
    }

    Files.writeString(dir.resolve("changes.csv"), changes);
    Files.writeString(dir.resolve("coverage.csv"), coverage);
    CommandRun run =
        CommandRun.of(
            "association",
            "--changes",
            dir.resolve("changes.csv"),
            "--coverage",
            dir.resolve("coverage.csv"),
            "--permutations",
            99,
            "--out",
            dir);

    assertThat(run.code()).as(run.err()).isZero();
    try (TableReader rows =
        TableFile.open(
            Source.file(dir.resolve("tables/association.csv")),
            List.of("method", "estimate", "standard_error", "p_value", "tau2", "k", "q", "q_df"))) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.text(0)).isEqualTo("meta_regression");
      // metafor 3.8-1: rma(yi, vi, mods = ~ ablat, data = dat.bcg, test = "knha", control =
      // list(threshold = 1e-13))
      assertThat(rows.number(1)).isCloseTo(-0.02910172501165, within(1e-12));
      assertThat(rows.number(2)).isCloseTo(0.00820141741104, within(1e-12));
      assertThat(rows.number(3)).isCloseTo(0.00456505154, within(1e-10));
      assertThat(rows.number(4)).isCloseTo(0.07634796395526, within(1e-12));
      assertThat(rows.number(5)).isEqualTo(13);
      assertThat(rows.number(6)).isCloseTo(30.73309001, within(1e-8));
      assertThat(rows.number(7)).isEqualTo(11);
    }
  }

  @Test
  void namesTheColumnThatIsNotThere() throws IOException {
    Files.writeString(dir.resolve("changes.csv"), "domain,change\n01,2\n");
    Files.writeString(dir.resolve("coverage.csv"), "measure,region,coverage\nm,01,3\n");

    CommandRun run =
        CommandRun.of(
            "association",
            "--changes",
            dir.resolve("changes.csv"),
            "--coverage",
            dir.resolve("coverage.csv"),
            "--out",
            dir);

    assertThat(run.code()).isEqualTo(CommandLines.WRONG_INPUT);
    assertThat(run.err()).contains("changes.csv: found no column standard_error");
  }

  @Test
  void saysThatNoRegionIsInBothFiles() throws IOException {
    Files.writeString(dir.resolve("changes.csv"), "domain,change,standard_error\nA,2,1\n");
    Files.writeString(dir.resolve("coverage.csv"), "measure,region,coverage\nm,B,3\n");

    CommandRun run =
        CommandRun.of(
            "association",
            "--changes",
            dir.resolve("changes.csv"),
            "--coverage",
            dir.resolve("coverage.csv"),
            "--out",
            dir);

    assertThat(run.code()).isEqualTo(CommandLines.WRONG_INPUT);
    assertThat(run.err()).contains("Compare the columns domain and region");
    assertThat(dir.resolve("tables")).doesNotExist();
  }

  @Test
  void coverageOutsideTheChangeIsRefused() {
    CommandRun run =
        CommandRun.of(
            "association", "--store", dir, "--from", 2021, "--to", 2024, "--coverage-to", 2025);

    assertThat(run.code()).isEqualTo(CommandLines.WRONG_COMMAND_LINE);
    assertThat(run.err())
        .contains("coverage of 2021 to 2025 is not inside the change of 2021 to 2024");
  }

  @Test
  void wantsAStoreOrTwoFiles() {
    CommandRun run = CommandRun.of("association", "--store", dir);

    assertThat(run.code()).isEqualTo(CommandLines.WRONG_COMMAND_LINE);
    assertThat(run.err()).contains("needs --store, --from and --to, or --changes and --coverage");
  }

  @Test
  void rowsOfSeveralYearsOfOneMeasureAreRefused() throws IOException {
    Path changes = Files.writeString(dir.resolve("changes.csv"), CHANGES);
    Path coverage =
        Files.writeString(
            dir.resolve("coverage.csv"),
            "region,coverage,from_year,to_year\nA,1,2018,2021\nB,2,2023,2023\nC,3,2018,2021\nD,5,2018,2021\n");

    CommandRun run =
        CommandRun.of("association", "--changes", changes, "--coverage", coverage, "--out", dir);

    assertThat(run.code()).isEqualTo(CommandLines.WRONG_INPUT);
    assertThat(run.err())
        .contains("coverage.csv, row 2: found coverage of 2023-2023 beside rows of 2018-2021");
  }

  @Test
  void covariatesLeaveTextsAsideAndNameTheRegionWithoutOne() throws IOException {
    Path changes = Files.writeString(dir.resolve("changes.csv"), CHANGES);
    Path coverage = Files.writeString(dir.resolve("coverage.csv"), COVERAGE);
    Path covariates =
        Files.writeString(
            dir.resolve("covariates.csv"),
            "area,note,poverty\nA,x,10\nB,y,30\nC,z,12\nD,,25\nE,w,NA\n");

    CommandRun run =
        CommandRun.of(
            "association",
            "--changes",
            changes,
            "--coverage",
            coverage,
            "--covariates",
            covariates,
            "--language",
            "en",
            "--out",
            dir);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains(
            "1 region without a standard error, coverage or one of the other variables has no weight (E)");
  }

  @Test
  void yearsOfTheCommandLineAreNotForFiles() throws IOException {
    Path changes = Files.writeString(dir.resolve("changes.csv"), CHANGES);
    Path coverage = Files.writeString(dir.resolve("coverage.csv"), COVERAGE);

    CommandRun run =
        CommandRun.of("association", "--changes", changes, "--coverage", coverage, "--from", 2017);

    assertThat(run.code()).isEqualTo(CommandLines.WRONG_COMMAND_LINE);
    assertThat(run.err()).contains("--changes takes its years from the files");
  }
}
