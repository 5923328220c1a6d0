package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    CommandRun run = CommandRun.of("prevalence", "--store", store()).succeeds();

    assertThat(run.out().lines())
        .anyMatch(
            line -> line.matches(" *2017 +Violence ever by husband or partner +Peru +65.4% +– .*"))
        .anyMatch(line -> line.matches(" *2017 +Physical violence, ever +Peru .*% .* 20,000 .*"))
        .contains("  and published figures of 2016")
        .contains("Violence ever by husband or partner, country, 2017: 65.4% of the women asked.");
    assertThat(run.out()).doesNotContain("NaN").doesNotContain("null");
  }

  @Test
  void namesWhatWasAskedForAndHasNoRows() throws IOException {
    String[] line = {
      "prevalence",
      "--store",
      store().toString(),
      "--by",
      "national,residence",
      "--indicator",
      "partner_violence_physical_ever",
      "partner_violence_sexual_ever"
    };
    CommandRun english = CommandRun.of((Object[]) line).succeeds();

    assertThat(english.err())
        .contains("warning: no results for --indicator partner_violence_sexual_ever: ")
        .contains("warning: no results for --by residence: ");
    List<Object> spanish = new ArrayList<>(List.of(line));
    spanish.addAll(List.of("--language", "es"));
    assertThat(CommandRun.of(spanish.toArray()).succeeds().err())
        .contains("aviso: sin resultados para --by residence: ")
        .contains("prevalence: al día");
  }

  @Test
  void refusesPublishedFiguresOfAnUnknownIndicator() throws IOException {
    Path file =
        Files.writeString(dir.resolve("other.csv"), FIGURES.replace("physical", "economic"));

    CommandRun.of("ingest", "--published", file, "--store", dir.resolve("other"))
        .refusesInput(
            "other.csv: no indicator 'partner_violence_economic_ever'",
            "it has partner_violence_psychological_ever, ");

    assertThat(dir.resolve("other")).doesNotExist();
  }

  @Test
  void refusesPublishedFiguresWithoutAFigure() throws IOException {
    Path file =
        Files.writeString(dir.resolve("none.csv"), FIGURES.lines().findFirst().orElseThrow());

    CommandRun.of("ingest", "--published", file, "--store", dir.resolve("none"))
        .refusesInput("none.csv: found columns and no rows");

    assertThat(dir.resolve("none")).doesNotExist();
  }

  /** One woman of a household is in the file on violence; how many there are it does not say. */
  @Test
  void refusesToWeighByEligibleWomenWhomTheFilesDoNotCount() throws IOException {
    Path endes = Files.createDirectory(dir.resolve("endes"));
    String answers = "CASEID,D105A\n      000100101  2,1\n      000200101  2,0\n";
    String households =
        "HHID,HV001,HV022,HV005,HV024,HV025\n"
            + "      000100101,1,1,1000000,19,1\n      000200101,2,1,1000000,19,1\n";
    Files.writeString(endes.resolve("REC84DV_2020.csv"), answers);
    Files.writeString(endes.resolve("RECH0_2020.csv"), households);
    Path store = dir.resolve("uncounted");
    CommandRun.of("ingest", "--endes", endes, "--store", store).succeeds();

    CommandRun.of("prevalence", "--store", store, "--weight", "eligible-women")
        .refusesInput("no number of eligible women", "Ingest 2020 again, with REC0111, RECH1");
    CommandRun.of("prevalence", "--store", store, "--weight", "women")
        .refusesCommandLine("--weight: ", "inei, eligible-women");
    CommandRun.of("prevalence", "--store", store).succeeds();
  }

  @Test
  void leavesWhatWasLoadedOfTheSameFiles() throws IOException {
    Path store = store();
    Map<String, String> made = created(store);

    CommandRun again =
        CommandRun.of("ingest", "--published", figures(), "--store", store).succeeds();

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
    CommandRun.of("ingest", "--published", figures(), "--store", store).succeeds();
    return store;
  }

  private Path figures() throws IOException {
    return Files.writeString(dir.resolve("figures.csv"), FIGURES);
  }
}
