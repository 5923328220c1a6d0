package org.quipu.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.quipu.text.Language;

/**
 * The legend of a map, to stand over the sea: a bar of classes with their limits and the country's
 * value beside it, and below it what else covers areas.
 */
final class MapLegend {
  private static final double BOX_WIDTH = 26;
  private static final double BOX_HEIGHT = 21;
  private static final double BOX_HEIGHT_FIXED = 14;
  private static final double LINE = 16;
  private static final double KEY = 19;
  private static final double LIMITS = 36;

  /** Pixels that a legend over the sea may be wide, and its heading. */
  private static final double WIDTH = 310;

  private static final double HEADING = 190;

  /**
   * Pixels of a card that the heading may be wide, the bar with its words, and what is beside it.
   */
  private static final double HEADING_ON_CARD = 400;

  private static final double BAR_ON_CARD = 165;
  private static final double BESIDE_ON_CARD = 245;

  private record Key(
      List<String> lines, Color fill, Hatching hatching, boolean strong, boolean ringed) {}

  private final Language language;
  private final boolean flat;
  private final double boxHeight;
  private final double widest;
  private final List<String> heading;
  private final Classes classes;
  private final List<Key> keys = new ArrayList<>();
  private List<String> nation = List.of();
  private double nationAt = Double.NaN;

  /**
   * @param heading what is classed, and its unit
   */
  MapLegend(Language language, Form form, String heading, Classes classes) {
    this.language = language;
    this.flat = form == Form.CARD;
    this.boxHeight = form.fixed() ? BOX_HEIGHT_FIXED : BOX_HEIGHT;
    this.widest =
        switch (form) {
          case WIDE -> WIDTH;
          case PHONE -> form.room() - 24;
          case SQUARE -> form.room() / 2.0;
          case CARD -> BESIDE_ON_CARD;
        };
    this.heading =
        heading.isEmpty()
            ? List.of()
            : Lettering.lines(heading, Palette.STRONG, headingWidth(form));
    this.classes = classes;
  }

  private double headingWidth(Form form) {
    return switch (form) {
      case WIDE -> HEADING;
      case PHONE, SQUARE -> widest;
      case CARD -> HEADING_ON_CARD;
    };
  }

  /** Marks the country's value beside the bar, with these words. */
  MapLegend nation(double value, String words) {
    this.nationAt = value;
    double room = (flat ? BAR_ON_CARD : widest) - BOX_WIDTH - LIMITS - 12;
    this.nation = Lettering.lines(words, Palette.STRONG, room);

    return this;
  }

  /** What a colour and a pattern mean. */
  MapLegend key(String text, Color fill, Hatching hatching) {
    keys.add(key(text, fill, hatching, false, false));

    return this;
  }

  private Key key(String text, Color fill, Hatching hatching, boolean strong, boolean ringed) {
    List<String> lines = Lettering.lines(text, Palette.SMALL, widest - BOX_WIDTH - 8);

    return new Key(lines, fill, hatching, strong, ringed);
  }

  /** What a strong outline means. */
  MapLegend strongKey(String text) {
    keys.add(key(text, Palette.PAPER, Hatching.NONE, true, false));

    return this;
  }

  /** What a ring in an area means. */
  MapLegend ringKey(String text) {
    keys.add(key(text, Palette.PAPER, Hatching.NONE, false, true));

    return this;
  }

  private double headingHeight() {
    return heading.size() * LINE + 5;
  }

  /** The country's words may need more height than the bar beside which they stand. */
  private double barHeight() {
    double words = Math.max(0, nation.size() - 1) * LINE / 2;

    return classes.size() == 0 ? 0 : classes.size() * boxHeight + 12 + words;
  }

  double height() {
    return headingHeight() + barHeight() + keysHeight();
  }

  private double keysHeight() {
    return keys.stream().mapToDouble(MapLegend::height).sum();
  }

  private static double height(Key key) {
    return KEY + (key.lines().size() - 1) * LINE;
  }

  double width() {
    double width = BOX_WIDTH + LIMITS + 12 + width(nation, Palette.STRONG);
    width = Math.max(width, width(heading, Palette.STRONG));
    for (Key key : keys) {
      width = Math.max(width, BOX_WIDTH + 8 + width(key.lines(), Palette.SMALL));
    }

    return width;
  }

  private static double width(List<String> lines, Font font) {
    return lines.stream().mapToDouble(line -> Lettering.width(line, font)).max().orElse(0);
  }

