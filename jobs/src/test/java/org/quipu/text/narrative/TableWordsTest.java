package org.quipu.text.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.file.Source;
import org.quipu.file.TableFile;
import org.quipu.file.TableReader;
import org.quipu.math.Adjustment;
import org.quipu.store.CoverageRow;
import org.quipu.store.DomainFamily;
import org.quipu.store.DomainFamily.Subject;
import org.quipu.store.HeterogeneityRow;
import org.quipu.store.Manifest;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.text.Language;
import org.quipu.text.Messages;

class TableWordsTest {
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
  private static final List<String> WRITTEN =
      List.of("unit", "denominator_name", "partial", "note");

  @TempDir Path dir;

  @Test
  void coverageInSpanishIsAsPinned() throws IOException {
    Path file = TableWords.in(Language.SPANISH).export(Table.COVERAGE, stored(), dir);

    try (InputStream pinned = TableWordsTest.class.getResourceAsStream("coverage-es.csv")) {
      assertThat(Files.readString(file))
          .isEqualTo(new String(pinned.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void coverageInEnglishHasNoSpanishWord() throws IOException {
    Set<String> spanish = words(Language.SPANISH);
    spanish.removeAll(words(Language.ENGLISH));
    assertThat(spanish).contains("mujeres", "censo", "registros", "solo");

    Path file = TableWords.in(Language.ENGLISH).export(Table.COVERAGE, stored(), dir);

    Set<String> found = new TreeSet<>();
    try (TableReader table = TableFile.open(Source.file(file), WRITTEN)) {
      while (table.next()) {
        for (int i = 0; i < WRITTEN.size(); i++) {
          found.addAll(wordsOf(table.text(i)));
        }
      }
    }

    assertThat(found)
        .contains("women", "census", "January", "July", "nearest")
        .doesNotContainAnyElementsOf(spanish)
        .allMatch(word -> word.matches("[A-Za-z]+"));
  }

  @Test
  void coverageInTheStoreHoldsKeys() {
    List<CoverageRow> rows = stored();

    assertThat(rows).isEqualTo(CoverageSample.rows());
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.unit()).matches("[a-z0-9_]+");
              assertThat(row.denominatorName()).matches("([a-z0-9_]+;[a-z_]+:[0-9-]+)?");
              assertThat(row.partial()).matches("(([0-9]{4}:(none|[0-9+-]+));?)*");
              assertThat(row.note()).matches("([a-z_]+(:[0-9]+)?;?)*");
            });
  }

  @Test
  void tablesWithoutWordsAreWrittenAsStored() throws IOException {
    HeterogeneityRow row = new HeterogeneityRow("i", "region", 2017, 2022, 8.5, 2, 0.25, 3);

    Path file =
        TableWords.in(Language.ENGLISH).export(Table.CHANGE_HETEROGENEITY, List.of(row), dir);

    assertThat(Files.readString(file)).endsWith("\r\ni,region,2017,2022,8.5,2,0.25,3\r\n");
  }

  @Test
  void familiesOfTestsAreWrittenOut() {
    assertThat(family(Language.SPANISH, Subject.CHANGE, 25))
        .isEqualTo("Holm de 25 pruebas: Violencia física, alguna vez, cambio (región)");
    assertThat(family(Language.SPANISH, Subject.CHANGE, 1)).startsWith("Holm de 1 prueba:");
    assertThat(family(Language.SPANISH, Subject.AGAINST_THE_REST, 25))
        .endsWith("cambio frente al del resto del país (región)");
    assertThat(family(Language.SPANISH, Subject.IN_PAIRS, 300))
        .endsWith("nivel, de dos en dos (región)");
    assertThat(family(Language.SPANISH, Subject.TRENDS, 25)).endsWith("tendencia (región)");
    assertThat(family(Language.ENGLISH, Subject.TRENDS, 25))
        .isEqualTo("Holm of 25 tests: Physical violence, ever, trend (region)");
  }

  private static String family(Language language, Subject subject, int tests) {
    return new Names(language)
        .family(
            new DomainFamily(
                "partner_violence_physical_ever", "region", tests, Adjustment.HOLM, subject));
  }

  private List<CoverageRow> stored() {
    Store store = Store.open(dir.resolve("store").toString());
    store.write(
        Table.COVERAGE,
        CoverageSample.rows(),
        Manifest.plan(Table.COVERAGE.name(), Map.of(), List.of()));
    return store.read(Table.COVERAGE);
  }

  /** The words of the texts about coverage. */
  private static Set<String> words(Language language) {
    Messages texts = Messages.beside(CoverageWords.class, "coverage", language);
    Set<String> words = new TreeSet<>();
    texts.keys().forEach(key -> words.addAll(wordsOf(texts.of(key, "", "", ""))));
    for (int month = 1; month <= 12; month++) {
      words.add(language.month(month));
    }

    return words;
  }

  private static List<String> wordsOf(String text) {
    return text == null
        ? List.of()
        : WORD.matcher(text).results().map(match -> match.group()).toList();
  }
}
