package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.Folders;
import org.quipu.GoldenFile;
import org.quipu.endes.MadeUpSurvey;
import org.quipu.store.AverageRow;
import org.quipu.store.ChangeRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.survey.quality.QualityMark;

/**
 * Prevalence and what is made of it, with the weights of the made-up survey calibrated to totals of
 * each year; golden numbers by {@code jobs/src/test/r/calibrated-years.R}, R 4.2.2, survey 4.1-1.
 */
class CalibratedPrevalenceTest {
  private static final Percentage EXACT = withPercentage(1e-6);
  private static final String PHYSICAL = "partner_violence_physical_ever";

  @TempDir static Path shared;
  private static Path madeUp;

  @TempDir Path dir;

  @BeforeAll
  static void ingest() throws IOException {
    madeUp = shared.resolve("store");
    Path endes = MadeUpSurvey.write(shared.resolve("endes"));
    CommandRun.of("ingest", "--endes", endes, "--store", madeUp).succeeds();
  }

  private Path store() {
    return Folders.copy(madeUp, dir.resolve("store"));
  }

  private static CommandRun prevalence(Path store, Object... options) {
    List<Object> line = new ArrayList<>(List.of("prevalence", "--store", store));
    line.addAll(List.of("--indicator", PHYSICAL));
    line.addAll(Arrays.asList(options));
    return CommandRun.of(line.toArray());
  }

  private Object[] calibration(String way) {
    Path cells = golden("cells.csv").in(dir);
    Path margins = golden("margins.csv").in(dir);
    return switch (way) {
      case "poststratify" ->
          new Object[] {"--calibrate", cells, "--calibration-method", "poststratify"};
      case "logit" ->
          new Object[] {
            "--calibrate",
            margins,
            "--calibration-method",
            "logit",
            "--calibration-bounds",
            "0.7,1.4"
          };
      case "trim" -> new Object[] {"--calibrate", margins, "--trim", "20000,62000"};
      case "linear" -> new Object[] {"--calibrate", margins};
      default -> throw new IllegalArgumentException(way);
    };
  }

  private static GoldenFile golden(String name) {
    return new GoldenFile("calibrated-years/" + name);
  }

  private static Map<String, PrevalenceRow> levels(Path store) {
    Map<String, PrevalenceRow> rows = new HashMap<>();
    Store.existing(store.toString())
        .read(Table.PREVALENCE)
        .forEach(row -> rows.put(row.year() + " " + row.domain(), row));
    return rows;
  }

  @ParameterizedTest
  @ValueSource(strings = {"linear", "logit", "poststratify", "trim"})
  void levelsAndChangesAreThoseOfR(String way) {
    Path store = store();

    CommandRun run = prevalence(store, calibration(way)).succeeds();

    assertThat(run.err())
        .contains("2018: weights of 210 rows calibrated in ")
        .contains("2019: weights of 210 rows calibrated in ");
    Map<String, PrevalenceRow> levels = levels(store);
    int compared = 0;
    for (Map<String, String> row : golden("levels.csv").rows()) {
      if (row.get("way").equals(way)) {
        PrevalenceRow level = levels.get(row.get("year") + " " + row.get("domain"));
        assertThat(level.percent()).isCloseTo(number(row, "percent"), EXACT);
        assertThat(level.standardError()).isCloseTo(number(row, "standard_error"), EXACT);
        assertThat(level.weightedN()).isCloseTo(number(row, "weighted_n"), EXACT);
        assertThat(level.df()).isEqualTo(number(row, "df"));
        assertThat(level.quality().has(QualityMark.CALIBRATED_WEIGHT)).isTrue();
        compared++;
      }
    }

    assertThat(compared).isEqualTo(8);
    if (!way.equals("trim")) {
      changesAreThoseOfR(store, way);
    }
  }

  /** Changes are made of the women again: with the weights of the levels. */
  private static void changesAreThoseOfR(Path store, String way) {
    CommandRun.of("change", "--store", store, "--from", 2018, "--to", 2019, "--indicator", PHYSICAL)
        .succeeds();

    Map<String, ChangeRow> changes = new HashMap<>();
    Store.existing(store.toString())
        .read(Table.CHANGE)
        .forEach(row -> changes.put(row.domain(), row));
    int compared = 0;
    for (Map<String, String> row : golden("changes.csv").rows()) {
      if (row.get("way").equals(way)) {
        ChangeRow change = changes.get(row.get("domain"));
        assertThat(change.change()).isCloseTo(number(row, "change"), EXACT);
        assertThat(change.standardError()).isCloseTo(number(row, "standard_error"), EXACT);
        assertThat(change.quality().has(QualityMark.CALIBRATED_WEIGHT)).isTrue();
        compared++;
      }
    }

    assertThat(compared).isEqualTo(4);
  }

