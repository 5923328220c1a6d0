package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.change.ChangeVerdict;
import org.quipu.endes.Indicator;
import org.quipu.text.Language;
import org.quipu.text.Messages;
import org.quipu.text.narrative.Names;

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

  /** The longest names of indicators and of a province leave no sentence too long. */
  @Test
  void areShortOfEveryIndicator() {
    for (Language language : Language.all()) {
      Messages texts = Terminal.texts(language);
      Names names = new Names(language);
      for (Indicator indicator : Indicator.all()) {
        if (Indicator.is(indicator.name(), Indicator.Kind.ACT)) {
          continue;
        }

        String name = names.indicator(indicator.name());
        String province = "Carlos Fermín Fitzcarrald (0207)";
        Stream.concat(
                Stream.of(
                    texts.of("answer.areas", name, province, "70%", "60%", "80%"),
                    texts.of("answer.prevalence", name, 2022, "70%"),
                    texts.of("answer.change.domains", name, "grupo de edad", 1, 2, 7)),
                Stream.of(ChangeVerdict.values())
                    .map(verdict -> texts.of("answer.change." + verdict.code(), name, 2017, 2022)))
            .forEach(
                sentence ->
                    assertThat(sentence.split(" ", -1))
                        .as(sentence)
                        .hasSizeLessThanOrEqualTo(Answers.MOST_WORDS));
      }
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
