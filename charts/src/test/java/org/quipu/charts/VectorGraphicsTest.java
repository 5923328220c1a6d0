package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class VectorGraphicsTest {
  /** What arrives, a line each. */
  private static final class Received implements VectorGraphics.Ink {
    private final List<String> all = new ArrayList<>();

    @Override
    public void fill(Shape shape, Color color, Shape clip) {
      all.add("fill " + box(shape) + " " + color.getAlpha());
    }

    @Override
    public void stroke(Shape shape, BasicStroke stroke, Color color, Shape clip) {
      all.add("stroke " + box(shape));
    }

    @Override
    public void text(VectorGraphics.Text text, Color color, Shape clip) {
      all.add(text.words() + " at " + text.x() + ", " + text.y());
    }

    private static String box(Shape shape) {
      Rectangle2D box = shape.getBounds2D();

      return "%.0f %.0f %.0f %.0f"
          .formatted(box.getX(), box.getY(), box.getWidth(), box.getHeight());
    }
  }

  private static List<String> received(Consumer<Graphics2D> drawing) {
    Received received = new Received();
    Graphics2D g2 = VectorGraphics.onto(received);
    drawing.accept(g2);
    g2.dispose();

    return received.all;
  }

  @Test
  void shapesArriveInPixelsOfTheDrawing() {
    assertThat(
            received(
                g2 -> {
                  g2.translate(10, 20);
                  g2.translate(1.0, 2.0);
                  g2.scale(2, 2);
                  g2.fill(new Rectangle2D.Double(1, 1, 3, 4));
                  g2.setTransform(AffineTransform.getTranslateInstance(5, 5));
                  g2.transform(AffineTransform.getTranslateInstance(1, 1));
                  g2.draw(new Rectangle2D.Double(0, 0, 3, 4));
                  g2.setTransform(new AffineTransform());
                  g2.rotate(Math.PI / 2, 10, 10);
                  g2.fill(new Rectangle2D.Double(10, 10, 2, 4));
                  g2.setTransform(new AffineTransform());
                  g2.rotate(Math.PI);
                  g2.shear(0, 0);
                  g2.fill(new Rectangle2D.Double(0, 0, 1, 1));
                }))
        .containsExactly(
            "fill 13 24 6 8 255", "stroke 6 6 3 4", "fill 6 10 4 2 255", "fill -1 -1 1 1 255");
  }

  @Test
  void plainShapesArriveAsWell() {
    int[] x = {0, 10, 10};
    int[] y = {0, 0, 10};

    assertThat(
            received(
                g2 -> {
                  g2.drawLine(0, 0, 5, 5);
                  g2.fillRect(0, 0, 5, 6);
                  g2.drawRoundRect(0, 0, 5, 6, 1, 1);
                  g2.fillRoundRect(0, 0, 5, 6, 1, 1);
                  g2.drawOval(0, 0, 5, 6);
                  g2.fillOval(0, 0, 5, 6);
                  g2.drawArc(0, 0, 10, 10, 0, 90);
                  g2.fillArc(0, 0, 10, 10, 0, 90);
                  g2.drawPolyline(x, y, 3);
                  g2.drawPolygon(x, y, 3);
                  g2.fillPolygon(x, y, 3);
                }))
        .containsExactly(
            "stroke 0 0 5 5",
            "fill 0 0 5 6 255",
            "stroke 0 0 5 6",
            "fill 0 0 5 6 255",
            "stroke 0 0 5 6",
            "fill 0 0 5 6 255",
            "stroke 5 0 5 5",
            "fill 5 0 5 5 255",
            "stroke 0 0 10 10",
            "stroke 0 0 10 10",
            "fill 0 0 10 10 255");
  }

  @Test
  void textsArriveAsTextsAndGlyphsAsTheirOutlines() {
    List<String> received =
        received(
            g2 -> {
              g2.setFont(Palette.LABEL);
              g2.drawString("one ", 1, 2);
              g2.drawString("two", 1.5f, 2.5f);
              g2.drawString(new AttributedString("three").getIterator(), 3, 4);
              g2.drawString(" ", 0, 0);
              g2.drawGlyphVector(
                  Palette.LABEL.createGlyphVector(g2.getFontRenderContext(), "l"), 0, 20);
            });

    assertThat(received)
        .hasSize(4)
        .startsWith("one at 1.0, 2.0", "two at 1.5, 2.5", "three at 3.0, 4.0");
    assertThat(received.get(3)).startsWith("fill 1 11 1 9");
  }

  @Test
  void opacityIsThatOfTheColourAndOfTheComposite() {
    assertThat(
            received(
                g2 -> {
                  g2.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.5f));
                  g2.setPaint(new Color(0, 0, 0, 100));
                  g2.fill(new Rectangle(1, 1));
                }))
        .containsExactly("fill 0 0 1 1 50");
  }

  @Test
  void stateIsKept() {
    Graphics2D g2 = VectorGraphics.onto(new Received());
    g2.setColor(Color.RED);
    g2.setBackground(Color.BLUE);
    g2.setFont(Palette.STRONG);
    g2.setStroke(Palette.THIN);
    g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g2.addRenderingHints(Map.of(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY));
    g2.setPaintMode();
    g2.setClip(0, 0, 50, 50);
    g2.clipRect(0, 0, 40, 60);
    g2.clip(new Rectangle(0, 0, 60, 30));

    Graphics2D copy = (Graphics2D) g2.create();
    assertThat(copy.getColor()).isEqualTo(Color.RED).isEqualTo(copy.getPaint());
    assertThat(copy.getBackground()).isEqualTo(Color.BLUE);
    assertThat(copy.getFont()).isEqualTo(Palette.STRONG);
    assertThat(copy.getStroke()).isEqualTo(Palette.THIN);
    assertThat(copy.getRenderingHint(RenderingHints.KEY_ANTIALIASING))
        .isEqualTo(RenderingHints.VALUE_ANTIALIAS_ON);
    assertThat(copy.getRenderingHints())
        .containsEntry(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    assertThat(copy.getClipBounds()).isEqualTo(new Rectangle(0, 0, 40, 30));
    assertThat(copy.getClip().getBounds()).isEqualTo(copy.getClipBounds());
    assertThat(copy.hit(new Rectangle(5, 5), new Rectangle(2, 2), false)).isTrue();
    assertThat(copy.getDeviceConfiguration()).isNotNull();
    copy.setRenderingHints(Map.of());
    copy.setClip(null);
    assertThat(copy.getClip()).isNull();
  }

  @Test
  void picturesAndPatternsAreRefused() {
    Graphics2D g2 = VectorGraphics.onto(new Received());
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    List<Runnable> pictures =
        List.of(
            () -> g2.drawImage(image, 0, 0, null),
            () -> g2.drawImage(image, 0, 0, 1, 1, null),
            () -> g2.drawImage(image, 0, 0, Color.RED, null),
            () -> g2.drawImage(image, 0, 0, 1, 1, Color.RED, null),
            () -> g2.drawImage(image, 0, 0, 1, 1, 0, 0, 1, 1, null),
            () -> g2.drawImage(image, 0, 0, 1, 1, 0, 0, 1, 1, Color.RED, null),
            () -> g2.drawImage(image, new AffineTransform(), null),
            () -> g2.drawImage(image, null, 0, 0),
            () -> g2.drawRenderedImage(image, new AffineTransform()),
            () -> g2.drawRenderableImage(null, new AffineTransform()),
            () -> g2.copyArea(0, 0, 1, 1, 1, 1),
            () -> g2.clearRect(0, 0, 1, 1),
            () -> g2.setXORMode(Color.RED));

    for (Runnable picture : pictures) {
      assertThatThrownBy(picture::run).hasMessage("figures are drawn with shapes and texts only");
    }
    g2.setPaint(new GradientPaint(0, 0, Color.RED, 1, 1, Color.BLUE));
    assertThatThrownBy(() -> g2.fill(new Rectangle(1, 1)))
        .hasMessageStartingWith("figures are drawn in colours, not in ");
  }
}
