package org.quipu.charts;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * A label on nearly opaque paper, which stands over whatever a plot has there.
 *
 * @param words a line each
 */
record LabelBox(String words, boolean strong) {
  /** Pixels of paper beside the longest line, on both sides together. */
  private static final double BESIDE = 4;

  private static final int OPAQUE = 225;

  /** Pixels from the lower end of a line's room to the line that letters stand on. */
  private static final float BELOW = 2.5f;

  private String[] lines() {
    return words.split("\n", -1);
  }

  private Font font() {
    return strong ? Palette.STRONG : Palette.SMALL;
  }

  /**
   * The point that wants this label.
   *
   * @param radius that the label keeps away from the point
   */
  LabelPlacer.Anchor anchor(Graphics2D g2, double x, double y, double radius) {
    FontMetrics metrics = g2.getFontMetrics(font());
    double width = 0;
    for (String line : lines()) {
      width = Math.max(width, metrics.getStringBounds(line, g2).getWidth());
    }

    return new LabelPlacer.Anchor(
        x, y, radius, width + BESIDE, lines().length * (metrics.getAscent() + 1.0));
  }

  /** Writes the label into the place that was found for it. */
  void write(Graphics2D g2, Rectangle2D box) {
    g2.setPaint(Palette.faint(Palette.PAPER, OPAQUE));
    g2.fill(box);
    g2.setPaint(Palette.INK);
    g2.setFont(font());
    String[] lines = lines();
    for (int i = 0; i < lines.length; i++) {
      double width = g2.getFontMetrics().getStringBounds(lines[i], g2).getWidth();
      double bottom = box.getY() + box.getHeight() * (i + 1) / lines.length;
      g2.drawString(lines[i], (float) (box.getCenterX() - width / 2), (float) bottom - BELOW);
    }
  }
}
