package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class HatchingTest {
  private static final Rectangle2D SQUARE = new Rectangle2D.Double(10, 10, 40, 40);

  /** A square with a square hole. */
  private static Path2D frame() {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    path.append(SQUARE, false);
    path.append(new Rectangle2D.Double(20, 20, 20, 20), false);

    return path;
  }

  private static int inked(BufferedImage image, Rectangle2D where) {
    int inked = 0;
    for (int x = (int) where.getMinX(); x < where.getMaxX(); x++) {
      for (int y = (int) where.getMinY(); y < where.getMaxY(); y++) {
        inked += (image.getRGB(x, y) & 0xFFFFFF) == 0xFFFFFF ? 0 : 1;
      }
    }

    return inked;
  }

  private static BufferedImage drawn(Hatching hatching) {
    BufferedImage image = new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = image.createGraphics();
    g2.setPaint(Color.WHITE);
    g2.fillRect(0, 0, 60, 60);
    hatching.draw(g2, frame(), Color.WHITE);
    g2.dispose();

    return image;
  }

  @Test
  void linesAndDotsStayInsideAndLeaveHolesOut() {
    for (Hatching hatching : new Hatching[] {Hatching.LINES, Hatching.DOTS}) {
      BufferedImage image = drawn(hatching);

      assertThat(inked(image, new Rectangle2D.Double(11, 11, 38, 7))).isGreaterThan(5);
      assertThat(inked(image, new Rectangle2D.Double(22, 22, 16, 16))).as("hole").isZero();
      assertThat(inked(image, new Rectangle2D.Double(0, 0, 8, 60))).as("outside").isZero();
    }
    assertThat(inked(drawn(Hatching.NONE), SQUARE)).isZero();
  }

  @Test
  void linesAreAsLongAsTheSurfaceIsWide() {
    // A surface of 1600 pixels under lines 5 pixels apart holds some 320 pixels of line.
    double length = 0;
    double[] at = new double[6];
    double x = 0;
    double y = 0;
    PathIterator lines = Hatching.LINES.pattern(SQUARE).getPathIterator(null);
    for (; !lines.isDone(); lines.next()) {
      if (lines.currentSegment(at) == PathIterator.SEG_LINETO) {
        length += Math.hypot(at[0] - x, at[1] - y);
      }
      x = at[0];
      y = at[1];
    }

    assertThat(length).isBetween(300.0, 340.0);
  }

  @Test
  void itIsWhiteOnDarkGround() {
    BufferedImage image = new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = image.createGraphics();
    Hatching.DOTS.draw(g2, SQUARE, Color.BLACK);
    g2.dispose();

    assertThat(
            image.getRGB(30, 30)
                | image.getRGB(32, 30)
                | image.getRGB(31, 30)
                | image.getRGB(33, 30)
                | image.getRGB(34, 30))
        .isEqualTo(0xFFFFFFFF);
  }
}
