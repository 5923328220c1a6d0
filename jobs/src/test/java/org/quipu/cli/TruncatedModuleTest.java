package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.survey.quality.QualityMark;

/**
 * Files of ENDES whose module on violence was cut short. Of 600 women in four regions, all selected
 * and in union, three in four suffered violence.
 */
class TruncatedModuleTest {
  private static final int WOMEN = 600;
  private static final int CLUSTERS = 24;
  private static final List<Integer> REGIONS = List.of(8, 15, 19, 21);

  @TempDir Path dir;
  private Path endes;
  private Path store;

  @BeforeEach
  void folders() throws IOException {
    endes = Files.createDirectory(dir.resolve("endes"));
    store = dir.resolve("store");
  }

  @Test
  void aTruncatedModuleIsRefused() throws IOException {
    write(360);

    ingest()
        .refusesInput(
            "REC84DV_2022.csv: found no answers of 240 of the 600 women selected and interviewed"
                + " (40.0 %; Puno 100.0 %, Pasco 60.0 %)",
            "with less than 20 % missing", "--accept-incomplete");
    assertThat(store.resolve("women")).doesNotExist();
  }

  @Test
  void whatIsAcceptedIncompleteIsMissingAndNotWithoutViolence() throws IOException {
    write(360);

    CommandRun run = ingest("--accept-incomplete").succeeds();

    assertThat(run.err())
        .contains("REC84DV: no answers of 240 of the 600 women selected and interviewed (40.0 %;");
    PrevalenceRow any = country();
    assertThat(any.percent()).isEqualTo(75);
    assertThat(any.n()).isEqualTo(360);
    assertThat(any.quality().has(QualityMark.INCOMPLETE)).isTrue();
  }

  @Test
  void aModuleThatLacksAFewWomenOfARegionIsLoadedWithAWarning() throws IOException {
    write(580);

    CommandRun run = ingest().succeeds();

    assertThat(run.err())
        .contains(
            "warning: 2022: REC84DV: no answers of 20 of the 600 women selected and interviewed"
                + " (3.3 %; Puno 13.3 %); they count as missing");
    PrevalenceRow any = country();
    assertThat(any.percent()).isEqualTo(75);
    assertThat(any.n()).isEqualTo(580);
    assertThat(any.quality().has(QualityMark.INCOMPLETE)).isFalse();
  }

  @Test
  void aWholeModuleIsLoadedInSilence() throws IOException {
    write(WOMEN);

    assertThat(ingest().succeeds().err()).doesNotContain("no answers of");
  }

  private CommandRun ingest(String... more) {
    return CommandRun.of(
        Stream.concat(Stream.of("ingest", "--endes", endes, "--store", store), Stream.of(more))
            .toArray());
  }

  private PrevalenceRow country() {
    String indicator = "partner_violence_any_ever";
    CommandRun.of("prevalence", "--store", store, "--by", "national", "--indicator", indicator)
        .succeeds();
    return Store.existing(store.toString()).read(Table.PREVALENCE).get(0);
  }

  /** Files of all women, with the answers of the first ones alone. */
  private void write(int answers) throws IOException {
    StringJoiner women = table("CASEID,V001,V022,V005,V012,V015,V024,V025,V044");
    StringJoiner unions = table("CASEID,V502");
    StringJoiner violence =
        table(
            "CASEID,D101A,D101B,D101C,D101D,D101E,D101F,D103A,D103B,D103D,"
                + "D105A,D105B,D105C,D105D,D105E,D105F,D105G,D105H,D105I");
    for (int woman = 0; woman < WOMEN; woman++) {
      int cluster = woman / (WOMEN / CLUSTERS);
      int region = REGIONS.get(woman / (WOMEN / REGIONS.size()));
      String id = String.format(Locale.ROOT, "      %04d%03d01  1", cluster + 1, woman % 25 + 1);
      women.add(id + "," + (cluster + 1) + "," + region + ",1000000,30,1," + region + ",1,1");
      unions.add(id + ",1");
      if (woman < answers) {
        violence.add(id + "," + (woman % 4 > 0 ? 1 : 0) + ",0".repeat(17));
      }
    }

    Files.writeString(endes.resolve("REC0111_2022.csv"), women.toString());
    Files.writeString(endes.resolve("RE516171_2022.csv"), unions.toString());
    Files.writeString(endes.resolve("REC84DV_2022.csv"), violence.toString());
  }

  private static StringJoiner table(String headings) {
    return new StringJoiner("\n", "", "\n").add(headings);
  }
}
