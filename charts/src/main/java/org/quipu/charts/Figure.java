package org.quipu.charts;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Function;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;

/** A finished figure, to be had as PNG or as SVG, in one form; in another it is drawn anew. */
public final class Figure {
  /** A drawing and what is said of it. */
  record Drawing(
      JFreeChart chart, int height, String title, String description, String watermark) {}

  private final Form form;
  private final Drawing drawing;
  private final Function<Form, Drawing> drawings;

  private Figure(Form form, Function<Form, Drawing> drawings) {
    this.form = form;
    this.drawing = drawings.apply(form);
    this.drawings = drawings;
  }

  /** A figure in the wide form. */
  static Figure of(Function<Form, Drawing> drawings) {
    return new Figure(Form.WIDE, drawings);
  }

  /** The same figure in another form. */
  public Figure in(Form other) {
    return other == form ? this : new Figure(other, drawings);
  }

  /** The title over the figure. */
  public String title() {
    return drawing.title();
  }

  /** What the figure shows, for those who cannot see it. */
  public String description() {
    return drawing.description();
  }

  /** Width in pixels of the drawing. */
  public int width() {
    return form.width();
  }

  /** Height in pixels of the drawing. */
  public int height() {
    return drawing.height();
  }

  /** The figure as an image, with several pixels for one of the drawing. */
  public BufferedImage image() {
    double scale = form.scale();
    BufferedImage image =
        new BufferedImage(
            (int) Math.round(width() * scale),
            (int) Math.round(height() * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = image.createGraphics();
    g2.scale(scale, scale);
    paint(g2);
    g2.dispose();

    return image;
  }

  /** The image as a PNG file. */
  public byte[] png() {
    return PngFile.of(image());
  }

  /** The figure as an SVG file, with its letters. */
  public String svg() {
    return svg("figure");
  }

  /**
   * The same, to stand in one page with others.
   *
   * @param idPrefix begins the ids in it; another for each figure of the page
   */
  public String svg(String idPrefix) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + canvas(idPrefix).file(title(), description())
        + "\n";
  }

  /**
   * The figure as an {@code <svg>} element of the class {@code form-} and its form, to stand in a
   * page that has the letters of {@link Typeface#rules}.
   *
   * @param idPrefix begins the ids in it; another for each figure of the page
   */
  public String svgElement(String idPrefix) {
    return canvas(idPrefix).element(title(), description());
  }

  /**
   * The wide form and the phone form, of which a page shows the one that fits.
   *
   * @param idPrefix begins the ids in them; another for each figure of the page
   */
  public String svgElements(String idPrefix) {
    return in(Form.WIDE).svgElement(idPrefix) + in(Form.PHONE).svgElement(idPrefix + "-phone");
  }

  private SvgCanvas canvas(String idPrefix) {
    SvgCanvas canvas = new SvgCanvas(form, height(), idPrefix);
    paint(VectorGraphics.onto(canvas));

    return canvas;
  }

  /**
   * Heights in pixels, from the top, at which the drawing may be cut without cutting a letter.
   *
   * @param least pixels between two cuts; above the first are three times as many
   */
  public List<Integer> cuts(int least) {
    LetterBands bands = new LetterBands(height());
    paint(VectorGraphics.onto(bands));

    return bands.cuts(least);
  }

  JFreeChart chart() {
    return drawing.chart();
  }

  /** Draws the figure, {@link #width} by {@link #height}, from the origin. */
  public void paint(Graphics2D g2) {
    Palette.smooth(g2);
    ChartRenderingInfo info = new ChartRenderingInfo();
    chart().draw(g2, new Rectangle2D.Double(0, 0, width(), height()), info);
    if (!drawing.watermark().isEmpty()) {
      stamp(g2, info.getPlotInfo().getDataArea());
    }
  }

  private void stamp(Graphics2D g2, Rectangle2D area) {
    Graphics2D slanted = (Graphics2D) g2.create();
    slanted.setRenderingHints(g2.getRenderingHints());
    slanted.setPaint(Palette.faint(Palette.ALARM, 34));
    slanted.setFont(Palette.STRONG.deriveFont(48f));
    String watermark = drawing.watermark();
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
