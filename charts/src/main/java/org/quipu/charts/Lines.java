package org.quipu.charts;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/** How wide texts are, and where their lines end. */
final class Lines {
  private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

  private Lines() {}

  /** The width of a text in pixels. */
  static double width(String text, Font font) {
    return font.getStringBounds(text, METRICS).getWidth();
  }

  /** A text in lines of this width; a word that is wider has a line of its own. */
  static List<String> of(String text, Font font, double width) {
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

  /** Lines as one text. */
  static String join(List<String> lines) {
    return String.join("\n", lines);
  }
}
