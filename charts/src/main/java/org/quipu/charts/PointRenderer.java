package org.quipu.charts;

import java.awt.Paint;
import org.jfree.chart.renderer.xy.XYErrorRenderer;

/** Points with a thin vertical interval, hollow where a figure says so. */
final class PointRenderer extends XYErrorRenderer {
  private static final long serialVersionUID = 1L;

  /** Whether the point of a series is drawn hollow. */
  @FunctionalInterface
  interface Hollow {
    boolean at(int series, int item);
  }

  private final transient Hollow hollow;

  PointRenderer(Hollow hollow) {
    this.hollow = hollow;
    setDrawXError(false);
    setDrawYError(true);
    setCapLength(0);
    setUseFillPaint(true);
    setErrorStroke(Palette.THIN);
  }

  @Override
  public Paint getItemFillPaint(int series, int item) {
    return hollow.at(series, item) ? Palette.PAPER : getItemPaint(series, item);
  }
}
