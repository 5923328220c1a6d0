package org.quipu.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;
import org.quipu.Provenance;
import org.quipu.bulletin.Boundaries;
import org.quipu.bulletin.ChartSet;
import org.quipu.bulletin.SampleEvidence;
import org.quipu.charts.Figure;
import org.quipu.text.Language;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PdfDocumentTest {
  private static byte[] pdf(String body) {
    return PdfDocument.of(
        "<html lang=\"en\"><head><title>A title</title></head><body>" + body + "</body></html>",
        Map.of(),
        Optional.empty());
  }

  @Test
  void withoutADateItHasNone() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf("<h2>One</h2><p>Text</p>"))) {
      assertThat(document.getDocumentInformation().getCreationDate()).isNull();
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("A title");
    }
  }

  @Test
  void numbersAreNotTornFromTheirUnits() throws IOException {
    String figures = "−17.3\u00a0% 2017–2022 ".repeat(60);
    try (PDDocument document =
        Loader.loadPDF(pdf("<p style=\"font-family: 'Noto Sans'\">" + figures + "</p>"))) {
      assertThat(new PDFTextStripper().getText(document).lines())
          .hasSizeGreaterThan(5)
          .allSatisfy(line -> assertThat(line.strip()).matches("(−17.3\u00a0% ?|2017–2022 ?)+"));
    }
  }

  @Test
  void linesBreakAfterBlanksAndAtTheEnd() {
    Blanks blanks = new Blanks();
    blanks.setText("a bc-d e");
    List<Integer> breaks = new ArrayList<>();
    for (int at = blanks.next(); at >= 0; at = blanks.next()) {
      breaks.add(at);
    }

    assertThat(breaks).containsExactly(2, 7, 8);
  }

  @Test
  void whatIsNotWellFormedIsRefused() {
    assertThatThrownBy(() -> pdf("<p>one"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not well-formed");
  }

  @Test
  void theOutlineHasHeadingsAndUnderThemTheFiguresWithATitle() throws Exception {
    Document text =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(
                new InputSource(
                    new StringReader(
                        "<html><head/><body><h2>One</h2><div><object title=\"A map\" id=\"map\"/>"
                            + "<object/></div><h2>Two</h2></body></html>")));
    Outline.add(text);

    NodeList entries = text.getElementsByTagName("bookmark");
    assertThat(entries.getLength()).isEqualTo(3);
    Element map = (Element) entries.item(1);
    assertThat(map.getAttribute("name")).isEqualTo("A map");
    assertThat(map.getAttribute("href")).isEqualTo("#map");
    assertThat(map.getParentNode()).isEqualTo(entries.item(0));
    assertThat(entries.item(2).getParentNode().getNodeName()).isEqualTo("bookmarks");
  }

  @Test
  void aHighFigureGoesOnOnTheNextPage() throws IOException {
    Figure figure =
        ChartSet.of(
                SampleEvidence.of(Provenance.RECOMPUTED),
                Language.ENGLISH,
                ChartSet.Choice.USUAL,
                Boundaries.shipped())
            .figure("change-violence-2021-2024")
            .orElseThrow();
    String half = "style=\"display: block; width: 180mm; height: " + figure.height() / 8.0 + "mm\"";
    byte[] bytes =
        PdfDocument.of(
            "<html lang=\"en\"><head><title>A title</title><style>@page { size: 180mm "
                + figure.height() / 8.0
                + "mm; margin: 0 } body { margin: 0 }</style></head><body><object type=\"figure\""
                + " data=\"it\" alt=\"Above\" "
                + half
                + "></object><object type=\"figure\" data=\"it\" alt=\"Below\" data-from=\""
                + figure.height() / 2.0
                + "\" "
                + half
                + "></object></body></html>",
            Map.of("it", figure),
            Optional.empty());

    try (PDDocument document = Loader.loadPDF(bytes)) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      assertThat(visible(document.getPage(0))).contains(figure.title()).doesNotContain("Source:");
      assertThat(visible(document.getPage(1))).contains("Source:").doesNotContain(figure.title());
    }
  }

  private static String visible(PDPage page) throws IOException {
    PDFTextStripperByArea area = new PDFTextStripperByArea();
    PDRectangle box = page.getMediaBox();
    area.addRegion("page", new Rectangle2D.Float(0, 0, box.getWidth(), box.getHeight()));
    area.extractRegions(page);

    return area.getTextForRegion("page").replaceAll("\\s+", " ");
  }

  @Test
  void aFigureThatIsNotGivenIsNamed() {
    assertThatThrownBy(() -> pdf("<object type=\"figure\" data=\"map\" alt=\"A map\"></object>"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no figure \"map\"");
  }
}
