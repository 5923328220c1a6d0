package org.quipu.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.quipu.text.DecimalMark;
import org.quipu.text.Language;
import picocli.CommandLine.Option;

/**
 * The options of commands that make figures, pages and the workbook: where they go, and in which
 * language.
 */
final class PageOutput {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = Converters.OutFolder.class,
      required = true,
      description = "Figures go to DIR/charts, pages to DIR/bulletins, the workbook to DIR.")
  private Path folder;

  @Option(
      names = "--language",
      paramLabel = "es|en",
      converter = Converters.LanguageTag.class,
      description = "Language of figures, pages and workbook. Default: es.")
  private Language language = Language.SPANISH;

  @Option(
      names = "--decimal",
      paramLabel = "point|comma",
      converter = Converters.DecimalMarkName.class,
      description =
          "Decimal mark of numbers that people read; CSV files have a point. Default: point.")
  private DecimalMark decimal = DecimalMark.POINT;

  Path folder() {
    return folder;
  }

  Language language() {
    return language.with(decimal);
  }

  /** Formats as a sentence names them: {@code PNG, SVG and PDF}. */
  static String listed(Set<? extends Enum<?>> formats) {
    List<String> names = formats.stream().map(Enum::name).toList();
    String last = names.get(names.size() - 1);

    return names.size() == 1
        ? last
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + last;
  }
}
