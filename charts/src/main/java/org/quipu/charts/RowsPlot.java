package org.quipu.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * A plot with one row a region: points with whiskers along a common scale, with names on the left
 * and the numbers themselves on the right, or, on a phone, both above the points. Row 0 is the
 * heading.
 */
final class RowsPlot {
  /** The scale's numbers and its name below the rows, and what is around the plot. */
  private static final int BELOW = 62;

  /** The same without the name. */
  private static final int BELOW_CARD = 48;

  /** Pixels that a row has for its points, and for a line of words above them. */
  private static final int ROW = 24;

  /** Pixels that a row needs at least for its name. */
  private static final double LEAST_ROW = 17.5;

  private static final int POINTS = 22;

  /** Pixels that points need at least between names and numbers. */
  private static final double PLOT = 105;

  /** Pixels that names need at least beside points. */
  private static final double NAME = 60;

  private static final int LINE = 16;
  private static final double LEAST_POINTS = 14;

  /** Pixels between a name and its numbers, at least. */
  private static final double BETWEEN = 12;

  /**
   * Pixels that a number of the scale needs, and that are around names and numbers at the sides.
   */
  private static final double TICK = 34;

  private static final double BESIDE = 40;

  private final XYPlot plot;
  private final XYIntervalSeriesCollection points = new XYIntervalSeriesCollection();
  private final XYErrorRenderer renderer = new XYErrorRenderer();
  private final RowWords words = new RowWords();
  private final NumberAxis scale;
  private final int rows;

  /** Lines of words above the points of a row; 0 where words stand at the sides. */
  private final int lines;

  /**
   * @param names of the rows, the heading first
   * @param numbers beside the rows, the heading first
   */
  RowsPlot(Form form, List<String> names, List<String> numbers, NumberAxis scale) {
    this.rows = names.size();
    this.scale = scale;
    this.lines = lines(form, names, numbers);
    this.plot = new XYPlot(points, scale, rowAxis(names), renderer);
    plot.setRangeAxis(1, rowAxis(numbers));
    plot.setAxisOffset(new RectangleInsets(0, 6, 4, 6));
    plot.setRangeGridlinesVisible(false);
    plot.setDomainGridlinePaint(Palette.GRID);
    plot.setDomainGridlineStroke(new BasicStroke(1));
    renderer.setDrawXError(true);
    renderer.setDrawYError(false);
    renderer.setCapLength(0);
    renderer.setUseFillPaint(true);
    renderer.setDrawSeriesLineAsPath(false);
    renderer.setDefaultLinesVisible(false);
    if (lines > 0) {
      plot.setAxisOffset(new RectangleInsets(0, 0, 4, 0));
      for (int row = 0; row < rows; row++) {
        above(row, names.get(row), 0, RowWords.Side.LEFT_EDGE);
        above(row, numbers.get(row), lines - 1, RowWords.Side.RIGHT_EDGE);
      }
    }
    plot.addAnnotation(words);
    double sides = lines > 0 ? 0 : widest(names) + widest(numbers) + BESIDE;
    Scale.thin(scale, form.room() - sides, TICK);
    if (form == Form.CARD) {
      scale.setLabel(null);
    }
  }

  /** Pixels below the rows and around the plot. */
  static int below(Form form) {
    return form == Form.CARD ? BELOW_CARD : BELOW;
  }

  /** Pixels that a row with such names and numbers needs at least. */
  static double least(Form form, List<String> names, List<String> numbers) {
    int lines = lines(form, names, numbers);

    return lines == 0 ? LEAST_ROW : lines * LINE + LEAST_POINTS;
  }

  /**
   * Pixels that a row's name may be wide beside such numbers, or above them where that is more.
   *
   * @param plot pixels that points need between them on a wide sheet
   */
  static double room(Form form, List<String> numbers, double plot) {
    double sides = form.room() - widest(numbers) - BESIDE;

    return switch (form) {
      case WIDE, CARD -> sides - plot;
      case PHONE -> form.room() - 2 * BETWEEN;
      case SQUARE -> sides - PLOT < NAME ? form.room() - 2 * BETWEEN : sides - PLOT;
    };
  }

