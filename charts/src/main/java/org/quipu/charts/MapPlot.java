package org.quipu.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A map of coloured and hatched areas. Over the sea, to the left of the country, stand the legend
 * and, above it, the capital drawn larger; on a phone the legend is below the country.
 */
final class MapPlot extends DrawnPlot {
  private static final long serialVersionUID = 1L;

  /** Lima Metropolitana and Callao: west, south, east, north. */
  private static final double[] CAPITAL = {-77.26, -12.56, -76.58, -11.53};

  private static final double CAPITAL_HEIGHT = 190;
  private static final double CAPITAL_HEIGHT_ON_PHONE = 105;
  private static final double NAME = 190;
  private static final double NAME_ON_PHONE = 115;
  private static final double GAP = 16;

  /** Pixels between the country and the edges of the plot. */
  private static final double EDGE = 8;

  /** Borders: seen on white and on the darkest class. */
  private static final Color BETWEEN = new Color(0x8C, 0x8C, 0x8C);

  private static final BasicStroke BORDER = Palette.stroke(0.8f);
  private static final BasicStroke FRAME = Palette.stroke(1.1f);
  private static final BasicStroke STRONG = Palette.stroke(2.6f);
  private static final BasicStroke STRONG_BUT_SMALL = Palette.stroke(1.8f);

  /**
   * How an area is drawn.
   *
   * @param strong with a strong outline
   * @param ringed with a ring in its middle
   * @param words of its label; empty for none
   */
  record Shade(
      MapArea area, Color fill, Hatching hatching, boolean strong, boolean ringed, String words) {}

  private final Form form;
  private final transient List<Shade> shades;
  private final transient List<MapArea> frame;
  private final transient MapLegend legend;
  private final transient MapList list;
  private final String capital;
  private transient MapLabels labels;

  /**
   * @param frame areas whose outlines are drawn over the others
   * @param list of areas that the map itself does not name
   * @param capital the name of what is drawn larger
   */
  MapPlot(
      Form form,
      List<Shade> shades,
      List<MapArea> frame,
      MapLegend legend,
      MapList list,
      String capital) {
    this.form = form;
    this.shades = shades;
    this.frame = frame;
    this.legend = legend;
    this.list = list;
    this.capital = capital;
  }

  /** How high it is with the country as wide as this, and the legend below it. */
  int heightFor(double width) {
    double[] bounds = MapArea.bounds(areas());
    double scale = (width - 2 * EDGE) / (MapProjection.squeeze(bounds) * (bounds[2] - bounds[0]));

    return (int) Math.ceil(scale * (bounds[3] - bounds[1]) + legend.height() + 4 * EDGE)
        + (int) Math.ceil(below(width));
  }

  /** Pixels of the list and of what parts it from the legend, on a phone. */
  private double below(double width) {
    double height = list.height(width - 2 * EDGE);

    return form == Form.PHONE && height > 0 ? height + GAP : 0;
  }

  /** Where the last drawing put the labels. */
  List<Rectangle2D> labelBoxes() {
    return labels.boxes();
  }

  @Override
  void paint(Graphics2D g2, Rectangle2D area) {
    if (form == Form.CARD) {
      paintFlat(g2, area);
      return;
    }

    double below = below(area.getWidth());
    double top = area.getMaxY() - below - legend.height() - 6;
    Rectangle2D key = new Rectangle2D.Double(area.getX() + 6, top, legend.width(), legend.height());
    Rectangle2D land = (Rectangle2D) area.clone();
    if (form == Form.PHONE) {
      land.setRect(area.getX(), area.getY(), area.getWidth(), top - EDGE - area.getY());
    }
    MapProjection country = country(land);
    labels = new MapLabels(land);
    draw(g2, country, null);
    legend.draw(g2, key.getX(), key.getY());
    list(g2, area, country, key, below);
    labels.reserve(key);
    if (hasCapital()) {
      drawCapital(g2, country, key);
    }
    labels.draw(g2);
  }

  /** On a card the legend and the list are beside the country, which has no labels. */
  private void paintFlat(Graphics2D g2, Rectangle2D area) {
    labels = new MapLabels(area);
    MapProjection country = country(area);
    draw(g2, country, null);
    labels.draw(g2);
    double right = country.point(MapArea.bounds(areas())[0], 0).getX();
    Rectangle2D beside =
        new Rectangle2D.Double(
            area.getX() + 6, area.getY(), right - area.getX() - GAP - 6, area.getHeight() - 2);
    list.draw(g2, legend.drawFlat(g2, beside));
  }

  /** On a phone the list is below the legend, on a square above it. */
  private void list(
      Graphics2D g2, Rectangle2D area, MapProjection country, Rectangle2D key, double below) {
    if (form == Form.PHONE) {
      list.draw(
          g2,
          new Rectangle2D.Double(
              key.getX(), key.getMaxY() + GAP, area.getWidth() - 2 * EDGE, below - GAP + 1));
    } else if (form == Form.SQUARE) {
      double right = country.point(MapArea.bounds(areas())[0], 0).getX();
      list.draw(
          g2,
          new Rectangle2D.Double(
              key.getX(), area.getY(), right - key.getX() - EDGE, key.getY() - area.getY() - EDGE));
    }
  }

  private List<MapArea> areas() {
    return shades.stream().map(Shade::area).toList();
  }

  /** The country as large as it fits, at the right edge, so that there is sea at the left. */
  private MapProjection country(Rectangle2D area) {
    double[] bounds = MapArea.bounds(areas());
    double squeeze = MapProjection.squeeze(bounds);
    double width = squeeze * (bounds[2] - bounds[0]);
    double height = bounds[3] - bounds[1];
    double scale =
        Math.min((area.getWidth() - 2 * EDGE) / width, (area.getHeight() - 2 * EDGE) / height);

    return new MapProjection(
        bounds[0],
        bounds[3],
        area.getMaxX() - EDGE - scale * width,
        area.getCenterY() - scale * height / 2,
        squeeze,
        scale);
  }

