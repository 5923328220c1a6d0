package org.quipu.pdf;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.util.Map;
import org.quipu.charts.Figure;
import org.w3c.dom.Element;

/** Draws figures into their places, as lines, shapes and letters. */
final class FigureDrawers implements FSObjectDrawerFactory {
  private final Map<String, Figure> figures;
  private final Letters letters;

  FigureDrawers(Map<String, Figure> figures, Letters letters) {
    this.figures = figures;
    this.letters = letters;
  }

  @Override
  public boolean isReplacedObject(Element element) {
    return element.getTagName().equals("object");
  }

  @Override
  public FSObjectDrawer createDrawer(Element element) {
    String name = element.getAttribute("data");
    Figure figure = figures.get(name);
    if (figure == null) {
      throw new IllegalArgumentException("no figure \"" + name + "\" among " + figures.keySet());
    }

    String above = element.getAttribute("data-from");
    double from = above.isEmpty() ? 0 : Double.parseDouble(above);

    return (place, x, y, width, height, device, context, dotsPerPixel) -> {
      device.drawWithGraphics(
          (float) x,
          (float) y,
          (float) width / dotsPerPixel,
          (float) height / dotsPerPixel,
          g2 -> {
            ((PdfBoxGraphics2D) g2).setFontTextDrawer(letters);
            double scale = width / dotsPerPixel / figure.width();
            g2.scale(scale, scale);
            g2.translate(0, -from);
            figure.paint(g2);
          });
      return null;
    };
  }
}
