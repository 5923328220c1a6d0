package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SvgCanvasTest {
  private static String svg(Consumer<Graphics2D> drawing) {
    SvgCanvas canvas = new SvgCanvas(Form.WIDE, 100, "id");
    Graphics2D g2 = VectorGraphics.onto(canvas);
    g2.setFont(Palette.LABEL);
    drawing.accept(g2);

    return canvas.element("title <1>", "\"so\" & so");
  }

  private static Path2D star() {
    Path2D star = new Path2D.Double();
    star.moveTo(10.04, 20);
    for (int i = 1; i < 12; i++) {
      star.lineTo(10.04 + i % 2 * 7.26 + i, 20 + i * 3.33);
    }
    star.closePath();

    return star;
  }

  @Test
  void namesAndDescriptionsAreEscaped() {
    assertThat(svg(g2 -> {}))
        .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
        .contains("viewBox=\"0 0 720 100\"", "class=\"form-wide\"")
        .contains("<title>title &lt;1&gt;</title>", "<desc>&quot;so&quot; &amp; so</desc>");
  }

  @Test
  void anOutlineThatIsDrawnAgainIsWrittenOnce() {
    String svg =
        svg(
            g2 -> {
              g2.fill(star());
              g2.setStroke(Palette.LINE);
              g2.draw(star());
              g2.translate(5, 0);
              g2.fill(star());
            });

    assertThat(svg.split("<path", -1)).hasSize(2);
    assertThat(svg)
        .contains("<path id=\"id-1\" d=\"M10 20l")
        .contains("<use fill=\"#ffffff\" xlink:href=\"#id-1\" x=\"5\"/>");
  }

  @Test
  void aShapeAndItsOutlineAreOneElement() {
    String svg =
        svg(
            g2 -> {
              g2.setPaint(Color.RED);
              g2.fill(star());
              g2.setPaint(Color.BLACK);
              g2.setStroke(Palette.LINE);
              g2.draw(star());
              g2.translate(5, 0);
              g2.draw(star());
            });

    assertThat(svg)
        .contains("<g fill=\"#ff0000\" stroke=\"#000000\" stroke-width=\"2\"><path id=\"id-1\"")
        .contains("<use fill=\"none\" stroke=\"#000000\" stroke-width=\"2\" xlink:href=\"#id-1\"");
    assertThat(svg.split("<use", -1)).hasSize(2);
  }

  @Test
  void aClipIsWrittenWhereItTakesSomethingAway() {
    Rectangle2D window = new Rectangle2D.Double(0, 0, 30, 100);

    assertThat(
            svg(
                g2 -> {
                  g2.clip(window);
                  g2.fill(star());
                }))
        .doesNotContain("clip-path");
    assertThat(
            svg(
                g2 -> {
                  g2.clip(window);
                  g2.translate(20, 0);
                  g2.fill(star());
                }))
        .contains("<clipPath id=\"id-clip1\">", " clip-path=\"url(#id-clip1)\"");
    assertThat(
            svg(
                g2 -> {
                  g2.clip(window);
                  g2.fill(new Rectangle2D.Double(10, 10, 90, 5));
                }))
        .contains("<rect fill=\"#ffffff\" x=\"10\" y=\"10\" width=\"20\" height=\"5\"/>");
  }

  @Test
  void styleIsSharedByWhatFollowsInIt() {
    String svg =
        svg(
            g2 -> {
              g2.setPaint(new Color(0x11, 0x22, 0x33, 51));
              g2.drawString("one", 0, 10);
              g2.drawString("two", 0, 20.25f);
              g2.transform(AffineTransform.getRotateInstance(Math.PI / 2));
              g2.drawString("up", 0, 0);
            });

    assertThat(svg)
        .contains("<g fill=\"#112233\" fill-opacity=\"0.200\"><text x=\"0\" y=\"10\">one</text>")
        .contains("<text x=\"0\" y=\"20.3\">two</text>")
        .contains("transform=\"matrix(0.0000 1.0000 -1.0000 0.0000 0.0000 0.0000)\">up</text></g>");
    assertThat(svg.split("<g ", -1)).hasSize(2);
  }

  @Test
  void dashesCapsAndJoinsAreWrittenWhereTheyAreNotRound() {
    assertThat(
            svg(
                g2 -> {
                  g2.setStroke(Palette.DASHED);
                  g2.draw(new Rectangle2D.Double(0, 0, 5, 5));
                }))
        .contains("stroke-width=\"1.3\"", "stroke-linecap=\"butt\"", "stroke-dasharray=\"5 4\"");
  }

  @Test
  void numbersHaveATenthAndNothingThatCanBeLeftOut() {
    assertThat(SvgPath.tenths(0)).isEqualTo("0");
    assertThat(SvgPath.tenths(-3)).isEqualTo("-.3");
    assertThat(SvgPath.tenths(120)).isEqualTo("12");
    assertThat(SvgPath.tenths(-125)).isEqualTo("-12.5");
    Path2D path = new Path2D.Double();
    path.moveTo(1, 2);
    path.lineTo(1.5, 2.5);
    path.lineTo(4.5, 2.5);
    path.lineTo(4.5, -2.5);
    path.curveTo(5, 0, 6, 0, 7, 1);
    path.quadTo(8, 8, 9, 1);
    path.moveTo(0, 0);
    path.lineTo(0, 0);
    assertThat(SvgPath.of(path).whole())
        .isEqualTo("M1 2l.5.5h3v-5c.5 2.5 1.5 2.5 2.5 3.5q1 7 2 0m-9-1h0");
  }
}
