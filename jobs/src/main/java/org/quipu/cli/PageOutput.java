package org.quipu.cli;

import java.nio.file.Path;
import java.util.Set;
import org.quipu.text.narrative.Names;
import picocli.CommandLine.Option;

/** Where commands write what no store keeps: figures, pages, the workbook, some tables. */
final class PageOutput {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = Converters.OutFolder.class,
      required = true)
  private Path folder;

  Path folder() {
    return folder;
  }

  /** Formats as a sentence names them: {@code PNG, SVG and PDF}. */
  static String listed(Set<? extends Enum<?>> formats, Console console) {
    return new Names(console.language()).list(formats.stream().map(Enum::name).toList());
  }
}
