package org.quipu.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * A plot with one row a region: names on the left, points with whiskers along a common scale, the
 * numbers themselves on the right. Row 0 is the heading of the numbers.
 */
final class RowsPlot {
  private static final int ROW_HEIGHT = 24;
  private static final double HEADING = 0;

  private final XYPlot plot;
  private final XYIntervalSeriesCollection points = new XYIntervalSeriesCollection();
  private final XYErrorRenderer renderer = new XYErrorRenderer();
  private final NumberAxis scale;
  private final int rows;

  /**
   * @param names of the rows, the heading first
   * @param numbers beside the rows, the heading first
   */
  RowsPlot(List<String> names, List<String> numbers, NumberAxis scale) {
    this.rows = names.size();
    this.scale = scale;
    this.plot = new XYPlot(points, scale, rowAxis(names, Palette.LABEL), renderer);
    plot.setRangeAxis(1, rowAxis(numbers, Palette.LABEL));
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
  }

  /** A kind of point: how it looks, and its entry in the data behind the plot. */
  XYIntervalSeries series(String key, java.awt.Shape shape, Color color, Color fill) {
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

  /** Shades a row. */
  void shade(int row, Color color) {
    IntervalMarker band = new IntervalMarker(row - 0.5, row + 0.5, color);
    band.setAlpha(1);
    plot.addRangeMarker(band, Layer.BACKGROUND);
  }

  /** A vertical line with its name in the heading row. */
  void line(double at, Color color, BasicStroke stroke) {
    plot.addDomainMarker(new ValueMarker(at, color, stroke), Layer.BACKGROUND);
  }

  /** A remark in a row that has nothing to draw. */
  void remark(int row, String text) {
    words(scale.getLowerBound() + scale.getRange().getLength() * 0.01, row, text)
        .setTextAnchor(TextAnchor.CENTER_LEFT);
  }

  /** Words in the heading row, to the left or right of a value. */
  void heading(double at, String text, TextAnchor anchor, Color color) {
    XYTextAnnotation annotation = words(at, HEADING, text);
    annotation.setTextAnchor(anchor);
    annotation.setPaint(color);
    annotation.setFont(Palette.STRONG);
  }

  XYPlot plot() {
    return plot;
  }

  int height() {
    return rows * ROW_HEIGHT + 62;
  }

  private XYTextAnnotation words(double x, double y, String text) {
    XYTextAnnotation annotation = new XYTextAnnotation(text, x, y);
    annotation.setFont(Palette.SMALL);
    annotation.setPaint(Palette.SOFT_INK);
    plot.addAnnotation(annotation);

    return annotation;
  }

  private static SymbolAxis rowAxis(List<String> names, Font font) {
    SymbolAxis axis = new SymbolAxis(null, names.toArray(String[]::new));
    axis.setInverted(true);
    axis.setGridBandsVisible(false);
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    axis.setTickLabelFont(font);
    axis.setTickLabelPaint(Palette.INK);
    axis.setAutoRange(false);
    axis.setRange(-0.6, names.size() - 0.4);

    return axis;
  }
}
