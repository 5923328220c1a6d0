package org.quipu.charts;

import java.util.Comparator;
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
    Sheet sheet = new Sheet(about, form, finding()).subtitle(texts.of("heat.title", year));
    sheet.note(texts.of("heat.colour"));
    List<Row> rows = Stream.concat(Stream.of(nation), regions.stream()).toList();
    boolean referential =
        rows.stream()
            .flatMap(row -> row.levels().stream())
            .anyMatch(level -> level.showing() == PlottedLevel.Showing.REFERENTIAL);
    sheet.note(referential ? texts.of("map.referential") : "");
    sheet.notesOf(rows.stream().flatMap(row -> row.levels().stream()).map(PlottedLevel::showing));
    HeatPlot all = new HeatPlot(about, form, columns, rows, rows);
    List<Row> shown = telling(all.most(sheet.plotHeight()));
    sheet.some(shown.size() - 1, regions.size());
    HeatPlot plot = new HeatPlot(about, form, columns, rows, shown);

    return sheet.drawing(plot, plot.height(), description(sheet, rows));
  }

  /** The ends of the first indicator. */
  private String finding() {
    List<Row> known = byFirst();

    return known.isEmpty()
        ? texts.of("prevalence.finding.none", columns.get(0))
        : texts.of(
            "heat.finding",
            columns.get(0),
            end(known.get(known.size() - 1)),
            known.get(known.size() - 1).label(),
            end(known.get(0)),
            known.get(0).label());
  }

  private String end(Row row) {
    return row.levels().get(0).percentText(about.language());
  }

  /** The regions with a level of the first indicator, the highest first. */
  private List<Row> byFirst() {
    return regions.stream()
        .filter(row -> row.levels().get(0).drawn())
        .sorted(Comparator.comparingDouble(row -> -row.levels().get(0).percent()))
        .toList();
  }

  /** As many rows as a form has room for: the country, the highest and the lowest. */
  private List<Row> telling(int room) {
    if (!form.fixed()) {
      return Stream.concat(Stream.of(nation), regions.stream()).toList();
    }

    List<Row> order = byFirst();
    int each = Math.min(Math.max(1, (room - 1) / 2), order.size() / 2);

    return Stream.concat(
            Stream.of(nation),
            Stream.concat(
                order.subList(0, each).stream(),
                order.subList(order.size() - each, order.size()).stream()))
        .toList();
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

    return sheet.description(String.join(", ", columns) + "." + values);
  }
}
