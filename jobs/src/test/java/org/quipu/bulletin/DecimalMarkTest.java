package org.quipu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quipu.Provenance;
import org.quipu.text.DecimalMark;
import org.quipu.text.Language;

class DecimalMarkTest {
  private static final Evidence EVIDENCE = SampleEvidence.of(Provenance.RECOMPUTED);

  @TempDir Path folder;

  /** The numbers with a decimal point that a reader sees. */
  private static List<String> withPoint(String text) {
    String seen =
        text.replaceAll("(?s)<style>.*?</style>|<script>.*?</script>", " ")
            .replaceAll("<[^>]+>", " ")
            .replaceAll("https?://\\S+", " ")
            .replace("Apache 2.0", "")
            .replaceAll("versión \\S+|version \\S+|Quipu \\d[\\w.-]*", "");

    return Pattern.compile("\\S*\\d\\.\\d\\S*")
        .matcher(seen)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("org.quipu.text.Language#all")
  void isTheReadersInAllThatPagesAndTheirFiguresSay(Language language) {
    Language comma = language.with(DecimalMark.COMMA);

    String page = Bulletins.of(EVIDENCE, comma, SampleEvidence.SPAN).page("19");

    assertThat(withPoint(page)).isEmpty();
    // Perú 54.86 → 51.96
    assertThat(page).contains("54,9", "52,0");
    assertThat(withPoint(Bulletins.of(EVIDENCE, language, SampleEvidence.SPAN).page("19")))
        .isNotEmpty();
  }

  @Test
  void isAlwaysAPointInDataAndNeverInNames() throws Exception {
    ChartSet.Choice one = new ChartSet.Choice(List.of(), List.of("cambio-violencia-2021-2024"));

    List<String> written =
        ChartSet.of(EVIDENCE, Language.SPANISH.with(DecimalMark.COMMA), one, Boundaries.shipped())
            .write(folder, Set.of(FigureFormat.SVG), (name, form) -> name);

    assertThat(written).containsExactly("cambio-violencia-2021-2024");
    assertThat(withPoint(Files.readString(folder.resolve(written.get(0) + ".svg")))).isEmpty();
    assertThat(folder.resolve(written.get(0) + ".csv")).content().containsPattern(",\\d+\\.\\d+,");
  }
}
