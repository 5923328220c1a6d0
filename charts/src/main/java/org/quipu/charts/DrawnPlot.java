package org.quipu.charts;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;

/** A plot without JFreeChart's axes, which draws all of its area itself. */
abstract class DrawnPlot extends Plot {
  private static final long serialVersionUID = 1L;

  /** Draws into the area. */
  abstract void paint(Graphics2D g2, Rectangle2D area);

  @Override
  public final String getPlotType() {
    return getClass().getSimpleName();
  }

  @Override
  public final void draw(
      Graphics2D g2,
      Rectangle2D area,
      Point2D anchor,
      PlotState parentState,
      PlotRenderingInfo info) {
    if (info != null) {
      info.setPlotArea(area);
      info.setDataArea(area);
    }
    paint(g2, area);
  }
}
