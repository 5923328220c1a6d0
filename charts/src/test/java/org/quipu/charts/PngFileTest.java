package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngFileTest {
  @Test
  void readsBackAsItWas() throws IOException {
    BufferedImage image = drawn();

    BufferedImage read = ImageIO.read(new ByteArrayInputStream(PngFile.of(image)));

    int width = image.getWidth();
    assertThat(read.getRGB(0, 0, width, image.getHeight(), null, 0, width))
        .isEqualTo(image.getRGB(0, 0, width, image.getHeight(), null, 0, width));
  }

  @Test
  void anImageOfOnePixelToo() throws IOException {
    BufferedImage dot = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    dot.setRGB(0, 0, 0x123456);

    BufferedImage read = ImageIO.read(new ByteArrayInputStream(PngFile.of(dot)));

    assertThat(read.getRGB(0, 0)).isEqualTo(0xff123456);
  }

  private static BufferedImage drawn() {
    BufferedImage image = new BufferedImage(701, 500, BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = image.createGraphics();
    g2.setPaint(Color.WHITE);
    g2.fillRect(0, 0, 701, 500);
    g2.setPaint(new GradientPaint(0, 0, Color.BLUE, 300, 200, Color.ORANGE));
    g2.fillOval(20, 30, 300, 200);
    g2.setPaint(new GradientPaint(0, 0, Color.BLACK, 0, 100, Color.GREEN));
    g2.fillRect(350, 0, 300, 100);
    g2.setPaint(Color.BLACK);
    g2.drawLine(0, 300, 700, 310);
    g2.dispose();
    Random random = new Random(1);
    for (int i = 0; i < 40_000; i++) {
      image.setRGB(random.nextInt(701), 350 + random.nextInt(120), random.nextInt(1 << 24));
    }

    return image;
  }
}
