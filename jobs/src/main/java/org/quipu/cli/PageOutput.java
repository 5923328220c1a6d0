package org.quipu.cli;

import java.nio.file.Path;
import org.quipu.text.Language;
import picocli.CommandLine.Option;

/** The options of commands that make figures and pages: where they go, and in which language. */
final class PageOutput {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = Converters.OutFolder.class,
      required = true,
      description = "Figures go to DIR/charts, pages to DIR/bulletins.")
  private Path folder;

  @Option(
      names = "--language",
      paramLabel = "es|en",
      converter = Converters.LanguageTag.class,
      description = "Language of the figures and pages. Default: es.")
  private Language language = Language.SPANISH;

  Path folder() {
    return folder;
  }

  Language language() {
    return language;
  }
}
