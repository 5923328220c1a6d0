package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.store.Agreement;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.store.ValidationRow;
import org.quipu.survey.quality.QualityMark;

class ValidateCommandTest {
  @TempDir Path dir;

  // ENDES 2020 as re-saved without D105G and the woman's weight: 28.384 against INEI's 27.1 (phone
  // interviews, another weight), 6.04 against 6.0.
  @Test
  void setsWhatIneiPublishedBesideTheRealMicrodata() {
    Path store = RealSurveys.copy(dir.resolve("store"), 2020);

    CommandRun run = CommandRun.of("validate", "--store", store, "--out", dir).succeeds();

    List<ValidationRow> rows = Store.existing(store.toString()).read(Table.VALIDATION);
    ValidationRow physical = row(rows, "partner_violence_physical_ever");
    assertThat(physical.published()).isEqualTo(27.1);
    assertThat(physical.computed()).isBetween(28.3840, 28.3841);
    assertThat(physical.verdict()).isEqualTo(Agreement.DIFFERS);
    assertThat(physical.quality().marks())
        .contains(QualityMark.PARTIAL, QualityMark.HOUSEHOLD_WEIGHT);
    assertThat(row(rows, "partner_violence_sexual_ever").verdict()).isEqualTo(Agreement.EQUAL);
    assertThat(rows)
        .filteredOn(each -> each.year() == 2022)
        .isNotEmpty()
        .allMatch(each -> each.verdict() == Agreement.NOT_COMPUTED);
    assertThat(run.out()).contains("published figures compared").contains("not computed");
    assertThat(dir.resolve("tables/validation.csv")).exists();
  }

  @Test
  void withoutMicrodataNothingIsComputed() throws IOException {
    Path published = dir.resolve("published.csv");
    Files.write(published, List.of("year,region,form,window,percent", "2017,Pasco,any,ever,74.3"));
    Path store = dir.resolve("store");
    CommandRun.of("ingest", "--published", published, "--store", store).succeeds();

    CommandRun run = CommandRun.of("validate", "--store", store).succeeds();

    assertThat(run.err()).contains("the store has no microdata");
    assertThat(Store.existing(store.toString()).read(Table.VALIDATION))
        .isNotEmpty()
        .allMatch(row -> row.verdict() == Agreement.NOT_COMPUTED);
  }

  private static ValidationRow row(List<ValidationRow> rows, String indicator) {
    return rows.stream()
        .filter(row -> row.year() == 2020 && row.region().equals("00"))
        .filter(row -> row.indicator().equals(indicator))
        .findFirst()
        .orElseThrow();
  }
}
