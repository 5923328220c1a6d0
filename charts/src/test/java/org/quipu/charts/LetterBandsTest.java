package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.AffineTransform;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quipu.text.Language;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class LetterBandsTest {
  private static final int LEAST = 60;

  private static void text(LetterBands bands, float line, AffineTransform transform) {
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 10);
    bands.text(new VectorGraphics.Text("Ñusta", 0, line, font, transform), Color.BLACK, null);
  }

  @Test
  void cutsBetweenTheLettersOnly() {
    LetterBands bands = new LetterBands(100);
    text(bands, 20, new AffineTransform());
    text(bands, 60, new AffineTransform());

    // letters from 20 − 9.5 − 1 to 20 + 2.5 + 1, and from 60 − 9.5 − 1 on: (24 + 49) / 2
    assertThat(bands.cuts(12)).containsExactly(36);
  }

  @Test
  void slantedLettersLieAcrossEverythingAndCountForNothing() {
    LetterBands bands = new LetterBands(100);
    text(bands, 20, new AffineTransform());
    text(bands, 60, new AffineTransform());
    text(bands, 40, AffineTransform.getRotateInstance(-0.4));

    assertThat(bands.cuts(12)).containsExactly(36);
  }

  @Test
  void noCutTouchesALetterOfAFigure() throws Exception {
    Figure figure =
        PrevalenceFigure.of(
            Sample.about(Language.SPANISH), 2021, 2024, Sample.nation(), Sample.pairs());
    List<Integer> cuts = figure.cuts(LEAST);
    NodeList texts = Drawn.document(figure).getElementsByTagName("text");

    assertThat(cuts).hasSizeGreaterThan(3).isSorted();
    assertThat(cuts.get(0)).isGreaterThanOrEqualTo(3 * LEAST);
    for (int i = 1; i < cuts.size(); i++) {
      assertThat(cuts.get(i) - cuts.get(i - 1)).isGreaterThanOrEqualTo(LEAST);
    }
    for (int i = 0; i < texts.getLength(); i++) {
      double line = Double.parseDouble(((Element) texts.item(i)).getAttribute("y"));
      assertThat(cuts).noneMatch(cut -> line - 8 < cut && cut < line + 1);
    }
  }
}
