package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.store.Store;

class PrevalenceCommandTest {
  private static final String FIGURES =
      """
      year,region,indicator,percent,standard_error,n,kind,source
      2016,Perú,partner_violence_any_ever,68.2,,,published,a report
      2017,Perú,partner_violence_any_ever,65.4,,,published,a report
      2017,Perú,partner_violence_physical_ever,30.6,0.5,20000,published,a report
      """;

  @TempDir Path dir;

  @Test
  void showsTheLastYearOfPublishedFiguresAndNamesTheOthers() throws IOException {
    CommandRun run = CommandRun.of("prevalence", "--store", store());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().lines())
        .anyMatch(line -> line.matches("  2017 .*_any_ever +65.40 %  \\(no standard error\\).*"))
        .anyMatch(line -> line.matches("  2017 .*_physical_ever .*\\(SE 0.50, .*, n 20,000\\).*"))
        .contains("  and published figures of 2016");
    assertThat(run.out()).doesNotContain("NaN").doesNotContain("null");
  }

  @Test
  void refusesPublishedFiguresOfAnUnknownIndicator() throws IOException {
    Path file =
        Files.writeString(dir.resolve("other.csv"), FIGURES.replace("physical", "economic"));

    CommandRun run = CommandRun.of("ingest", "--published", file, "--store", dir.resolve("other"));

    assertThat(run.code()).isEqualTo(CommandLines.WRONG_INPUT);
    assertThat(run.err())
        .contains("other.csv: no indicator 'partner_violence_economic_ever'")
        .contains("it has partner_violence_psychological_ever, ");
    assertThat(dir.resolve("other")).doesNotExist();
  }

  @Test
  void refusesPublishedFiguresWithoutAFigure() throws IOException {
    Path file =
        Files.writeString(dir.resolve("none.csv"), FIGURES.lines().findFirst().orElseThrow());

    CommandRun run = CommandRun.of("ingest", "--published", file, "--store", dir.resolve("none"));

    assertThat(run.code()).isEqualTo(CommandLines.WRONG_INPUT);
    assertThat(run.err()).contains("none.csv: found columns and no rows");
    assertThat(dir.resolve("none")).doesNotExist();
  }

  @Test
  void leavesWhatWasLoadedOfTheSameFiles() throws IOException {
    Path store = store();
    Map<String, String> made = created(store);

    CommandRun again = CommandRun.of("ingest", "--published", figures(), "--store", store);

    assertThat(again.code()).isZero();
    assertThat(again.err().lines()).containsExactly("published: up to date");
    assertThat(created(store)).isEqualTo(made);
  }

  private static Map<String, String> created(Path store) throws IOException {
    return Map.of(
        "published", Files.getLastModifiedTime(store.resolve("published")).toString(),
        "programs", Files.getLastModifiedTime(store.resolve("programs")).toString(),
        "rows", String.valueOf(Store.open(store.toString()).manifest("published").orElseThrow()));
  }

  private Path store() throws IOException {
    Path store = dir.resolve("store");
    CommandRun run = CommandRun.of("ingest", "--published", figures(), "--store", store);
    assertThat(run.code()).as(run.err()).isZero();
    return store;
  }

  private Path figures() throws IOException {
    return Files.writeString(dir.resolve("figures.csv"), FIGURES);
  }
}
