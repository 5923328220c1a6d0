package org.quipu.bulletin;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quipu.charts.Typeface;
import org.quipu.pdf.PdfDocument;

/** Values of a page set into its template, for the screen and for paper. */
final class PageTemplates {
  private final Labels labels;
  private final Configuration templates;

  PageTemplates(Labels labels) {
    this.labels = labels;
    this.templates = new Configuration(Configuration.VERSION_2_3_34);
    templates.setClassForTemplateLoading(PageTemplates.class, "");
    templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
    templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setLogTemplateExceptions(false);
    templates.setWrapUncheckedExceptions(true);
    templates.setSharedVariable("t", (TemplateMethodModelEx) this::text);
    templates.setSharedVariable("letters", new SimpleScalar(Typeface.rules()));
  }

  /** {@code t("key", a, b)} in a template: the text of the page's language with its values. */
  private Object text(List<?> arguments) throws TemplateModelException {
    Object[] values = new Object[arguments.size() - 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = string(arguments.get(i + 1));
    }

    return labels.text(string(arguments.get(0)), values);
  }

  private static String string(Object model) throws TemplateModelException {
    if (model instanceof TemplateScalarModel text) {
      return text.getAsString();
    }

    throw new TemplateModelException("t(…) takes strings, not " + model);
  }

  /** The page as one file for a browser. */
  String html(String template, Map<String, Object> values) {
    return render(template, values, Map.of("frame", "page.ftlh"));
  }

  /**
   * The page as a PDF.
   *
   * @param made the day of its numbers
   */
  byte[] pdf(String template, Map<String, Object> values, Optional<LocalDate> made) {
    PageParts.Drawings drawings = new PageParts.Drawings();
    String text = render(template, values, Map.of("frame", "print.ftlh", "drawings", drawings));

    return PdfDocument.of(text, drawings.figures(), made);
  }

  private String render(String template, Map<String, Object> values, Map<String, Object> frame) {
    Map<String, Object> all = new HashMap<>(values);
    all.putAll(frame);
    StringWriter out = new StringWriter();
    try {
      templates.getTemplate(template).process(all, out);
    } catch (TemplateException e) {
      throw new IllegalStateException(template + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }

    return out.toString();
  }
}
