package org.quipu.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.quipu.charts.HeatFigure.Row;

/** The cells of a heat table; columns that do not fit beside each other stand below each other. */
final class HeatPlot extends DrawnPlot {
  private static final long serialVersionUID = 1L;

  private static final double ROW = 20;
  private static final double LINE = 14;
  private static final double LEAST_COLUMN = 56;
  private static final double GAP = 4;

  /** So many columns are drawn where the height is given. */
  private static final int MOST = 4;

  private static final Color DEEP = new Color(0x08, 0x51, 0x7F);
  private static final Color PALE = new Color(0xEF, 0xF5, 0xFA);

  private record Cell(Rectangle2D place, Color fill, String text, Color ink) {
    void fill(Graphics2D g2) {
      g2.setPaint(fill);
      g2.fill(place);
    }

    void letter(Graphics2D g2) {
      Lettering.around(g2, text, place.getCenterX(), place.getCenterY(), Palette.SMALL, ink);
    }
  }

  private final transient About about;
  private final transient List<String> columns;

  /** All rows, which the shades are of. */
  private final transient List<Row> all;

  private final transient List<Row> rows;
  private final int perBlock;
  private final double names;
  private final double width;

  /**
   * @param all rows, which the shades are of
   * @param rows that are drawn, the first one apart
   */
  HeatPlot(About about, Form form, List<String> columns, List<Row> all, List<Row> rows) {
    this.about = about;
    this.all = all;
    this.rows = rows;
    this.names =
        rows.stream()
                .mapToDouble(row -> Lettering.width(row.label(), Palette.STRONG))
                .max()
                .orElse(0)
            + 8;
    double room = form.room() - 12 - names;
    double word =
        columns.stream()
            .flatMap(name -> Arrays.stream(name.split(" ", -1)))
            .mapToDouble(part -> Lettering.width(part, Palette.SMALL) + GAP)
            .max()
            .orElse(0);
    int most = Math.max(1, (int) Math.floor(room / Math.max(LEAST_COLUMN, word)));
    this.columns =
        form.fixed() ? columns.subList(0, Math.min(Math.min(most, MOST), columns.size())) : columns;
    int blocks = (this.columns.size() + most - 1) / most;
    this.perBlock = (this.columns.size() + blocks - 1) / blocks;
    this.width = room / perBlock;
  }

  /** How many rows have room in a block of this height. */
  int most(double height) {
    return (int) ((height - heading() - 26) / ROW);
  }

  private int blocks() {
    return (columns.size() + perBlock - 1) / perBlock;
  }

  private double heading() {
    return LINE * columns.stream().mapToInt(name -> lines(name).size()).max().orElse(1) + 8;
  }

  private double block() {
    return heading() + rows.size() * ROW + 10;
  }

  int height() {
    return (int) Math.round(blocks() * block());
  }

  @Override
  void paint(Graphics2D g2, Rectangle2D area) {
    List<Cell> cells = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      double x = area.getX() + names + column % perBlock * width;
      double top = area.getY() + Math.floorDiv(column, perBlock) * block();
      if (column % perBlock == 0) {
        names(g2, area.getX(), top + heading());
      }
      heading(g2, columns.get(column), x + width / 2, top);
      cells.addAll(cells(column, x, top + heading()));
    }
    cells.forEach(cell -> cell.fill(g2));
    // Letters of one colour after each other, which a file then names once.
    cells.stream()
        .collect(Collectors.groupingBy(Cell::ink, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(alike -> alike.forEach(cell -> cell.letter(g2)));
  }

  private void names(Graphics2D g2, double x, double top) {
    for (int i = 0; i < rows.size(); i++) {
      String label = rows.get(i).label();
      boolean strong = i == 0 || label.equals(about.highlighted());
      Font font = strong ? Palette.STRONG : Palette.LABEL;
      Lettering.from(g2, label, x, top + (i + 0.5) * ROW, font, Palette.INK);
    }
    g2.setPaint(Palette.SOFT_INK);
    g2.setStroke(Palette.stroke(1));
    g2.draw(new Line2D.Double(x, top + ROW, x + names + perBlock * width, top + ROW));
  }

  private void heading(Graphics2D g2, String name, double middle, double top) {
    List<String> lines = lines(name);
    double y = top + heading() - 6 - LINE * (lines.size() - 0.5);
    for (String line : lines) {
      Lettering.around(g2, line, middle, y, Palette.SMALL, Palette.INK);
      y += LINE;
    }
  }

  /** A name in as many lines as its column needs. */
  private List<String> lines(String name) {
    return Lettering.lines(name, Palette.SMALL, width - GAP);
  }

  /** The cells of an indicator: white to dark from its lowest region to its highest. */
  private List<Cell> cells(int column, double x, double top) {
    List<Cell> cells = new ArrayList<>();
    List<PlottedLevel> levels = rows.stream().map(row -> row.levels().get(column)).toList();
    double[] shown =
        all.stream()
            .map(row -> row.levels().get(column))
            .filter(PlottedLevel::drawn)
            .mapToDouble(PlottedLevel::percent)
            .toArray();
    double low = Arrays.stream(shown).min().orElse(0);
    double high = Arrays.stream(shown).max().orElse(1);
    for (int i = 0; i < levels.size(); i++) {
      PlottedLevel level = levels.get(i);
      double share = high > low ? (level.percent() - low) / (high - low) : 0;
      Color fill = level.drawn() ? Palette.mix(PALE, DEEP, share) : Palette.PAPER;
      Color ink = level.drawn() ? Palette.lettersOn(fill) : Palette.SOFT_INK;
      String text = level.drawn() ? level.text(about.language(), about.texts()) : "–";
      cells.add(
          new Cell(
              new Rectangle2D.Double(x + 1, top + i * ROW + 1, width - 2, ROW - 2),
              fill,
              text,
              ink));
    }

    return cells;
  }
}
