package org.quipu.charts;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;

/** A finished figure, to be had as PNG at twice its size or as SVG. */
public final class Figure {
  private static final int PNG_SCALE = 2;

  private final JFreeChart chart;
  private final int width;
  private final int height;
  private final String title;
  private final String description;
  private final String watermark;

  /**
   * @param watermark written across the plot, empty for none
   */
  Figure(
      JFreeChart chart, int width, int height, String title, String description, String watermark) {
    this.chart = chart;
    this.width = width;
    this.height = height;
    this.title = title;
    this.description = description;
    this.watermark = watermark;
  }

  /** The title over the figure. */
  public String title() {
    return title;
  }

  /** What the figure shows, for those who cannot see it. */
  public String description() {
    return description;
  }

  /** Width in pixels of the drawing, half that of the PNG. */
  public int width() {
    return width;
  }

  /** Height in pixels of the drawing, half that of the PNG. */
  public int height() {
    return height;
  }

  /** The figure as an image, twice as wide and high as the drawing. */
  public BufferedImage image() {
    BufferedImage image =
        new BufferedImage(width * PNG_SCALE, height * PNG_SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = image.createGraphics();
    g2.scale(PNG_SCALE, PNG_SCALE);
    paint(g2);
    g2.dispose();

    return image;
  }

  /** The image as a PNG file. */
  public byte[] png() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image(), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }

    return out.toByteArray();
  }

  /** The figure as an SVG file, with its letters. */
  public String svg() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + canvas("figure").file(title, description)
        + "\n";
  }

  /**
   * The figure as an {@code <svg>} element to stand in a page that has the letters of {@link
   * Typeface#rules}.
   *
   * @param idPrefix begins the ids in it; another for each figure of the page
   */
  public String svgElement(String idPrefix) {
    return canvas(idPrefix).element(title, description);
  }

  private SvgCanvas canvas(String idPrefix) {
    SvgCanvas canvas = SvgCanvas.of(width, height, idPrefix);
    paint(canvas);

    return canvas;
  }

  JFreeChart chart() {
    return chart;
  }

  private void paint(Graphics2D g2) {
    Palette.smooth(g2);
    ChartRenderingInfo info = new ChartRenderingInfo();
    chart.draw(g2, new Rectangle2D.Double(0, 0, width, height), info);
    if (!watermark.isEmpty()) {
      stamp(g2, info.getPlotInfo().getDataArea());
    }
  }

  private void stamp(Graphics2D g2, Rectangle2D area) {
    Graphics2D slanted = (Graphics2D) g2.create();
    slanted.setRenderingHints(g2.getRenderingHints());
    slanted.setPaint(Palette.faint(Palette.ALARM, 34));
    slanted.setFont(Palette.STRONG.deriveFont(48f));
    double half = slanted.getFontMetrics().getStringBounds(watermark, slanted).getWidth() / 2;
    double scale = Math.min(1, area.getWidth() * 0.48 / half);
    double slope = Math.min(Math.toRadians(28), Math.atan2(area.getHeight(), area.getWidth()));
    slanted.translate(area.getCenterX(), area.getCenterY());
    slanted.rotate(-slope);
    slanted.scale(scale, scale);
    slanted.drawString(watermark, (float) -half, 16f);
    slanted.dispose();
  }
}
