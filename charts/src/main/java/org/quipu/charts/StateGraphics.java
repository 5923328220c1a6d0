package org.quipu.charts;

import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.util.Map;

/** A graphics context that keeps its state in another one, and has no pixels. */
abstract class StateGraphics extends Graphics2D {
  private final Graphics2D state;

  StateGraphics(Graphics2D state) {
    this.state = state;
  }

  final Graphics2D state() {
    return state;
  }

  @Override
  public void dispose() {
    state.dispose();
  }

  @Override
  public Color getColor() {
    return state.getColor();
  }

  @Override
  public void setColor(Color color) {
    state.setColor(color);
  }

  @Override
  public Paint getPaint() {
    return state.getPaint();
  }

  @Override
  public void setPaint(Paint paint) {
    state.setPaint(paint);
  }

  @Override
  public Color getBackground() {
    return state.getBackground();
  }

  @Override
  public void setBackground(Color color) {
    state.setBackground(color);
  }

  @Override
  public Composite getComposite() {
    return state.getComposite();
  }

  @Override
  public void setComposite(Composite composite) {
    state.setComposite(composite);
  }

  @Override
  public Stroke getStroke() {
    return state.getStroke();
  }

  @Override
  public void setStroke(Stroke stroke) {
    state.setStroke(stroke);
  }

  @Override
  public Font getFont() {
    return state.getFont();
  }

  @Override
  public void setFont(Font font) {
    state.setFont(font);
  }

  @Override
  public FontRenderContext getFontRenderContext() {
    return state.getFontRenderContext();
  }

  @Override
  public Object getRenderingHint(RenderingHints.Key key) {
    return state.getRenderingHint(key);
  }

  @Override
  public void setRenderingHint(RenderingHints.Key key, Object value) {
    state.setRenderingHint(key, value);
  }

  @Override
  public RenderingHints getRenderingHints() {
    return state.getRenderingHints();
  }

  @Override
  public void setRenderingHints(Map<?, ?> hints) {
    state.setRenderingHints(hints);
  }

  @Override
  public void addRenderingHints(Map<?, ?> hints) {
    state.addRenderingHints(hints);
  }

  @Override
  public AffineTransform getTransform() {
    return state.getTransform();
  }

  @Override
  public void setTransform(AffineTransform transform) {
    state.setTransform(transform);
  }

  @Override
  public void transform(AffineTransform transform) {
    state.transform(transform);
  }

  @Override
  public void translate(int x, int y) {
    state.translate(x, y);
  }

  @Override
  public void translate(double x, double y) {
    state.translate(x, y);
  }

  @Override
  public void rotate(double angle) {
    state.rotate(angle);
  }

  @Override
  public void rotate(double angle, double x, double y) {
    state.rotate(angle, x, y);
  }

  @Override
  public void scale(double across, double down) {
    state.scale(across, down);
  }

  @Override
  public void shear(double across, double down) {
    state.shear(across, down);
  }

  @Override
  public Shape getClip() {
    return state.getClip();
  }

  @Override
  public void setClip(Shape clip) {
    state.setClip(clip);
  }

  @Override
  public void setClip(int x, int y, int width, int height) {
    state.setClip(x, y, width, height);
  }

  @Override
  public void clip(Shape clip) {
    state.clip(clip);
  }

  @Override
  public void clipRect(int x, int y, int width, int height) {
    state.clipRect(x, y, width, height);
  }

  @Override
  public void setPaintMode() {
    state.setPaintMode();
  }

  @Override
  public void setXORMode(Color color) {
    throw pixels();
  }

  @Override
  public void clearRect(int x, int y, int width, int height) {
    throw pixels();
  }

  @Override
  public void copyArea(int x, int y, int width, int height, int across, int down) {
    throw pixels();
  }

  @Override
  public boolean drawImage(Image image, AffineTransform transform, ImageObserver observer) {
    throw pixels();
  }

  @Override
  public void drawImage(BufferedImage image, BufferedImageOp operation, int x, int y) {
    throw pixels();
  }

  @Override
  public void drawRenderedImage(RenderedImage image, AffineTransform transform) {
    throw pixels();
  }

  @Override
  public void drawRenderableImage(RenderableImage image, AffineTransform transform) {
    throw pixels();
  }

  @Override
  public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
    throw pixels();
  }

  @Override
  public boolean drawImage(
      Image image, int x, int y, int width, int height, ImageObserver observer) {
    throw pixels();
  }

  @Override
  public boolean drawImage(Image image, int x, int y, Color color, ImageObserver observer) {
    throw pixels();
  }

  @Override
  public boolean drawImage(
      Image image, int x, int y, int width, int height, Color color, ImageObserver observer) {
    throw pixels();
  }

  @Override
  public boolean drawImage(
      Image image,
      int x1,
      int y1,
      int x2,
      int y2,
      int fromX1,
      int fromY1,
      int fromX2,
      int fromY2,
      ImageObserver observer) {
    throw pixels();
  }

  @Override
  public boolean drawImage(
      Image image,
      int x1,
      int y1,
      int x2,
      int y2,
      int fromX1,
      int fromY1,
      int fromX2,
      int fromY2,
      Color color,
      ImageObserver observer) {
    throw pixels();
  }

  private static UnsupportedOperationException pixels() {
    return new UnsupportedOperationException("figures are drawn with shapes and texts only");
  }
}
