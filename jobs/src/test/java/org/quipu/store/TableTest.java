package org.quipu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.Provenance;
import org.quipu.StoredText;
import org.quipu.UserException;
import org.quipu.survey.quality.Quality;

class TableTest {
  private static final Table<Typed> TYPED = new Table<>("typed", Typed.class);
  private static final Table<Plain> PLAIN = new Table<>("typed", Plain.class);

  @TempDir Path dir;

  record Typed(Agreement verdict, Quality quality, Provenance source) {}

  /** The same columns as text. */
  record Plain(String verdict, String quality, String source) {}

  record Unreadable(NoParse value) {}

  public static final class NoParse implements StoredText {}

  @Test
  void enumsAndQualityAreStoredAsTextAndReadBack() {
    List<Typed> rows =
        List.of(
            new Typed(
                Agreement.WITHIN_2SE,
                Quality.parse("very_good;partial;lonely_clusters"),
                Provenance.MICRODATA),
            new Typed(null, Quality.NONE, Provenance.RECOMPUTED));
    Store store = Store.open(dir.toString());

    store.write(TYPED, rows, plan());

    assertThat(store.read(TYPED)).isEqualTo(rows);
    assertThat(store.read(PLAIN))
        .containsExactly(
            new Plain("within_2se", "very_good;partial;lonely_clusters", "microdata"),
            new Plain(null, "", "recomputed"));
  }

  @Test
  void everyCodeReadsBack() {
    Store store = Store.open(dir.toString());
    List<Typed> rows =
        Arrays.stream(Provenance.values())
            .map(source -> new Typed(Agreement.EQUAL, Quality.NONE, source))
            .toList();

    store.write(TYPED, rows, plan());

    assertThat(store.read(TYPED)).isEqualTo(rows);
  }

  @Test
  void aCsvHoldsTheCodes() throws IOException {
    CsvTables.export(
        TYPED,
        List.of(
            new Typed(
                Agreement.DIFFERS, Quality.parse("good;se_approximated"), Provenance.SYNTHETIC)),
        Map.of(),
        dir);

    assertThat(Files.readString(dir.resolve("tables/typed.csv")))
        .isEqualTo("verdict,quality,source\r\ndiffers,good;se_approximated,synthetic\r\n");
  }

  @Test
  void anUnknownCodeOfAnotherVersionIsExplained() {
    Store store = Store.open(dir.toString());
    store.write(PLAIN, List.of(new Plain("equal", "good", "hearsay")), plan());

    assertThatThrownBy(() -> store.read(TYPED))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll(
            "typed/v000001-",
            "column source: no Provenance 'hearsay'",
            "there are microdata, published, recomputed, synthetic",
            "delete its folder and make it again");
  }

  @Test
  void anUnknownMarkOfAnotherVersionIsExplained() {
    Store store = Store.open(dir.toString());
    store.write(PLAIN, List.of(new Plain("equal", "good;splendid", "microdata")), plan());

    assertThatThrownBy(() -> store.read(TYPED))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("column quality: no QualityMark 'splendid'");
  }

  @Test
  void aTypeThatCannotBeReadBackIsNoColumn() {
    assertThatThrownBy(() -> new Table<>("wrong", Unreadable.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no public method parse(String)");
  }

  private static Manifest plan() {
    return Manifest.plan("typed", Map.of(), List.of());
  }
}
