package org.quipu.cli;

import org.quipu.text.DecimalMark;
import org.quipu.text.Language;
import picocli.CommandLine.Option;

/** The options that say how a reader is spoken to, which all commands share. */
final class LanguageOptions {
  @Option(names = "--language", paramLabel = "es|en", converter = Converters.LanguageTag.class)
  private Language language;

  @Option(
      names = "--decimal",
      paramLabel = "point|comma",
      converter = Converters.DecimalMarkName.class)
  private DecimalMark decimal;

  /**
   * The language, with the mark of decimals.
   *
   * @param otherwise where none is asked for
   */
  Language or(Language otherwise) {
    return (language == null ? otherwise : language)
        .with(decimal == null ? otherwise.mark() : decimal);
  }
}
