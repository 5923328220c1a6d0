package org.quipu.bulletin;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quipu.charts.Figure;
import org.quipu.file.WholeFile;

/** Writes figures as files. */
final class FigureFiles {
  private final String language;
  private final Optional<LocalDate> made;
  private final PageTemplates templates;

  /**
   * @param made the day of their numbers
   */
  FigureFiles(Labels labels, Optional<LocalDate> made) {
    this.language = labels.language().tag();
    this.made = made;
    this.templates = new PageTemplates(labels);
  }

  /** Writes a figure of this name in all formats. */
  void write(
      String name, Figure figure, boolean synthetic, Set<FigureFormat> formats, Path folder) {
    formats.forEach(
        format ->
            WholeFile.write(folder.resolve(format.file(name)), content(format, figure, synthetic)));
  }

  private byte[] content(FigureFormat format, Figure figure, boolean synthetic) {
    return switch (format) {
      case PNG -> figure.png();
      case SVG -> figure.svg().getBytes(StandardCharsets.UTF_8);
      case PDF -> {
        PageParts.Shown it = new PageParts.Shown("figure", figure, List.of());
        yield templates.pdf(
            "figure.ftlh", Map.of("lang", language, "synthetic", synthetic, "it", it), made);
      }
    };
  }
}
