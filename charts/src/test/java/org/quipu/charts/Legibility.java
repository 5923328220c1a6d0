package org.quipu.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Reads a drawing as a reader would: which of its texts leave the sheet, are cut, overlap, are too
 * small, or are hard to tell from their ground.
 */
final class Legibility implements VectorGraphics.Ink {
  /** WCAG 2.2, success criterion 1.4.3. */
  private static final double LEAST_CONTRAST = 4.5;

  /** Letters as small as this are only for what must not be read first: the faint watermark. */
  private static final double WATERMARK = 20;

  private static final double TOLERANCE = 0.6;
  private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

  private record Fill(Shape shape, Color color, Shape clip) {
    boolean covers(Point2D point) {
      return shape.contains(point) && (clip == null || clip.contains(point));
    }
  }

  /** A text and the box of its letters, from the tops of capitals to the feet of descenders. */
  private record Written(String words, Rectangle2D box) {}

  private final Rectangle2D sheet;
  private final double leastSize;
  private final List<Fill> fills = new ArrayList<>();
  private final List<Written> texts = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  private Legibility(double width, double height, double leastSize) {
    this.sheet = new Rectangle2D.Double(0, 0, width, height);
    this.leastSize = leastSize;
  }

  /** What is wrong with a figure in a form. */
  static List<String> faults(Figure figure, Form form) {
    Figure drawn = figure.in(form);

    return faults(drawn.width(), drawn.height(), form == Form.PHONE ? 11 : 12, drawn::paint);
  }

  /**
   * What is wrong with a drawing.
   *
   * @param leastSize of letters, in pixels
   */
  static List<String> faults(
      double width, double height, double leastSize, Consumer<Graphics2D> drawing) {
    Legibility reader = new Legibility(width, height, leastSize);
    Graphics2D g2 = VectorGraphics.onto(reader);
    Palette.smooth(g2);
    drawing.accept(g2);

    return reader.faults;
  }

  @Override
  public void fill(Shape shape, Color color, Shape clip) {
    fills.add(new Fill(shape, color, clip));
  }

  @Override
  public void stroke(Shape shape, BasicStroke stroke, Color color, Shape clip) {
    // Lines may cross the ground of a text.
  }

  @Override
  public void text(VectorGraphics.Text text, Color color, Shape clip) {
    float size = text.font().getSize2D();
    if (size > WATERMARK && color.getAlpha() < 255) {
      return;
    }

    double width = text.font().getStringBounds(text.words(), METRICS).getWidth();
    AffineTransform transform = text.transform();
    Rectangle2D box =
        transform
            .createTransformedShape(
                new Rectangle2D.Double(
                    text.x(), text.y() - 0.72 * size, width, (0.72 + 0.2) * size))
            .getBounds2D();
    if (!grown(sheet).contains(box)) {
      fault("outside the sheet: \"%s\" at %s", text.words(), place(box));
    } else if (clip != null && !grown(clip.getBounds2D()).contains(box)) {
      fault("cut: \"%s\" at %s, in %s", text.words(), place(box), place(clip.getBounds2D()));
    }
    if (text.words().endsWith("...")) {
      fault("shortened: \"%s\"", text.words());
    }
    for (Written other : texts) {
      Rectangle2D common = box.createIntersection(other.box());
      if (common.getWidth() > TOLERANCE && common.getHeight() > TOLERANCE) {
        fault("overlap: \"%s\" and \"%s\" at %s", other.words(), text.words(), place(common));
      }
    }
    texts.add(new Written(text.words(), box));
    double drawnSize = size * Math.sqrt(Math.abs(transform.getDeterminant()));
    if (drawnSize < leastSize - 1e-6) {
      fault("small: \"%s\" has %.1f pixels", text.words(), drawnSize);
    }
    for (double along : new double[] {0.05, 0.5, 0.95}) {
      Point2D point =
          transform.transform(
              new Point2D.Double(text.x() + along * width, text.y() - 0.36 * size), null);
      double contrast = contrast(color, ground(point));
      if (contrast < LEAST_CONTRAST) {
        fault("contrast: \"%s\" has %.2f", text.words(), contrast);
        break;
      }
    }
  }

  private void fault(String format, Object... values) {
    faults.add(String.format(Locale.ROOT, format, values));
  }

  private static Rectangle2D grown(Rectangle2D box) {
    return new Rectangle2D.Double(
        box.getX() - TOLERANCE,
        box.getY() - TOLERANCE,
        box.getWidth() + 2 * TOLERANCE,
        box.getHeight() + 2 * TOLERANCE);
  }

  private static String place(Rectangle2D box) {
    return String.format(
        Locale.ROOT,
        "%.0f–%.0f, %.0f–%.0f",
        box.getMinX(),
        box.getMaxX(),
        box.getMinY(),
        box.getMaxY());
  }

  private Color ground(Point2D point) {
    Color ground = Color.WHITE;
    for (Fill fill : fills) {
      if (fill.covers(point)) {
        ground =
            Palette.mix(ground, Palette.faint(fill.color(), 255), fill.color().getAlpha() / 255.0);
      }
    }

    return ground;
  }

  /** The contrast ratio of WCAG 2.2. */
  static double contrast(Color one, Color other) {
    double light = luminance(one);
    double dark = luminance(other);

    return (Math.max(light, dark) + 0.05) / (Math.min(light, dark) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double share = channel / 255.0;

    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
