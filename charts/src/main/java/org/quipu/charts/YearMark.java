package org.quipu.charts;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;

/** A dashed line at a point in time, with what happened there. */
final class YearMark {
  /** Pixels around the words. */
  private static final double AROUND = 8;

  private YearMark() {}

  /**
   * Draws the line, with its words beside it where they have room, otherwise in the legend.
   *
   * @param pixels that the axis of years is long
   */
  static void draw(XYPlot plot, Sheet sheet, double year, String words, double pixels) {
    ValueMarker marker = new ValueMarker(year, Palette.GREY, Palette.DASHED);
    NumberAxis years = (NumberAxis) plot.getDomainAxis();
    double share = (year - years.getLowerBound()) / years.getRange().getLength();
    double width = Lettering.width(words, Palette.SMALL) + AROUND;
    boolean right = width <= (1 - share) * pixels;
    boolean beside = sheet.form() == Form.WIDE && (right || width <= share * pixels);
    if (beside) {
      marker.setLabel(words);
      marker.setLabelFont(Palette.SMALL);
      marker.setLabelPaint(Palette.SOFT_INK);
      marker.setLabelAnchor(right ? RectangleAnchor.TOP_RIGHT : RectangleAnchor.TOP_LEFT);
      marker.setLabelTextAnchor(right ? TextAnchor.TOP_LEFT : TextAnchor.TOP_RIGHT);
      marker.setLabelBackgroundColor(Palette.PAPER);
    } else {
      sheet.legend(words, Palette.dashesUp(), Palette.GREY, Palette.GREY);
    }
    plot.addDomainMarker(marker, Layer.BACKGROUND);
  }
}
