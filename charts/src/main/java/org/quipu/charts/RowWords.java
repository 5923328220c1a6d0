package org.quipu.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;

/**
 * Words inside a plot with rows. None leaves the plot; those that stand beside values of the same
 * row keep apart.
 */
final class RowWords extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1L;

  /** Pixels between words, and between words and the value that they stand beside. */
  private static final double GAP = 6;

  /** Half of what a vertical line may be wide. */
  private static final double LINE = 1.5;

  /** Where words stand. */
  enum Side {
    /** At the left edge of the plot. */
    LEFT_EDGE,
    /** At the right edge of the plot. */
    RIGHT_EDGE,
    /** To the left of a value. */
    BEFORE,
    /** To the right of a value. */
    AFTER
  }

  /**
   * @param value beside which they stand; of no account at an edge
   * @param row on whose height they are centred
   */
  record Words(String text, Side side, double value, double row, Font font, Color color) {}

  private static final class Place {
    private final Words words;
    private final double width;
    private double x;

    Place(Words words, double width, double x) {
      this.words = words;
      this.width = width;
      this.x = x;
    }
  }

  private final transient List<Words> all = new ArrayList<>();

  void add(Words words) {
    if (!words.text().isEmpty()) {
      all.add(words);
    }
  }

  @Override
  public void draw(
      Graphics2D g2,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis domainAxis,
      ValueAxis rangeAxis,
      int rendererIndex,
      PlotRenderingInfo info) {
    ToDoubleFunction<Words> valueAt =
        words -> domainAxis.valueToJava2D(words.value(), area, RectangleEdge.BOTTOM);
    List<Place> besideValues = new ArrayList<>();
    for (Words words : all) {
      double width = g2.getFontMetrics(words.font()).getStringBounds(words.text(), g2).getWidth();
      Place place =
          new Place(
              words,
              width,
              switch (words.side()) {
                case LEFT_EDGE -> area.getMinX();
                case RIGHT_EDGE -> area.getMaxX() - width;
                case BEFORE -> valueAt.applyAsDouble(words) - GAP - width;
                case AFTER -> valueAt.applyAsDouble(words) + GAP;
              });
      if (words.side() == Side.BEFORE || words.side() == Side.AFTER) {
        besideValues.add(place);
      } else {
        interrupt(g2, plot, area, place);
        write(g2, place, area, rangeAxis);
      }
    }
    besideValues.stream()
        .mapToDouble(place -> place.words.row())
        .distinct()
        .forEach(
            row ->
                keepApart(
                    besideValues.stream().filter(place -> place.words.row() == row).toList(),
                    area));
    besideValues.forEach(place -> write(g2, place, area, rangeAxis));
  }

  /** Vertical lines of the plot end above words that stand on them, and go on below. */
  private static void interrupt(Graphics2D g2, XYPlot plot, Rectangle2D area, Place place) {
    double middle = plot.getRangeAxis().valueToJava2D(place.words.row(), area, RectangleEdge.LEFT);
    Collection<?> lines = plot.getDomainMarkers(Layer.BACKGROUND);
    for (Object line : lines == null ? List.of() : lines) {
      if (line instanceof ValueMarker marker) {
        double x =
            plot.getDomainAxis().valueToJava2D(marker.getValue(), area, RectangleEdge.BOTTOM);
        if (x > place.x - LINE && x < place.x + place.width + LINE) {
          g2.setPaint(Palette.PAPER);
          g2.fill(new Rectangle2D.Double(x - LINE, middle - GAP, 2 * LINE, 2 * GAP));
        }
      }
    }
  }

  /** From the left, none begins before the one before it ends; from the right, all are inside. */
  private static void keepApart(List<Place> row, Rectangle2D area) {
    List<Place> places = new ArrayList<>(row);
    places.sort((a, b) -> Double.compare(a.x + a.width / 2, b.x + b.width / 2));
    double free = area.getMinX();
    for (Place place : places) {
      place.x = Math.max(place.x, free);
      free = place.x + place.width + 2 * GAP;
    }
    free = area.getMaxX();
    for (int i = places.size() - 1; i >= 0; i--) {
      Place place = places.get(i);
      place.x = Math.min(place.x, free - place.width);
      free = place.x - 2 * GAP;
    }
  }

  private static void write(Graphics2D g2, Place place, Rectangle2D area, ValueAxis rows) {
    double middle = rows.valueToJava2D(place.words.row(), area, RectangleEdge.LEFT);
    Lettering.from(
        g2, place.words.text(), place.x, middle, place.words.font(), place.words.color());
  }
}