  private boolean hasCapital() {
    if (form.fixed()) {
      return false;
    }

    double[] bounds = MapArea.bounds(areas());

    return bounds[0] < CAPITAL[0]
        && bounds[1] < CAPITAL[1]
        && bounds[2] > CAPITAL[2]
        && bounds[3] > CAPITAL[3];
  }

  private void drawCapital(Graphics2D g2, MapProjection country, Rectangle2D key) {
    double height = form == Form.PHONE ? CAPITAL_HEIGHT_ON_PHONE : CAPITAL_HEIGHT;
    double scale = height / (CAPITAL[3] - CAPITAL[1]);
    double width = scale * country.squeeze() * (CAPITAL[2] - CAPITAL[0]);
    double nameWidth = form == Form.PHONE ? NAME_ON_PHONE : NAME;
    double gap = form == Form.PHONE ? EDGE : 2 * GAP;
    Rectangle2D window =
        new Rectangle2D.Double(key.getX(), key.getY() - height - gap, width, height);
    List<String> name = Lettering.lines(capital, Palette.SMALL, nameWidth);
    MapProjection larger =
        new MapProjection(
            CAPITAL[0], CAPITAL[3], window.getX(), window.getY(), country.squeeze(), scale);
    double nameHeight = GAP * name.size();
    labels.reserve(window);
    labels.reserve(
        new Rectangle2D.Double(window.getX(), window.getY() - nameHeight, nameWidth, nameHeight));
    g2.setPaint(Palette.PAPER);
    g2.fill(window);
    draw(g2, larger, window);
    g2.setPaint(Palette.SOFT_INK);
    g2.setStroke(FRAME);
    g2.draw(window);
    Point2D northWest = country.point(CAPITAL[0], CAPITAL[3]);
    Point2D southEast = country.point(CAPITAL[2], CAPITAL[1]);
    Rectangle2D place = new Rectangle2D.Double();
    place.setFrameFromDiagonal(northWest, southEast);
    g2.draw(place);
    g2.setFont(Palette.SMALL);
    g2.setPaint(Palette.INK);
    for (int i = 0; i < name.size(); i++) {
      double above = GAP * (name.size() - 1 - i) + 5;
      g2.drawString(name.get(i), (float) window.getX(), (float) (window.getY() - above));
    }
  }

  /**
   * Draws the areas, or what of them lies in a window.
   *
   * @param window null for none
   */
  private void draw(Graphics2D g2, MapProjection projection, Rectangle2D window) {
    List<Shape> outlines = new ArrayList<>();
    for (Shade shade : shades) {
      Shape outline = cut(projection.outline(shade.area()), window);
      outlines.add(outline);
      g2.setPaint(shade.fill());
      g2.fill(outline);
      shade.hatching().draw(g2, outline, shade.fill());
    }
    g2.setPaint(BETWEEN);
    g2.setStroke(BORDER);
    for (Shape outline : outlines) {
      if (!outline.getBounds2D().isEmpty()) {
        g2.draw(outline);
      }
    }
    g2.setPaint(Palette.SOFT_INK);
    g2.setStroke(FRAME);
    frame.forEach(area -> g2.draw(cut(projection.outline(area), window)));
    g2.setPaint(Palette.INK);
    g2.setStroke(form == Form.WIDE ? STRONG : STRONG_BUT_SMALL);
    for (int i = 0; i < shades.size(); i++) {
      if (shades.get(i).strong() && !outlines.get(i).getBounds2D().isEmpty()) {
        g2.draw(outlines.get(i));
      }
    }
    for (int i = 0; i < shades.size(); i++) {
      mark(g2, shades.get(i), outlines.get(i), projection, window);
    }
  }

  private void mark(
      Graphics2D g2, Shade shade, Shape outline, MapProjection projection, Rectangle2D window) {
    double[] degrees = shade.area().middle();
    Point2D middle = projection.point(degrees[0], degrees[1]);
    boolean here = window == null || window.contains(middle);
    if (shade.ringed() && here) {
      ring(g2, middle.getX(), middle.getY());
    }
    boolean larger = hasCapital() && inCapital(shade.area());
    if (larger == (window != null)) {
      labels.add(shade.words(), shade.strong(), middle, outline);
    } else if (window == null || !outline.getBounds2D().isEmpty()) {
      labels.cover(outline);
    }
  }

  private static boolean inCapital(MapArea area) {
    double[] bounds = MapArea.bounds(List.of(area));

    return bounds[0] > CAPITAL[0]
        && bounds[1] > CAPITAL[1]
        && bounds[2] < CAPITAL[2]
        && bounds[3] < CAPITAL[3];
  }

  private static Shape cut(Path2D outline, Rectangle2D window) {
    if (window == null) {
      return outline;
    }

    Area part = new Area();
    if (outline.getBounds2D().intersects(window)) {
      part.add(new Area(outline));
      part.intersect(new Area(window));
    }

    return part;
  }

  /** The ring that marks an area. */
  static void ring(Graphics2D g2, double x, double y) {
    Shape ring = new java.awt.geom.Ellipse2D.Double(x - 3.2, y - 3.2, 6.4, 6.4);
    g2.setPaint(Palette.PAPER);
    g2.fill(ring);
    g2.setPaint(Palette.INK);
    g2.setStroke(Palette.stroke(1.2f));
    g2.draw(ring);
  }
}
