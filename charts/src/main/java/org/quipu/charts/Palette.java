package org.quipu.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * Colours, shapes, strokes and fonts of all figures. The colours are those that Okabe and Ito chose
 * for readers who see colours differently; nothing is shown by colour alone.
 */
final class Palette {
  static final Color INK = new Color(0x22, 0x22, 0x22);
  static final Color SOFT_INK = new Color(0x55, 0x55, 0x55);
  static final Color GRID = new Color(0xE2, 0xE2, 0xE2);
  static final Color BAND = new Color(0, 0, 0, 16);
  static final Color HIGHLIGHT = new Color(0xE6, 0x9F, 0x00, 50);
  static final Color PAPER = Color.WHITE;

  static final Color BLUE = new Color(0x00, 0x72, 0xB2);
  static final Color ORANGE = new Color(0xE6, 0x9F, 0x00);

  /** Orange dark enough for words. */
  static final Color ORANGE_INK = new Color(0x9A, 0x5B, 0x00);

  static final Color VERMILLION = new Color(0xD5, 0x5E, 0x00);
  static final Color GREEN = new Color(0x00, 0x9E, 0x73);
  static final Color PURPLE = new Color(0xCC, 0x79, 0xA7);
  static final Color GREY = new Color(0x77, 0x77, 0x77);
  static final Color ALARM = new Color(0x8B, 0x00, 0x00);

  private static final Font REGULAR = Typeface.REGULAR.font();
  private static final Font BOLD = Typeface.BOLD.font();

  static final Font TITLE = BOLD.deriveFont(15f);
  static final Font SUBTITLE = REGULAR.deriveFont(12.5f);
  static final Font LABEL = REGULAR.deriveFont(12f);
  static final Font STRONG = BOLD.deriveFont(12f);
  static final Font SMALL = REGULAR.deriveFont(12f);

  static final BasicStroke THIN = stroke(1.3f);
  static final BasicStroke LINE = stroke(2f);
  static final BasicStroke DASHED =
      new BasicStroke(1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0);

  /** The luminance from which white and black letters have the same contrast. */
  private static final double DARK = Math.sqrt(1.05 * 0.05) - 0.05;

  /** The luminance whose contrast with paper is 4.5. */
  private static final double LIGHTEST = 1.05 / 4.5 - 0.05;

  private Palette() {}

  /** Smooth lines and text whose width does not jump with the scale. */
  static void smooth(Graphics2D g2) {
    g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g2.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g2.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  static BasicStroke stroke(float width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  static Color faint(Color color, int alpha) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }

  /** A colour on the way from one to another. */
  static Color mix(Color from, Color to, double share) {
    return new Color(
        (int) Math.round(from.getRed() + share * (to.getRed() - from.getRed())),
        (int) Math.round(from.getGreen() + share * (to.getGreen() - from.getGreen())),
        (int) Math.round(from.getBlue() + share * (to.getBlue() - from.getBlue())));
  }

  /** Whether white is easier to see on a colour than ink. */
  static boolean isDark(Color color) {
    return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue() < 140;
  }

  /** The letters that stand out most on a colour: at least 4.5 times as light or as dark. */
  static Color lettersOn(Color ground) {
    return luminance(ground) < DARK ? PAPER : Color.BLACK;
  }

  /** The colour, or a darker one of its hue, for words on paper. */
  static Color words(Color color) {
    Color darker = color;
    for (double share = 0.05; luminance(darker) > LIGHTEST; share += 0.05) {
      darker = mix(color, Color.BLACK, share);
    }

    return darker;
  }

  /** From 0 to 1, WCAG 2.2. */
  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  /** Of the channels of sRGB, IEC 61966-2-1. */
  private static double linear(int channel) {
    double share = channel / 255.0;

    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  static Shape circle(double radius) {
    return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
  }

  static Shape square(double radius) {
    return new Rectangle2D.Double(-radius, -radius, 2 * radius, 2 * radius);
  }

  static Shape bar(double halfWidth, double halfHeight) {
    return new Rectangle2D.Double(-halfWidth, -halfHeight, 2 * halfWidth, 2 * halfHeight);
  }

  /** A dashed line in a legend. */
  static Shape dashes() {
    Path2D dashes = new Path2D.Double();
    for (int middle = -8; middle <= 8; middle += 8) {
      dashes.append(new Rectangle2D.Double(middle - 2.5, -0.75, 5, 1.5), false);
    }

    return dashes;
  }

  /** A dashed line upwards in a legend. */
  static Shape dashesUp() {
    Path2D dashes = new Path2D.Double();
    dashes.append(new Rectangle2D.Double(-0.75, -6, 1.5, 5), false);
    dashes.append(new Rectangle2D.Double(-0.75, 1, 1.5, 5), false);

    return dashes;
  }

  static Shape diamond(double radius) {
    return polygon(0, -radius, radius, 0, 0, radius, -radius, 0);
  }

  static Shape triangleUp(double radius) {
    return polygon(0, -radius, radius, 0.8 * radius, -radius, 0.8 * radius);
  }

  static Shape triangleDown(double radius) {
    return polygon(0, radius, radius, -0.8 * radius, -radius, -0.8 * radius);
  }

  private static Shape polygon(double... coordinates) {
    Path2D path = new Path2D.Double();
    path.moveTo(coordinates[0], coordinates[1]);
    for (int i = 2; i < coordinates.length; i += 2) {
      path.lineTo(coordinates[i], coordinates[i + 1]);
    }
    path.closePath();

    return path;
  }
}
