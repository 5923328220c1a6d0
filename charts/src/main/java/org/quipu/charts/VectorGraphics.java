package org.quipu.charts;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.text.AttributedCharacterIterator;

/**
 * What a figure draws, as shapes and texts instead of pixels: it hands them, in pixels of the
 * drawing, to an {@link Ink}. Pictures cannot be drawn on it.
 */
final class VectorGraphics extends StateGraphics {
  /** Who takes the shapes and texts, in the order in which they are drawn. */
  interface Ink {
    /**
     * A filled shape.
     *
     * @param clip outside of which nothing shows; null for none
     */
    void fill(Shape shape, Color color, Shape clip);

    /**
     * The outline of a shape.
     *
     * @param clip outside of which nothing shows; null for none
     */
    void stroke(Shape shape, BasicStroke stroke, Color color, Shape clip);

    /**
     * A text.
     *
     * @param clip outside of which nothing shows; null for none
     */
    void text(Text text, Color color, Shape clip);
  }

  /**
   * A line of text.
   *
   * @param x of its left end, before the transform
   * @param y of its base line, before the transform
   */
  record Text(String words, float x, float y, Font font, AffineTransform transform) {}

  private final Ink ink;

  private VectorGraphics(Graphics2D state, Ink ink) {
    super(state);
    this.ink = ink;
  }

  static VectorGraphics onto(Ink ink) {
    return new VectorGraphics(
        new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics(), ink);
  }

  @Override
  public Graphics create() {
    return new VectorGraphics((Graphics2D) state().create(), ink);
  }

  private Color color(Paint paint) {
    if (!(paint instanceof Color color)) {
      throw new IllegalArgumentException("figures are drawn in colours, not in " + paint);
    }
    float alpha = getComposite() instanceof AlphaComposite composite ? composite.getAlpha() : 1f;

    return Palette.faint(color, Math.round(color.getAlpha() * alpha));
  }

  private Shape placed(Shape shape) {
    AffineTransform transform = getTransform();

    return shape == null || transform.isIdentity()
        ? shape
        : transform.createTransformedShape(shape);
  }

  @Override
  public void fill(Shape shape) {
    ink.fill(placed(shape), color(getPaint()), placed(getClip()));
  }

  @Override
  public void draw(Shape shape) {
    if (!(getStroke() instanceof BasicStroke stroke)) {
      throw new IllegalArgumentException("lines have a basic stroke, not " + getStroke());
    }

    ink.stroke(placed(shape), stroke, color(getPaint()), placed(getClip()));
  }

  @Override
  public void drawString(String words, float x, float y) {
    if (!words.isBlank()) {
      ink.text(
          new Text(words.stripTrailing(), x, y, getFont(), getTransform()),
          color(getPaint()),
          placed(getClip()));
    }
  }

  @Override
  public void drawString(String words, int x, int y) {
    drawString(words, (float) x, (float) y);
  }

  @Override
  public void drawString(AttributedCharacterIterator words, float x, float y) {
    StringBuilder plain = new StringBuilder();
    for (char c = words.first(); c != AttributedCharacterIterator.DONE; c = words.next()) {
      plain.append(c);
    }
    drawString(plain.toString(), x, y);
  }

  @Override
  public void drawString(AttributedCharacterIterator words, int x, int y) {
    drawString(words, (float) x, (float) y);
  }

  @Override
  public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
    fill(glyphs.getOutline(x, y));
  }

  @Override
  public void drawLine(int x1, int y1, int x2, int y2) {
    draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void fillRect(int x, int y, int width, int height) {
    fill(new Rectangle2D.Double(x, y, width, height));
  }

  @Override
  public void drawRoundRect(int x, int y, int width, int height, int across, int down) {
    draw(new RoundRectangle2D.Double(x, y, width, height, across, down));
  }

  @Override
  public void fillRoundRect(int x, int y, int width, int height, int across, int down) {
    fill(new RoundRectangle2D.Double(x, y, width, height, across, down));
  }

  @Override
  public void drawOval(int x, int y, int width, int height) {
    draw(new Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public void fillOval(int x, int y, int width, int height) {
    fill(new Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public void drawArc(int x, int y, int width, int height, int start, int extent) {
    draw(new Arc2D.Double(x, y, width, height, start, extent, Arc2D.OPEN));
  }

  @Override
  public void fillArc(int x, int y, int width, int height, int start, int extent) {
    fill(new Arc2D.Double(x, y, width, height, start, extent, Arc2D.PIE));
  }

  @Override
  public void drawPolyline(int[] x, int[] y, int points) {
    draw(path(x, y, points));
  }

  @Override
  public void drawPolygon(int[] x, int[] y, int points) {
    Path2D path = path(x, y, points);
    path.closePath();
    draw(path);
  }

  @Override
  public void fillPolygon(int[] x, int[] y, int points) {
    Path2D path = path(x, y, points);
    path.closePath();
    fill(path);
  }

  private static Path2D path(int[] x, int[] y, int points) {
    Path2D path = new Path2D.Double();
    path.moveTo(x[0], y[0]);
    for (int i = 1; i < points; i++) {
      path.lineTo(x[i], y[i]);
    }

    return path;
  }

  @Override
  public Rectangle getClipBounds() {
    return state().getClipBounds();
  }

  @Override
  public boolean hit(Rectangle place, Shape shape, boolean onStroke) {
    return state().hit(place, shape, onStroke);
  }

  @Override
  public GraphicsConfiguration getDeviceConfiguration() {
    return state().getDeviceConfiguration();
  }

  @Override
  public FontMetrics getFontMetrics(Font font) {
    return state().getFontMetrics(font);
  }
}