  /** Pixels that words in the plot may be wide. */
  static double width(Form form, List<String> names, List<String> numbers) {
    return lines(form, names, numbers) > 0
        ? form.room() - 2 * BETWEEN
        : form.room() - widest(names) - widest(numbers) - BESIDE;
  }

  /** Whether names and numbers have a line together, or one each; 0 where they have the sides. */
  private static int lines(Form form, List<String> names, List<String> numbers) {
    boolean beside =
        switch (form) {
          case WIDE, CARD -> true;
          case PHONE -> false;
          case SQUARE -> widest(names) + widest(numbers) + BESIDE + PLOT <= form.room();
        };
    if (beside) {
      return 0;
    }

    double room = form.room() - 2 * BETWEEN;

    return IntStream.range(0, names.size())
            .mapToDouble(
                row ->
                    Lettering.width(names.get(row), Palette.LABEL)
                        + Lettering.width(numbers.get(row), Palette.LABEL))
            .allMatch(width -> width + BETWEEN <= room)
        ? 1
        : 2;
  }

  private static double widest(List<String> texts) {
    return texts.stream().mapToDouble(text -> Lettering.width(text, Palette.LABEL)).max().orElse(0);
  }

  private void above(int row, String text, int line, RowWords.Side side) {
    double top = row - 0.5 + (1 + LINE * (line + 0.5)) / rowHeight();
    words.add(new RowWords.Words(text, side, 0, top, Palette.LABEL, Palette.INK));
  }

  private double rowHeight() {
    return lines == 0 ? ROW : lines * LINE + POINTS;
  }

  /** A kind of point: how it looks, and its entry in the data behind the plot. */
  XYIntervalSeries series(String key, Shape shape, Color color, Color fill) {
    XYIntervalSeries series = new XYIntervalSeries(key, false, true);
    points.addSeries(series);
    int at = points.getSeriesCount() - 1;
    renderer.setSeriesShape(at, shape);
    renderer.setSeriesPaint(at, color);
    renderer.setSeriesFillPaint(at, fill);
    renderer.setSeriesOutlinePaint(at, color);
    renderer.setSeriesStroke(at, Palette.THIN);
    renderer.setSeriesOutlineStroke(at, Palette.THIN);
    renderer.setErrorStroke(Palette.THIN);

    return series;
  }

  /** The height on the plot of a row's points. */
  double at(int row) {
    return row + lines * LINE / 2.0 / rowHeight();
  }

  /** The height on the plot so many pixels below a row's points. */
  double at(int row, double below) {
    return at(row) + below / rowHeight();
  }

  /** Shades a row. */
  void shade(int row, Color color) {
    IntervalMarker band = new IntervalMarker(row - 0.5, row + 0.5, color);
    band.setAlpha(1);
    plot.addRangeMarker(band, Layer.BACKGROUND);
  }

  /** A vertical line. */
  void line(double at, Color color, BasicStroke stroke) {
    plot.addDomainMarker(new ValueMarker(at, color, stroke), Layer.BACKGROUND);
  }

  /** A remark in a row that has nothing to draw. */
  void remark(int row, String text) {
    words.add(
        new RowWords.Words(
            text,
            RowWords.Side.AFTER,
            scale.getLowerBound(),
            at(row),
            Palette.SMALL,
            Palette.SOFT_INK));
  }

  /** The title of the rows below it, in a row of its own. */
  void title(int row, String text) {
    words.add(
        new RowWords.Words(text, RowWords.Side.LEFT_EDGE, 0, at(row), Palette.STRONG, Palette.INK));
  }

  /** Words in the heading row, beside a value. */
  void heading(double at, String text, RowWords.Side side, Color color) {
    words.add(new RowWords.Words(text, side, at, at(0), Palette.STRONG, color));
  }

  XYPlot plot() {
    return plot;
  }

  int height() {
    return (int) Math.round(rows * rowHeight()) + BELOW;
  }

  private SymbolAxis rowAxis(List<String> names) {
    SymbolAxis axis = new SymbolAxis(null, names.toArray(String[]::new));
    axis.setInverted(true);
    axis.setGridBandsVisible(false);
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    axis.setTickLabelsVisible(lines == 0);
    axis.setTickLabelFont(Palette.LABEL);
    axis.setTickLabelPaint(Palette.INK);
    axis.setAutoRange(false);
    axis.setRange(-0.5, names.size() - 0.5);

    return axis;
  }
}
