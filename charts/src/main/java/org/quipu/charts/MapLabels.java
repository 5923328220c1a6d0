package org.quipu.charts;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** The labels of the areas of a map: in their own area where they fit, otherwise outside all. */
final class MapLabels {
  private static final int ACROSS = 7;
  private static final int DOWN = 4;
  private static final double ABROAD = 260;
  private static final double ON_UNLABELLED = 110;
  private static final double RESERVED = 1e5;
  private static final int RESERVED_OWNER = 0xFFFFFF;
  private static final int NOBODY = 0xFFFFFE;

  /** An area less than so many times as large as its label would be hidden by it. */
  private static final double HIDDEN = 2;

  private record Label(LabelBox box, Point2D place, int owner, Rectangle2D territory) {}

  private final Rectangle2D bounds;
  private final BufferedImage owners;
  private final Graphics2D territory;
  private final List<Label> labels = new ArrayList<>();
  private List<Rectangle2D> boxes = List.of();
  private int areas;

  /**
   * @param bounds that no label leaves
   */
  MapLabels(Rectangle2D bounds) {
    this.bounds = bounds;
    this.owners =
        new BufferedImage(
            (int) bounds.getWidth() + 2, (int) bounds.getHeight() + 2, BufferedImage.TYPE_INT_RGB);
    this.territory = owners.createGraphics();
    territory.translate(-bounds.getX(), -bounds.getY());
  }

  /**
   * An area and its label.
   *
   * @param words a line each; empty for none
   */
  void add(String words, boolean strong, Point2D place, Shape outline) {
    if (words.isEmpty()) {
      cover(outline);
      return;
    }

    areas++;
    territory.setColor(new Color(areas));
    territory.fill(outline);
    labels.add(new Label(new LabelBox(words, strong), place, areas, outline.getBounds2D()));
  }

  /** An area without a label here. */
  void cover(Shape outline) {
    territory.setColor(new Color(NOBODY));
    territory.fill(outline);
  }

  /** A place that no label may cover, unless areas are added in it later. */
  void reserve(Rectangle2D place) {
    territory.setColor(new Color(RESERVED_OWNER));
    territory.fill(place);
  }

  List<Rectangle2D> boxes() {
    return boxes;
  }

  void draw(Graphics2D g2) {
    territory.dispose();
    List<LabelPlacer.Anchor> anchors =
        labels.stream()
            .map(label -> label.box().anchor(g2, label.place().getX(), label.place().getY(), 0))
            .toList();
    boxes = LabelPlacer.place(bounds, anchors, (label, box) -> abroad(labels.get(label), box));
    for (int i = 0; i < boxes.size(); i++) {
      leader(g2, labels.get(i).place(), boxes.get(i));
    }
    for (int i = 0; i < boxes.size(); i++) {
      labels.get(i).box().write(g2, boxes.get(i));
    }
  }

  /**
   * The cost of the share of a box that lies in the territories of others, or in its own if that is
   * so small that it would be hidden.
   */
  private double abroad(Label label, Rectangle2D box) {
    Rectangle2D own = label.territory();
    double size = own.getWidth() * own.getHeight();
    double home = size < HIDDEN * box.getWidth() * box.getHeight() ? ON_UNLABELLED : 0;
    double cost = 0;
    for (int i = 0; i < ACROSS; i++) {
      for (int j = 0; j < DOWN; j++) {
        double x = box.getX() - bounds.getX() + box.getWidth() * i / (ACROSS - 1.0);
        double y = box.getY() - bounds.getY() + box.getHeight() * j / (DOWN - 1.0);
        int there = owners.getRGB((int) x, (int) y) & 0xFFFFFF;
        cost += there == label.owner() ? home : cost(there);
      }
    }

    return cost / (ACROSS * DOWN);
  }

  private static double cost(int owner) {
    return switch (owner) {
      case 0 -> 0;
      case NOBODY -> ON_UNLABELLED;
      case RESERVED_OWNER -> RESERVED;
      default -> ABROAD;
    };
  }

  /** A thin line from a label to its area, where it stands outside. */
  private static void leader(Graphics2D g2, Point2D place, Rectangle2D box) {
    double x = Math.min(Math.max(place.getX(), box.getMinX()), box.getMaxX());
    double y = Math.min(Math.max(place.getY(), box.getMinY()), box.getMaxY());
    if (place.distance(x, y) > 0) {
      Line2D line = new Line2D.Double(place.getX(), place.getY(), x, y);
      g2.setPaint(Palette.PAPER);
      g2.setStroke(Palette.stroke(3));
      g2.draw(line);
      g2.setPaint(Palette.INK);
      g2.setStroke(Palette.stroke(1));
      g2.draw(line);
      g2.fill(new Ellipse2D.Double(place.getX() - 1.8, place.getY() - 1.8, 3.6, 3.6));
    }
  }
}
