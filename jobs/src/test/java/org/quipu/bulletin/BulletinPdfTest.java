package org.quipu.bulletin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quipu.Provenance;
import org.quipu.text.Language;

class BulletinPdfTest {
  private static final Evidence REAL =
      SampleEvidence.of(Provenance.RECOMPUTED).madeOn(LocalDate.of(2026, 3, 4));
  private static final Evidence SYNTHETIC = SampleEvidence.of(Provenance.SYNTHETIC);

  @TempDir Path folder;

  private Path written(Evidence evidence, Language language) {
    return Bulletins.of(evidence, language, SampleEvidence.SPAN)
        .write(List.of("19"), Set.of(PageFormat.PDF), folder)
        .regions()
        .get(0);
  }

  private static String words(PDDocument document, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);

    return stripper.getText(document).replaceAll("[\\s\u00a0]+", " ");
  }

  private static List<PDStructureElement> elements(PDStructureNode node, String type) {
    List<PDStructureElement> found = new ArrayList<>();
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        if (element.getStructureType().equals(type)) {
          found.add(element);
        }
        found.addAll(elements(element, type));
      }
    }

    return found;
  }

  /** The entries of an outline, those under others indented. */
  private static List<String> entries(PDOutlineNode node) {
    List<String> entries = new ArrayList<>();
    for (PDOutlineItem item : node.children()) {
      entries.add(item.getTitle());
      entries(item).forEach(entry -> entries.add("  " + entry));
    }

    return entries;
  }

  private static void forms(PDResources resources, Consumer<PDResources> visitor)
      throws IOException {
    visitor.accept(resources);
    for (COSName name : resources.getXObjectNames()) {
      if (resources.getXObject(name) instanceof PDFormXObject form && form.getResources() != null) {
        forms(form.getResources(), visitor);
      }
    }
  }

  @Test
  void saysWhatItIsInItsLanguage() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(written(REAL, Language.SPANISH).toFile())) {
      assertThat(pdf.getDocumentInformation().getTitle())
          .isEqualTo("Prevención hacia la igualdad – Región Pasco");
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("es");
      assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo("2026-03-04T00:00:00Z");
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), UTF_8))
          .contains("pdfuaid:part");
      assertThat(entries(pdf.getDocumentCatalog().getDocumentOutline()))
          .contains("¿Cuántas mujeres han sufrido violencia alguna vez?", "Formas de violencia")
          .containsSubsequence(
              "Cómo leer estas cifras", "Figuras", "  Pasco: sin cambio claro de 2021 a 2024");
    }
  }

  @Test
  void tellsWhatThePageTellsOnFourToSixPages() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(written(REAL, Language.SPANISH).toFile())) {
      assertThat(pdf.getNumberOfPages()).isBetween(4, 6);
      // Perú 54.86 → 51.96, as on the page for the screen
      assertThat(words(pdf, 1))
          .contains("54.9 %", "52.0 %", "−2.9 puntos porcentuales (entre −5.1 y −0.7)");
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        assertThat(words(pdf, page))
            .contains("Prevención hacia la igualdad – Región Pasco", "4 de marzo de 2026")
            .contains(page + " / " + pdf.getNumberOfPages())
            .doesNotContain("SINTÉTICOS");
      }
    }
  }

  /** A region with the strategy, and one without; synthetic figures say so and are higher. */
  @ParameterizedTest
  @MethodSource("org.quipu.text.Language#all")
  void regionsHaveFourToSixPages(Language language) throws IOException {
    List<Path> files =
        Bulletins.of(SYNTHETIC, language, SampleEvidence.SPAN)
            .write(List.of("01", "19"), Set.of(PageFormat.PDF), folder)
            .regions();

    for (Path file : files) {
      try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
        assertThat(pdf.getNumberOfPages()).as(file.toString()).isBetween(4, 6);
      }
    }
    String ending = Twins.ending(language).replace(".html", ".pdf");
    // 300 pairs on four pages, and three figures; the text and the figure of each question
    assertThat(pages("comparar-regiones" + ending)).isLessThanOrEqualTo(7);
    assertThat(pages("prevencion-y-violencia" + ending)).isLessThanOrEqualTo(3);
  }

  private int pages(String file) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(folder.resolve(file).toFile())) {
      return pdf.getNumberOfPages();
    }
  }

  @ParameterizedTest
  @MethodSource("org.quipu.text.Language#all")
  void everyPageOfSyntheticDataSaysSo(Language language) throws IOException {
    String mark = new Labels(language).text("synthetic.word");
    try (PDDocument pdf = Loader.loadPDF(written(SYNTHETIC, language).toFile())) {
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        assertThat(words(pdf, page)).contains(mark);
      }
      assertThat(pdf.getDocumentInformation().getTitle()).startsWith(mark);
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo(language.tag());
    }
  }

  @Test
  void figuresAreDrawingsWithWordsForThoseWhoCannotSeeThem() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(written(REAL, Language.SPANISH).toFile())) {
      List<PDStructureElement> figures =
          elements(pdf.getDocumentCatalog().getStructureTreeRoot(), "Figure");
      assertThat(figures)
          .hasSizeGreaterThanOrEqualTo(2)
          .allSatisfy(figure -> assertThat(figure.getAlternateDescription()).contains("202"));
      String last = words(pdf, pdf.getNumberOfPages());
      assertThat(last).contains("Madre de Dios", "Pasco");
    }
  }

  @Test
  void lettersAreEmbeddedAndOfEightPointsOrMore() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(written(REAL, Language.SPANISH).toFile())) {
      Set<PDFont> fonts = new HashSet<>();
      for (PDPage page : pdf.getPages()) {
        forms(
            page.getResources(),
            resources -> {
              for (COSName name : resources.getFontNames()) {
                fonts.add(font(resources, name));
              }
            });
      }
      assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded);
      assertThat(fonts)
          .allSatisfy(font -> assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSans-.*"));
      List<Float> sizes = new ArrayList<>();
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition text) {
          if (!text.getUnicode().isBlank()) {
            sizes.add(text.getYScale());
          }
        }
      }.getText(pdf);
      assertThat(sizes).isNotEmpty();
      assertThat(Collections.min(sizes)).isGreaterThanOrEqualTo(8);
    }
  }

  private static PDFont font(PDResources resources, COSName name) {
    try {
      return resources.getFont(name);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theSameStoreGivesTheSameBytes() throws IOException {
    byte[] first = Files.readAllBytes(written(REAL, Language.SPANISH));
    Files.delete(folder.resolve("pasco.pdf"));

    assertThat(Files.readAllBytes(written(REAL, Language.SPANISH))).isEqualTo(first);
  }

  @Test
  void pagesForTheScreenLinkTheirPdf() throws IOException {
    Bulletins.Written files =
        Bulletins.of(REAL, Language.SPANISH, SampleEvidence.SPAN)
            .write(List.of("19"), Set.of(PageFormat.values()), folder);

    assertThat(files.regions())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("pasco.html", "pasco.pdf");
    assertThat(Files.readString(folder.resolve("pasco.html")))
        .contains("<a href=\"pasco.pdf\">PDF para imprimir</a>");
    assertThat(folder.resolve("index.pdf")).exists();
    assertThat(folder.resolve("prevenir-para-proteger.pdf")).exists();
  }
}
