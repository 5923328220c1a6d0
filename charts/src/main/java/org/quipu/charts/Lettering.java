package org.quipu.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/** Words of figures: how wide they are, where their lines end, and how they are written. */
final class Lettering {
  private static final FontRenderContext PLAIN = new FontRenderContext(null, true, true);

  private Lettering() {}

  /** The width of a text in pixels. */
  static double width(String text, Font font) {
    return font.getStringBounds(text, PLAIN).getWidth();
  }

  /** A text in lines of this width; a word that is wider has a line of its own. */
  static List<String> lines(String text, Font font, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, font) > width) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);

    return lines;
  }

  /** A text, or its beginning and an ellipsis where it is wider than this. */
  static String shortened(String text, Font font, double width) {
    if (width(text, font) <= width) {
      return text;
    }

    int end = text.length();
    while (end > 0 && width(text.substring(0, end).strip() + "…", font) > width) {
      end--;
    }

    return text.substring(0, end).strip() + "…";
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
