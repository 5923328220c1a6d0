package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.Folders;
import org.quipu.TestSpark;
import org.quipu.change.ChangeVerdict;
import org.quipu.endes.MadeUpSurvey;
import org.quipu.store.AverageChangeRow;
import org.quipu.store.AverageRow;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.survey.Estimate;
import org.quipu.survey.quality.QualityMark;

/** From files to averages over years, through the command; numbers are average.R's. */
class AverageCommandTest {
  private static final Percentage EXACT = withPercentage(1e-8);
  private static final String PHYSICAL = "partner_violence_physical_ever";
  private static final String SHUFFLES = "spark.sql.shuffle.partitions";

  @TempDir static Path shared;
  private static Path madeUp;

  @TempDir Path dir;

  @BeforeAll
  static void ingestTheMadeUpSurvey() throws IOException {
    madeUp = shared.resolve("store");
    Path endes = MadeUpSurvey.writeRotating(shared.resolve("endes"));
    CommandRun.of("ingest", "--endes", endes, "--store", madeUp).succeeds();
  }

  @Test
  void averagesAndTheirChangesAreRs() throws IOException {
    Path store = store();

    CommandRun run = average(store, "2018-2020,2021-2024,2022-2024").succeeds();
    List<AverageRow> averages = new ArrayList<>(averages(store));
    List<AverageChangeRow> changes = new ArrayList<>(changes(store));
    assertThat(averages).hasSize(12);
    assertThat(changes).hasSize(8);
    assertThat(changes.get(2).family())
        .hasToString("partner_violence_physical_ever by region: 6 tests, holm, averages");
    assertThat(run.err())
        .contains("2021 and 2022 share 16 clusters", "2021 and 2023 share 8 clusters")
        .doesNotContain("2021 and 2024", "2020 and 2021");
    assertThat(run.out())
        .contains(
            "Physical violence, ever (Perú): 42.4% on average in 2018-2020, 40.4% in 2022-2024."
                + " Verdict: no clear change.",
            "corrected for 2 tests");

    // periods with years in common
    average(store, "2021-2023,2022-2024").succeeds();
    averages.addAll(averages(store));
    changes.addAll(changes(store));
    for (String[] row : golden("average.csv")) {
      AverageRow found =
          averages.stream()
              .filter(
                  one ->
                      one.domain().equals(row[0])
                          && one.fromYear() == Integer.parseInt(row[1])
                          && one.toYear() == Integer.parseInt(row[2]))
              .findFirst()
              .orElseThrow();
      assertThat(found.percent()).isCloseTo(Double.parseDouble(row[3]), EXACT);
      assertThat(found.standardError()).isCloseTo(Double.parseDouble(row[4]), EXACT);
      assertThat(found.df()).isEqualTo(Double.parseDouble(row[5]));
    }

    for (String[] row : golden("average_change.csv")) {
      AverageChangeRow found =
          changes.stream()
              .filter(
                  one ->
                      one.domain().equals(row[0])
                          && one.firstFromYear() == Integer.parseInt(row[1])
                          && one.firstToYear() == Integer.parseInt(row[2])
                          && one.fromYear() == Integer.parseInt(row[3])
                          && one.toYear() == Integer.parseInt(row[4]))
              .findFirst()
              .orElseThrow();
      assertThat(found.change()).isCloseTo(Double.parseDouble(row[5]), EXACT);
      assertThat(found.standardError()).isCloseTo(Double.parseDouble(row[6]), EXACT);
      assertThat(found.covariance()).isCloseTo(Double.parseDouble(row[7]), offset(1e-8));
      assertThat(found.df()).isEqualTo(Double.parseDouble(row[8]));
      assertThat(found.pValue()).isCloseTo(Double.parseDouble(row[9]), EXACT);
    }
  }

  @Test
  void domainsWithoutTheCountryAreCounted() throws IOException {
    CommandRun run = average(store(), "2021-2022,2023-2024", "--by", "region").succeeds();

    assertThat(run.out())
        .contains("Physical violence, ever, by region: it fell in 0 and rose in 0 of 3.")
        .contains("corrected for 3 tests (method: Holm)");
  }

  @Test
  void movingAveragesAreAllRunsOfYears() throws IOException {
    Path store = store();

    average(store, "2021-2024", "--window", 2).succeeds();

    assertThat(averages(store).stream().filter(row -> row.domain().equals("00")))
        .extracting(row -> row.fromYear() + "-" + row.toYear())
        .containsExactly("2021-2022", "2022-2023", "2023-2024");
    assertThat(changes(store)).extracting(AverageChangeRow::firstFromYear).containsOnly(2021);
    assertThat(average(store, "2021-2024", "--window", 2).succeeds().err()).contains("up to date");
    average(store, "2021-2024", "--window", 5)
        .refusesCommandLine("--window 5: no period of --years has so many years");
  }

  @Test
  void independentSamplesHaveNoCovariance() throws IOException {
    Path store = store();

    average(store, "2018,2019", "--independent").succeeds();

    AverageChangeRow change = changes(store).get(0);
    assertThat(change.covariance()).isZero();
    assertThat(change.quality().has(QualityMark.INDEPENDENCE_ASSUMED)).isTrue();
    double from = averages(store).get(0).standardError();
    double to = averages(store).get(1).standardError();
    assertThat(change.standardError()).isCloseTo(Math.hypot(from, to), EXACT);
    assertThat(change.verdict()).isEqualTo(ChangeVerdict.NO_CLEAR_CHANGE);
  }

  @Test
  void tablesDoNotDependOnPartitions() throws IOException {
    List<String> tables = new ArrayList<>();
    String before = TestSpark.session().conf().get(SHUFFLES);
    try {
      for (int partitions : new int[] {1, 7, 64}) {
        TestSpark.session().conf().set(SHUFFLES, String.valueOf(partitions));
        Path run = Files.createDirectory(dir.resolve("run" + partitions));
        Path store = Folders.copy(madeUp, run.resolve("store"));
        average(store, "2021-2022,2023-2024", "--out", run.resolve("out")).succeeds();
        tables.add(
            Files.readString(run.resolve("out/tables/average.csv"))
                + Files.readString(run.resolve("out/tables/average_change.csv")));
      }
    } finally {
      TestSpark.session().conf().set(SHUFFLES, before);
    }

    assertThat(tables.get(0)).contains("2023,2024");
    assertThat(tables).containsOnly(tables.get(0));
  }

  @Test
  void periodsMustBeYearsOfTheStore() throws IOException {
    Path store = store();

    average(store, "2016-2018").refusesInput("year 2016", "neither microdata nor published");
    average(store, "2019-2018")
        .refusesCommandLine("'2019-2018' is no period; expected a year, or two as in 2017-2019");
  }

  private Path store() throws IOException {
    return Folders.copy(madeUp, dir.resolve("store"));
  }

  private static CommandRun average(Path store, String years, Object... more) {
    return CommandRun.of(
        Stream.concat(
                Stream.of("average", "--store", store, "--years", years, "--indicator", PHYSICAL),
                Stream.of(more))
            .toArray());
  }

  private static List<AverageRow> averages(Path store) {
    return Store.existing(store.toString()).read(Table.AVERAGE);
  }

  private static List<AverageChangeRow> changes(Path store) {
    return Store.existing(store.toString()).read(Table.AVERAGE_CHANGE);
  }

  private static List<String[]> golden(String name) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Estimate.class.getResourceAsStream("average/" + name), StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.replace("\"", "").split(",", -1)).toList();
    }
  }
}
