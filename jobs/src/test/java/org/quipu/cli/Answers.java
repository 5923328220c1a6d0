package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What a command answers in words: the lines that no table or file is set off with. */
final class Answers {
  private static final int MOST_SENTENCES = 4;
  static final int MOST_WORDS = 25;

  private Answers() {}

  /** Counts the sentences of an answer and their words, and requires that they are few. */
  static void assertShort(CommandRun run) {
    List<String> sentences = run.out().lines().filter(line -> !line.startsWith(" ")).toList();

    assertThat(sentences)
        .hasSizeBetween(1, MOST_SENTENCES)
        .allSatisfy(
            sentence -> {
              assertThat(sentence).endsWith(".");
              assertThat(sentence.split(" ", -1)).as(sentence).hasSizeLessThanOrEqualTo(MOST_WORDS);
            });
  }
}
