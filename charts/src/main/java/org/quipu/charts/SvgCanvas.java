package org.quipu.charts;

import java.awt.Dimension;
import java.awt.Graphics;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.DOMGroupManager;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Draws to SVG. Text stays text, searchable and small. */
final class SvgCanvas extends SVGGraphics2D {
  private final Set<Typeface> used;

  private SvgCanvas(SVGGeneratorContext context) {
    super(context, false);
    this.used = EnumSet.noneOf(Typeface.class);
  }

  private SvgCanvas(SvgCanvas other) {
    super(other);
    this.used = other.used;
  }

  /**
   * @param idPrefix begins every id in the drawing, so that several can stand in one page
   */
  static SvgCanvas of(int width, int height, String idPrefix) {
    var document =
        GenericDOMImplementation.getDOMImplementation()
            .createDocument(SVG_NAMESPACE_URI, "svg", null);
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setPrecision(2);
    context.setComment(null);
    context.setIDGenerator(
        new SVGIDGenerator() {
          @Override
          public String generateID(String prefix) {
            return idPrefix + "-" + super.generateID(prefix);
          }
        });
    SvgCanvas canvas = new SvgCanvas(context);
    canvas.setSVGCanvasSize(new Dimension(width, height));

    return canvas;
  }

  @Override
  public Graphics create() {
    return new SvgCanvas(this);
  }

  @Override
  public void drawString(String text, float x, float y) {
    Element element = getDOMFactory().createElementNS(SVG_NAMESPACE_URI, SVG_TEXT_TAG);
    element.setAttributeNS(null, SVG_X_ATTRIBUTE, generatorCtx.doubleString(x));
    element.setAttributeNS(null, SVG_Y_ATTRIBUTE, generatorCtx.doubleString(y));
    element.appendChild(getDOMFactory().createTextNode(text));
    domGroupManager.addElement(element, DOMGroupManager.FILL);
    used.add(getFont().isBold() ? Typeface.BOLD : Typeface.REGULAR);
  }

  /** The drawing as one {@code <svg>} element, named and described for those who cannot see it. */
  String element(String title, String description) {
    return element(title, description, "");
  }

  /** The drawing with the letters that it uses, to stand alone. */
  String file(String title, String description) {
    String rules = used.stream().map(Typeface::rule).collect(Collectors.joining("\n"));

    return element(title, description, rules);
  }

  private String element(String title, String description, String rules) {
    Element root = getRoot();
    Dimension size = getSVGCanvasSize();
    root.setAttribute("viewBox", "0 0 " + size.width + " " + size.height);
    root.setAttribute("role", "img");
    if (!rules.isEmpty()) {
      root.insertBefore(textElement("style", rules), root.getFirstChild());
    }
    root.insertBefore(textElement("desc", description), root.getFirstChild());
    root.insertBefore(textElement("title", title), root.getFirstChild());
    dropEmptyDefinitions(root);
    StringWriter out = new StringWriter();
    try {
      stream(root, out, false, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String document = out.toString();

    return document.substring(document.indexOf("<svg")).strip();
  }

  /** Batik's own place for definitions has one id in every drawing, and nothing in it. */
  private static void dropEmptyDefinitions(Element root) {
    for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element
          && ID_PREFIX_GENERIC_DEFS.equals(element.getAttribute("id"))
          && !element.hasChildNodes()) {
        root.removeChild(element);
        return;
      }
    }
  }

  private Element textElement(String name, String text) {
    Element element = getDOMFactory().createElementNS(SVG_NAMESPACE_URI, name);
    element.appendChild(getDOMFactory().createTextNode(text));

    return element;
  }
}
