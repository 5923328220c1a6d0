package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quipu.text.Language;
import org.w3c.dom.Element;

class FigureTest {
  private final Figure figure =
      PrevalenceFigure.of(
          Sample.about(Language.SPANISH), 2021, 2024, Sample.nation(), Sample.pairs());

  @Test
  void theSvgNamesAndDescribesItself() throws Exception {
    Element root = Drawn.document(figure).getDocumentElement();

    assertThat(root.getAttribute("role")).isEqualTo("img");
    assertThat(root.getAttribute("viewBox"))
        .isEqualTo("0 0 " + figure.width() + " " + figure.height());
    assertThat(root.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo(figure.title())
        .isEqualTo("2024: de 35.9\u00a0% en Cajamarca a 66.4\u00a0% en Apurímac");
    assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo(figure.description());
  }

  @Test
  void theSvgNeedsNothingFromElsewhere() {
    assertThat(figure.svg()).doesNotContain("DOCTYPE").doesNotContain("href=\"http");
  }

  @Test
  void idsBeginWithThePrefixSoThatFiguresCanShareAPage() {
    assertThat(Pattern.compile(" id=\"(?!one-)").matcher(figure.svgElement("one")).find())
        .isFalse();
    assertThat(figure.svgElement("one")).startsWith("<svg");
  }

  @Test
  void aFileBringsTheLettersThatItUses() {
    assertThat(figure.svg())
        .contains(Typeface.REGULAR.rule())
        .contains(Typeface.BOLD.rule())
        .contains("Noto Sans")
        .doesNotContain("textLength");
    assertThat(figure.svgElement("one")).contains("Noto Sans").doesNotContain("@font-face");
  }

  @Test
  void drawingTwiceGivesTheSame() {
    assertThat(figure.svg()).isEqualTo(figure.svg());
    assertThat(figure.png()).isEqualTo(figure.png());
  }
}
