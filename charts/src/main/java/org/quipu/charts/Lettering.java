package org.quipu.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;

/** Words of plots that draw themselves. */
final class Lettering {
  private static final FontRenderContext PLAIN = new FontRenderContext(null, true, true);

  private Lettering() {}

  /** The width of a text in pixels. */
  static double width(String text, Font font) {
    return font.getStringBounds(text, PLAIN).getWidth();
  }

  /** Words that begin at a place, centred on a height. */
  static void from(Graphics2D g2, String text, double x, double middle, Font font, Color color) {
    g2.setFont(font);
    g2.setPaint(color);
    g2.drawString(text, (float) x, (float) (middle + 0.36 * font.getSize2D()));
  }

  /** Words that end at a place. */
  static void upTo(Graphics2D g2, String text, double x, double middle, Font font, Color color) {
    from(g2, text, x - width(text, font), middle, font, color);
  }

  /** Words with a place in their middle. */
  static void around(Graphics2D g2, String text, double x, double middle, Font font, Color color) {
    from(g2, text, x - width(text, font) / 2, middle, font, color);
  }
}