  /** Draws the legend with its upper left corner here. */
  void draw(Graphics2D g2, double x, double y) {
    double top = bar(g2, x, y);
    keys(g2, x, top + barHeight());
  }

  /**
   * Draws the legend from the left upper corner of a flat box, the keys beside the bar, and returns
   * what of the box is left above the keys.
   */
  Rectangle2D drawFlat(Graphics2D g2, Rectangle2D box) {
    double top = bar(g2, box.getX(), box.getY());
    double x = box.getX() + (classes.size() == 0 ? 0 : BAR_ON_CARD);
    double keysTop = box.getMaxY() - keysHeight();
    keys(g2, x, keysTop);

    return new Rectangle2D.Double(x, top, box.getMaxX() - x, keysTop - 6 - top);
  }

  /** Draws heading and bar, and returns where the bar begins. */
  private double bar(Graphics2D g2, double x, double y) {
    g2.setFont(Palette.STRONG);
    g2.setPaint(Palette.INK);
    double baseline = y + 12;
    for (String line : heading) {
      g2.drawString(line, (float) x, (float) baseline);
      baseline += LINE;
    }
    double top = y + headingHeight();
    if (classes.size() > 0) {
      boxes(g2, x, top + classes.size() * boxHeight);
      nation(g2, x, top + classes.size() * boxHeight);
    }

    return top;
  }

  /** The highest class on top, its limits to the right. */
  private void boxes(Graphics2D g2, double x, double bottom) {
    for (int i = 0; i < classes.size(); i++) {
      Rectangle2D box =
          new Rectangle2D.Double(x, bottom - (i + 1) * boxHeight, BOX_WIDTH, boxHeight);
      g2.setPaint(classes.colorOf(i));
      g2.fill(box);
      g2.setPaint(Palette.SOFT_INK);
      g2.setStroke(Palette.stroke(0.8f));
      g2.draw(box);
    }
    g2.setFont(Palette.SMALL);
    g2.setPaint(Palette.INK);
    for (int i = 0; i <= classes.size(); i++) {
      double limit = i < classes.size() ? classes.low(i) : classes.high(i - 1);
      if (Double.isFinite(limit)) {
        double y = bottom - i * boxHeight;
        g2.drawString(classes.text(language, limit), (float) (x + BOX_WIDTH + 6), (float) y + 4);
      }
    }
  }

  private void nation(Graphics2D g2, double x, double bottom) {
    if (Double.isNaN(nationAt)) {
      return;
    }

    double y = bottom - classes.position(nationAt) * boxHeight;
    double tip = x + BOX_WIDTH + LIMITS;
    g2.setPaint(Palette.INK);
    g2.setStroke(Palette.stroke(1.6f));
    g2.draw(new Line2D.Double(x - 3, y, x + BOX_WIDTH + 3, y));
    Path2D arrow = new Path2D.Double();
    arrow.moveTo(tip, y);
    arrow.lineTo(tip + 7, y - 4.5);
    arrow.lineTo(tip + 7, y + 4.5);
    arrow.closePath();
    g2.fill(arrow);
    g2.setFont(Palette.STRONG);
    double baseline = y + 4 - (nation.size() - 1) * LINE / 2;
    for (String line : nation) {
      g2.drawString(line, (float) tip + 10, (float) baseline);
      baseline += LINE;
    }
  }

  private void keys(Graphics2D g2, double x, double top) {
    double y = top;
    for (Key key : keys) {
      Rectangle2D box = new Rectangle2D.Double(x, y, BOX_WIDTH, KEY - 5);
      g2.setPaint(key.fill());
      g2.fill(box);
      key.hatching().draw(g2, box, key.fill());
      g2.setPaint(key.strong() ? Palette.INK : Palette.SOFT_INK);
      g2.setStroke(Palette.stroke(key.strong() ? 2.2f : 0.8f));
      g2.draw(box);
      if (key.ringed()) {
        MapPlot.ring(g2, box.getCenterX(), box.getCenterY());
      }
      g2.setFont(Palette.SMALL);
      g2.setPaint(Palette.INK);
      for (int i = 0; i < key.lines().size(); i++) {
        double baseline = y + 11.5 + i * LINE;
        g2.drawString(key.lines().get(i), (float) (x + BOX_WIDTH + 8), (float) baseline);
      }
      y += height(key);
    }
  }
}
