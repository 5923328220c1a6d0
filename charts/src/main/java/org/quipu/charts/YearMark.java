package org.quipu.charts;

import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;

/** A dashed line at a point in time, with what happened there. */
final class YearMark {
  private YearMark() {}

  /** With its words to the right of the line. */
  static ValueMarker wordsRight(double year, String words) {
    return marker(year, words, RectangleAnchor.TOP_RIGHT, TextAnchor.TOP_LEFT);
  }

  /** With its words to the left of the line. */
  static ValueMarker wordsLeft(double year, String words) {
    return marker(year, words, RectangleAnchor.TOP_LEFT, TextAnchor.TOP_RIGHT);
  }

  private static ValueMarker marker(
      double year, String words, RectangleAnchor at, TextAnchor anchor) {
    ValueMarker marker = new ValueMarker(year, Palette.GREY, Palette.DASHED);
    marker.setLabel(words);
    marker.setLabelFont(Palette.SMALL);
    marker.setLabelPaint(Palette.SOFT_INK);
    marker.setLabelAnchor(at);
    marker.setLabelTextAnchor(anchor);
    marker.setLabelBackgroundColor(Palette.PAPER);

    return marker;
  }
}
