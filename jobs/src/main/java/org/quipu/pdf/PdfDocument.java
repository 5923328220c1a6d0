package org.quipu.pdf;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.quipu.charts.Figure;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A document for printing and for sending by mail: text that can be selected and read aloud,
 * figures that stay sharp at every size, an outline of its headings. Made again of the same it is
 * the same, byte for byte.
 */
public final class PdfDocument {
  static {
    XRLog.setLoggingEnabled(false);
  }

  private PdfDocument() {}

  /**
   * The document as a file.
   *
   * @param xhtml well-formed, with language, title and style sheet; {@code <object type="figure"
   *     data="NAME" alt="…">} is the place of a figure, without its first {@code data-from} pixels
   *     where it goes on; one with a title is an entry of the outline
   * @param figures by name
   * @param made the day of that which it tells of; empty if that is not known
   * @throws IllegalArgumentException where the text is not well-formed, or a figure is missing
   */
  public static byte[] of(String xhtml, Map<String, Figure> figures, Optional<LocalDate> made) {
    Document text = parsed(xhtml);
    Outline.add(text);
    try (PDDocument document = new PDDocument()) {
      write(text, figures, document);
      date(document, made);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);

      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Document text, Map<String, Figure> figures, PDDocument document)
      throws IOException {
    Letters letters = Letters.in(document);
    PdfRendererBuilder builder =
        new PdfRendererBuilder()
            .withW3cDocument(text, null)
            .usePDDocument(document)
            .withProducer("Quipu")
            .usePdfUaAccessibility(true)
            .useUnicodeLineBreaker(new Blanks())
            .useObjectDrawerFactory(new FigureDrawers(figures, letters));
    letters.use(builder);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
    }
  }

  /** The document says when its content was made, not when it was printed. */
  private static void date(PDDocument document, Optional<LocalDate> made) {
    PDDocumentInformation information = document.getDocumentInformation();
    information.setCreationDate(
        made.map(day -> GregorianCalendar.from(day.atStartOfDay(ZoneOffset.UTC))).orElse(null));
    document.setDocumentId(made.map(LocalDate::toEpochDay).orElse(0L));
  }

  private static Document parsed(String xhtml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setAttribute("http://javax.xml.XMLConstants/property/accessExternalDTD", "");

      DocumentBuilder builder = factory.newDocumentBuilder();
      // Throws at what is not well-formed; the builder's own handler writes to the terminal, too.
      builder.setErrorHandler(new DefaultHandler());

      return builder.parse(new InputSource(new StringReader(xhtml)));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    } catch (SAXException e) {
      throw new IllegalArgumentException("not well-formed: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
