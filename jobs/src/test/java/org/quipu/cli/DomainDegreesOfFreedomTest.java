package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.Store;
import org.quipu.store.Table;

/**
 * A survey of 20 strata of 3 clusters of 10 women, of whom few of the youngest are in union: many
 * clusters have young women and none who was asked. Golden numbers from {@code
 * src/test/r/domain-df.R}, survey 4.1-1.
 */
class DomainDegreesOfFreedomTest {
  private static final String INDICATOR = "partner_violence_physical_ever";

  @TempDir Path dir;

  @Test
  void degreesOfFreedomAreOfTheWomenInTheUniverseAndTheDomain() throws IOException {
    Path endes = Files.createDirectory(dir.resolve("endes"));
    Path store = dir.resolve("store");
    write(endes);
    CommandRun.of("ingest", "--endes", endes, "--store", store).succeeds();
    CommandRun.of(
            "prevalence",
            "--store",
            store,
            "--indicator",
            INDICATOR,
            "--by",
            "national,age_group",
            "--quality",
            "dhs")
        .succeeds();

    Store tables = Store.existing(store.toString());
    // of all women of 15-19: df 23
    PrevalenceRow young = row(tables, "15-19");
    assertThat(young.df()).isEqualTo(10);
    assertThat(young.psus()).isEqualTo(28);
    assertThat(young.strata()).isEqualTo(18);
    assertThat(young.percent()).isCloseTo(39.6952686447474, within(1e-11));
    assertThat(young.standardError()).isCloseTo(10.7018244022329, within(1e-11));
    assertThat(young.ciLow()).isCloseTo(19.5557566300292, within(1e-9));
    assertThat(young.ciHigh()).isCloseTo(64.0592685519047, within(1e-9));
    PrevalenceRow older = row(tables, "20-24");
    assertThat(older.n()).isEqualTo(72);
    assertThat(older.df()).isEqualTo(18);
    assertThat(older.psus()).isEqualTo(36);
    assertThat(older.strata()).isEqualTo(18);
    assertThat(older.percent()).isCloseTo(36.8377021751258, within(1e-11));
    assertThat(older.standardError()).isCloseTo(7.06648199272237, within(1e-11));
    assertThat(older.ciLow()).isCloseTo(23.554745909763, within(1e-9));
    assertThat(older.ciHigh()).isCloseTo(52.4698895947187, within(1e-9));
    assertThat(row(tables, "00").df()).isEqualTo(40);
  }

  private static PrevalenceRow row(Store tables, String domain) {
    return tables.read(Table.PREVALENCE).stream()
        .filter(row -> row.domain().equals(domain))
        .findFirst()
        .orElseThrow();
  }

  private static void write(Path endes) throws IOException {
    StringJoiner women = table("CASEID,V001,V022,V005,V012,V024,V025,V044");
    StringJoiner unions = table("CASEID,V502");
    StringJoiner answers = table("CASEID,D105A,D105B,D105C,D105D,D105E,D105F,D105G");
    for (int stratum = 1; stratum <= 20; stratum++) {
      for (int cluster = 1; cluster <= 3; cluster++) {
        for (int woman = 0; woman < 10; woman++) {
          int number = 10 * stratum + cluster;
          String id = String.format(Locale.ROOT, "      %04d%03d01  1", number, woman + 1);
          int age = 15 + (7 * woman + 3 * cluster + 5 * stratum) % 35;
          int weight = 500_000 + (31 * stratum + 17 * cluster + 13 * woman) % 50 * 20_000;
          boolean union = age < 20 ? (stratum + cluster + woman) % 3 == 0 : woman % 5 > 0;
          boolean hurt = (3 * stratum + 5 * cluster + 7 * woman) % 11 < 4;
          women.add(id + "," + number + "," + stratum + "," + weight + "," + age + ",1,1,1");
          unions.add(id + "," + (union ? 1 : 0));
          answers.add(id + (union ? "," + (hurt ? 1 : 0) + ",0,0,0,0,0,0" : ",,,,,,,"));
        }
      }
    }

    Files.writeString(endes.resolve("REC0111_2022.csv"), women.toString());
    Files.writeString(endes.resolve("RE516171_2022.csv"), unions.toString());
    Files.writeString(endes.resolve("REC84DV_2022.csv"), answers.toString());
  }

  private static StringJoiner table(String headings) {
    return new StringJoiner("\n", "", "\n").add(headings);
  }
}
