package org.quipu.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.quipu.text.Language;
import org.quipu.text.narrative.TableWords;
import picocli.CommandLine.Option;

/** The options of commands that make tables: where else to write them, and in which language. */
final class TableOutput {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = Converters.OutFolder.class,
      description = "Also write the tables to DIR/tables/NAME.csv.")
  private Path folder;

  @Option(
      names = "--language",
      paramLabel = "es|en",
      converter = Converters.LanguageTag.class,
      description = "Language of the words in those files. Default: es.")
  private Language language = Language.SPANISH;

  /** The folder to write to; empty where the tables are wanted in the store alone. */
  Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  Language language() {
    return language;
  }

  /** Tables with their words in the language. */
  TableWords words() {
    return TableWords.in(language);
  }
}
