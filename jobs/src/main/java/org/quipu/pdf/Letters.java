package org.quipu.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.awt.FontMetrics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.quipu.charts.Typeface;

/** The letters of one document, of its text and of its figures, embedded once. */
final class Letters extends PdfBoxGraphics2DFontTextDrawer {
  private static final String FAMILY = "Noto Sans";

  private final PDFont regular;
  private final PDFont bold;

  private Letters(PDFont regular, PDFont bold) {
    this.regular = regular;
    this.bold = bold;
  }

  static Letters in(PDDocument document) throws IOException {
    return new Letters(load(document, Typeface.REGULAR), load(document, Typeface.BOLD));
  }

  private static PDFont load(PDDocument document, Typeface face) throws IOException {
    return PDType0Font.load(document, new ByteArrayInputStream(face.trueType()), true);
  }

  /** Has the text set in them. */
  void use(PdfRendererBuilder builder) {
    builder.useFont(new PDFontSupplier(regular), FAMILY, 400, FontStyle.NORMAL, true);
    builder.useFont(new PDFontSupplier(bold), FAMILY, 700, FontStyle.NORMAL, true);
  }

  @Override
  protected PDFont mapFont(Font font, IFontTextDrawerEnv env) {
    return font.isBold() ? bold : regular;
  }

  /** Those by which a figure is laid out for a screen, so that it is laid out here as there. */
  @Override
  public FontMetrics getFontMetrics(Font font, IFontTextDrawerEnv env) {
    env.getFontRenderContext();

    return env.getCalculationGraphics().getFontMetrics(font);
  }
}
