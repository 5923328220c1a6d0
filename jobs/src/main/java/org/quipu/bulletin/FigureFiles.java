package org.quipu.bulletin;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.quipu.Provenance;
import org.quipu.charts.Figure;
import org.quipu.charts.Form;
import org.quipu.file.WholeFile;

/** Writes figures as files, each with its data. */
final class FigureFiles {
  private final String language;
  private final Optional<LocalDate> made;
  private final PageTemplates templates;
  private final FileNames names;
  private final FigureData data;

  /**
   * @param made the day of their numbers
   */
  FigureFiles(Labels labels, Optional<LocalDate> made) {
    this.language = labels.language().tag();
    this.made = made;
    this.templates = new PageTemplates(labels);
    this.names = new FileNames(labels);
    this.data = new FigureData(labels);
  }

  /**
   * Writes a figure in these forms and formats, and its data, and returns what the list of figures
   * says of it in each form.
   *
   * @param command that draws it, given the name of its files in the wide form, and the form
   */
  List<FigureRow> write(
      Drawing drawing,
      List<Form> forms,
      Set<FigureFormat> formats,
      Path folder,
      BiFunction<String, Form, String> command) {
    data.write(drawing, folder);
    String name = names.of(drawing.name());
    boolean synthetic = drawing.provenance().contains(Provenance.SYNTHETIC);

    return forms.stream()
        .map(
            form -> {
              String file = names.inForm(name, form);
              Figure figure = drawing.figure().in(form);
              formats.forEach(
                  format ->
                      WholeFile.write(
                          folder.resolve(format.file(file)), content(format, figure, synthetic)));

              return row(
                  Collections.min(formats).file(file), figure, drawing, command.apply(name, form));
            })
        .toList();
  }

  private FigureRow row(String file, Figure figure, Drawing drawing, String command) {
    return new FigureRow(
        file,
        drawing.name().kind(),
        figure.title(),
        drawing.name().indicator(),
        drawing.years().stream().map(String::valueOf).collect(Collectors.joining(" ")),
        drawing.source(),
        language,
        command,
        String.join(";", data.files(drawing)),
        figure.description(),
        figure.width(),
        figure.height());
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
