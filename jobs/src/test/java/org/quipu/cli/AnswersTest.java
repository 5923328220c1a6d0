package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.endes.Indicator;

class AnswersTest {
  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prevalence",
        "prevalence --by region",
        "change --from 2021 --to 2024",
        "change --from 2021 --to 2024 --by region",
        "coverage",
        "association --from 2021 --to 2024",
        "validate"
      })
  void areShortInBothLanguages(String line) {
    Path store = SyntheticStore.copy(dir.resolve("store"));
    for (String language : List.of("es", "en")) {
      List<Object> words = new ArrayList<>(List.of((Object[]) line.split(" ", -1)));
      words.addAll(List.of("--store", store, "--language", language));

      Answers.assertShort(CommandRun.of(words.toArray()).succeeds());
    }
  }

  /** Indicators, regions and domains by their names, numbers with the mark that is asked for. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "prevalence --by region",
        "change --from 2021 --to 2024",
        "coverage",
        "association --from 2021 --to 2024"
      })
  void nameWhatTheyAreAboutAndWriteNumbersAsTheReaderDoes(String line) {
    Path store = SyntheticStore.copy(dir.resolve("store"));
    List<Object> words = new ArrayList<>(List.of((Object[]) line.split(" ", -1)));
    words.addAll(List.of("--store", store, "--language", "es", "--decimal", "comma"));

    String out = CommandRun.of(words.toArray()).succeeds().out();

    assertThat(out).containsPattern("\\d,\\d").doesNotContainPattern("\\d\\.\\d");
    assertThat(Indicator.all()).noneMatch(indicator -> out.contains(indicator.name()));
    assertThat(out.lines()).allMatch(text -> text.length() <= 160);
  }
}