  /**
   * Levels that are added later, for another table or by another command, have the same weights.
   */
  @Test
  void theStoreKeepsHowItsWeightsWereCalibrated() {
    Path store = store();
    prevalence(store, calibration("trim")).succeeds();
    Map<String, PrevalenceRow> first = levels(store);

    CommandRun.of(
            "average",
            "--store",
            store,
            "--years",
            "2018-2019",
            "--window",
            "2",
            "--indicator",
            PHYSICAL,
            "--by",
            "national,province")
        .succeeds();

    Map<String, PrevalenceRow> levels = levels(store);
    assertThat(levels).containsAllEntriesOf(first).containsKey("2019 0102");
    assertThat(levels.get("2019 0102").quality().has(QualityMark.CALIBRATED_WEIGHT)).isTrue();
    AverageRow average = Store.existing(store.toString()).read(Table.AVERAGE).get(0);
    assertThat(average.percent())
        .isCloseTo((first.get("2018 00").percent() + first.get("2019 00").percent()) / 2, EXACT);
    assertThat(prevalence(store, calibration("trim")).succeeds().err())
        .contains("prevalence: up to date");
    Map<String, String> options =
        Store.existing(store.toString()).manifest("prevalence").orElseThrow().options();
    assertThat(options)
        .containsEntry("calibration-method", "linear")
        .doesNotContainKey("calibration-bounds")
        .containsEntry("trim", "20000.0,62000.0")
        .containsEntry("trim-strict", "false");
  }

  @Test
  void withoutTheOptionWeightsAreIneisAgain() {
    Path plain = Folders.copy(madeUp, dir.resolve("plain"));
    prevalence(plain).succeeds();
    Path store = store();
    prevalence(store, calibration("linear")).succeeds();
    assertThat(levels(store)).doesNotContainEntry("2018 00", levels(plain).get("2018 00"));

    CommandRun.of("change", "--store", store, "--from", 2018, "--to", 2019).succeeds();

    CommandRun again = prevalence(store).succeeds();

    assertThat(again.err())
        .contains("warning: removed, as they were made with other weights: change, change_hetero");
    assertThat(Store.existing(store.toString()).has(Table.CHANGE)).isFalse();
    assertThat(store.resolve("change")).doesNotExist();
    assertThat(prevalence(store, "--interval", "wald").succeeds().err()).doesNotContain("removed");
    prevalence(store).succeeds();
    assertThat(levels(store)).isEqualTo(levels(plain));
    assertThat(Store.existing(store.toString()).manifest("prevalence"))
        .map(manifest -> List.of(manifest.options(), manifest.facts(), manifest.fingerprint()))
        .isEqualTo(
            Store.existing(plain.toString())
                .manifest("prevalence")
                .map(
                    manifest ->
                        List.of(manifest.options(), manifest.facts(), manifest.fingerprint())));
  }

  /** One population is that of one year; where a single year is asked for, it is that one's. */
  @Test
  void totalsWithoutAYearAreOfASingleOne() throws IOException {
    Path store = store();
    prevalence(store, calibration("poststratify")).succeeds();
    PrevalenceRow byYear = levels(store).get("2019 02");
    Path own = dir.resolve("own.csv");
    Files.writeString(
        own,
        "variable,level,total\n"
            + String.join(
                "\n",
                golden("cells.csv").rows().stream()
                    .filter(row -> row.get("year").equals("2019"))
                    .map(row -> "region:province," + row.get("level") + "," + row.get("total"))
                    .toList()));

    prevalence(store, "--calibrate", own)
        .refusesInput("own.csv: found totals that do not say of which of 2018, 2019");
    prevalence(store, "--calibrate", own, "--year", 2019).succeeds();

    assertThat(levels(store)).containsEntry("2019 02", byYear).doesNotContainKey("2018 02");
    CommandRun.of("change", "--store", store, "--from", 2018, "--to", 2019)
        .refusesInput("own.csv: found no totals of 2018", "it has 2019");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2018,region,01,10;no totals of 2019",
        "2018,region,01,10|2019,province,0101,10;totals of province",
        "2018,regio,01,10|2019,regio,01,10;no column regio",
        "2018,age,,10|2019,age,,10;sums of numbers alone",
        "2018,region,01,10|2018,region,01,11;level 01 twice",
        "year,region,01,10;'year'; expected a whole number",
        "2018,region,01,10|2019,region,01,10;rows with a value that has no total in"
      })
  void refusesTotalsThatDoNotFit(String rows, String message) throws IOException {
    Path totals = dir.resolve("totals.csv");
    Files.writeString(totals, "year,variable,level,total\n" + rows.replace('|', '\n') + "\n");

    prevalence(store(), "--calibrate", totals).refusesInput(message);
  }

  @Test
  void otherCommandsTakeTheTotalsOfOnePopulation() {
    Path totals = golden("margins.csv").in(dir);
    Path store = store();

    CommandRun.of(
            "regress", "--store", store, "--model", PHYSICAL + " ~ region", "--calibrate", totals)
        .refusesInput("margins.csv: found a column year with several years");
    prevalence(store, "--trim", "1,2").refusesCommandLine("--trim goes with --calibrate");
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
