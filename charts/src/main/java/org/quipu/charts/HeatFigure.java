package org.quipu.charts;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quipu.text.Messages;

/** A table of regions and indicators whose cells are darker where a level is higher. */
public final class HeatFigure {
  /** A region's or the country's levels, one a column. */
  public record Row(String label, List<PlottedLevel> levels) {}

  private final About about;
  private final Form form;
  private final Messages texts;
  private final int year;
  private final List<String> columns;
  private final Row nation;
  private final List<Row> regions;

  private HeatFigure(
      About about, Form form, int year, List<String> columns, Row nation, List<Row> regions) {
    this.about = about;
    this.form = form;
    this.texts = about.texts();
    this.year = year;
    this.columns = columns;
    this.nation = nation;
    this.regions = regions;
  }

  /**
   * Draws the figure.
   *
   * @param columns names of the indicators
   */
  public static Figure of(
      About about, int year, List<String> columns, Row nation, List<Row> regions) {
    return Figure.of(form -> new HeatFigure(about, form, year, columns, nation, regions).draw());
  }

  private Figure.Drawing draw() {
    Sheet sheet =
        new Sheet(about, form, texts.of("heat.title", year)).subtitle(texts.of("heat.subtitle"));
    sheet.note(texts.of("heat.colour"));
    List<Row> rows = Stream.concat(Stream.of(nation), regions.stream()).toList();
    boolean referential =
        rows.stream()
            .flatMap(row -> row.levels().stream())
            .anyMatch(level -> level.showing() == PlottedLevel.Showing.REFERENTIAL);
    sheet.note(referential ? texts.of("map.referential") : "");
    sheet.notesOf(rows.stream().flatMap(row -> row.levels().stream()).map(PlottedLevel::showing));
    HeatPlot plot = new HeatPlot(about, form, columns, rows);

    return sheet.drawing(plot, plot.height(), description(sheet, rows));
  }

  private String description(Sheet sheet, List<Row> rows) {
    String values =
        rows.stream()
            .map(
                row ->
                    row.label()
                        + ": "
                        + row.levels().stream()
                            .map(level -> level.text(about.language(), texts))
                            .collect(Collectors.joining(", ")))
            .collect(Collectors.joining("; "));

    return texts.of(
        "map.description",
        sheet.title(),
        sheet.subtitleLine(),
        String.join(", ", columns) + ".",
        values);
  }
}
