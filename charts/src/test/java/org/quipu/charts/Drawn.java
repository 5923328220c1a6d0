package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What can be said of a drawn figure without comparing pixels. */
final class Drawn {
  private Drawn() {}

  /** All words in the figure, in the order in which they are drawn. */
  static List<String> words(Figure figure) throws Exception {
    NodeList elements = document(figure).getElementsByTagName("text");
    List<String> words = new ArrayList<>();
    for (int i = 0; i < elements.getLength(); i++) {
      words.add(elements.item(i).getTextContent());
    }

    return words;
  }

  /** The same as one text, in which it does not matter where lines end. */
  static String text(Figure figure) throws Exception {
    return String.join(" ", words(figure)).replaceAll(" +", " ");
  }

  static Document document(Figure figure) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(figure.svg())));
  }

  /** Each of a grid of cells over the plot holds something. */
  static void assertNotBlank(BufferedImage image, int columns, int rows) {
    int width = image.getWidth() / columns;
    int height = image.getHeight() / rows;
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < rows; row++) {
        assertThat(inked(image, column * width, row * height, width, height))
            .as("inked pixels in cell %d, %d", column, row)
            .isGreaterThan(20);
      }
    }
  }

  private static int inked(BufferedImage image, int left, int top, int width, int height) {
    int inked = 0;
    for (int x = left; x < left + width; x++) {
      for (int y = top; y < top + height; y++) {
        inked += (image.getRGB(x, y) & 0xFFFFFF) == 0xFFFFFF ? 0 : 1;
      }
    }

    return inked;
  }
}
