package org.quipu.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes SVG. Text stays text, searchable and small; an outline that is drawn more than once is
 * written once; what follows in the same style shares it.
 */
final class SvgCanvas implements VectorGraphics.Ink {
  private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

  /** An outline at least this long is worth a name by which it can be drawn again. */
  private static final int LONG = 40;

  /** So far over the edge of a clip, in pixels, nothing is seen to be missing. */
  private static final double EDGE = 1;

  private static final class Element {
    private final String name;
    private final String rest;
    private String style;
    private String id = "";

    Element(String style, String name, String rest) {
      this.style = style;
      this.name = name;
      this.rest = rest;
    }

    /** With its own style, for one that no other takes as a pattern. */
    String alone() {
      return "<" + name + style + rest;
    }

    @Override
    public String toString() {
      return "<" + name + (id.isEmpty() ? "" : attribute("id", id)) + rest;
    }
  }

  /** A shape that was filled last, so that its outline may be drawn with it. */
  private record Filled(Element element, SvgPath path, String clip) {}

  private record Outline(Element element, SvgPath path) {}

  private final Form form;
  private final int height;
  private final String idPrefix;
  private final List<Element> elements = new ArrayList<>();
  private final Map<String, Outline> outlines = new HashMap<>();
  private final Map<String, String> clips = new LinkedHashMap<>();
  private Filled filled;
  private final Set<Typeface> used = EnumSet.noneOf(Typeface.class);
  private int names;

  /**
   * @param idPrefix begins every id in the drawing, so that several can stand in one page
   */
  SvgCanvas(Form form, int height, String idPrefix) {
    this.form = form;
    this.height = height;
    this.idPrefix = idPrefix;
  }

  @Override
  public void fill(Shape shape, Color color, Shape clip) {
    if (color.getAlpha() == 0) {
      return;
    }

    String style = color("fill", color);
    if (shape instanceof Rectangle2D rectangle && clip instanceof Rectangle2D window) {
      rectangle(style, rectangle.createIntersection(window));
    } else if (shape instanceof Rectangle2D rectangle) {
      rectangle(style + clip(shape.getBounds2D(), clip), rectangle);
    } else {
      String clipped = clip(shape.getBounds2D(), clip);
      SvgPath path = SvgPath.of(shape);
      if (outline(style + clipped, path)) {
        filled = new Filled(elements.get(elements.size() - 1), path, clipped);
      }
    }
  }

  private void rectangle(String style, Rectangle2D box) {
    if (box.getWidth() > 0 && box.getHeight() > 0) {
      String place =
          number("x", box.getX())
              + number("y", box.getY())
              + number("width", box.getWidth())
              + number("height", box.getHeight());
      elements.add(new Element(style, "rect", place + "/>"));
    }
  }

  @Override
  public void stroke(Shape shape, BasicStroke stroke, Color color, Shape clip) {
    double half = stroke.getLineWidth() / 2.0;
    Rectangle2D bounds = shape.getBounds2D();
    bounds.setRect(
        bounds.getX() - half,
        bounds.getY() - half,
        bounds.getWidth() + 2 * half,
        bounds.getHeight() + 2 * half);
    String line = color("stroke", color) + style(stroke);
    String clipped = clip(bounds, clip);
    SvgPath path = SvgPath.of(shape);
    if (filled != null
        && filled.element() == elements.get(elements.size() - 1)
        && filled.path().equals(path)
        && filled.clip().equals(clipped)) {
      filled.element().style += line;
    } else {
      outline(attribute("fill", "none") + line + clipped, path);
    }
    filled = null;
  }

  private static String style(BasicStroke stroke) {
    StringBuilder style = new StringBuilder(number("stroke-width", stroke.getLineWidth()));
    if (stroke.getEndCap() != BasicStroke.CAP_ROUND) {
      boolean butt = stroke.getEndCap() == BasicStroke.CAP_BUTT;
      style.append(attribute("stroke-linecap", butt ? "butt" : "square"));
    }
    if (stroke.getLineJoin() != BasicStroke.JOIN_ROUND) {
      boolean miter = stroke.getLineJoin() == BasicStroke.JOIN_MITER;
      style.append(attribute("stroke-linejoin", miter ? "miter" : "bevel"));
    }
    float[] dashes = stroke.getDashArray();
    if (dashes != null) {
      String lengths =
          IntStream.range(0, dashes.length)
              .mapToObj(i -> SvgPath.tenths(SvgPath.tenths(dashes[i])))
              .collect(Collectors.joining(" "));
      style.append(attribute("stroke-dasharray", lengths));
    }

    return style.toString();
  }

  /** Whether there is anything to be seen. */
  private boolean outline(String style, SvgPath path) {
    if (path.way().isEmpty()) {
      return false;
    }

    Outline known = outlines.get(path.way());
    if (known == null) {
      Element element = new Element(style, "path", attribute("d", path.whole()) + "/>");
      elements.add(element);
      if (path.way().length() >= LONG) {
        outlines.put(path.way(), new Outline(element, path));
      }
      return true;
    }

    if (known.element().id.isEmpty()) {
      known.element().id = idPrefix + "-" + ++names;
    }
    elements.add(
        new Element(
            style,
            "use",
            attribute("xlink:href", "#" + known.element().id)
                + moved("x", path.x() - known.path().x())
                + moved("y", path.y() - known.path().y())
                + "/>"));
    return true;
  }

  private static String moved(String name, long tenths) {
    return tenths == 0 ? "" : attribute(name, SvgPath.tenths(tenths));
  }

  @Override
  public void text(VectorGraphics.Text text, Color color, Shape clip) {
    boolean bold = text.font().isBold();
    used.add(bold ? Typeface.BOLD : Typeface.REGULAR);
    AffineTransform transform = text.transform();
    boolean moved = transform.getType() <= AffineTransform.TYPE_TRANSLATION;
    double x = text.x() + (moved ? transform.getTranslateX() : 0);
    double y = text.y() + (moved ? transform.getTranslateY() : 0);
    Rectangle2D bounds = text.font().getStringBounds(text.words(), METRICS);
    bounds.setRect(
        text.x() + bounds.getX(), text.y() + bounds.getY(), bounds.getWidth(), bounds.getHeight());
    float size = text.font().getSize2D();
    String style =
        color("fill", color)
            + (size == Palette.LABEL.getSize2D() ? "" : number("font-size", size))
            + (bold ? attribute("font-weight", "700") : "")
            + clip(transform.createTransformedShape(bounds).getBounds2D(), clip);
    elements.add(
        new Element(
            style,
            "text",
            number("x", x)
                + number("y", y)
                + (moved ? "" : attribute("transform", matrix(transform)))
                + ">"
                + escaped(text.words())
                + "</text>"));
  }

  private static String matrix(AffineTransform transform) {
    double[] matrix = new double[6];
    transform.getMatrix(matrix);

    return "matrix("
        + IntStream.range(0, 6)
            .mapToObj(i -> String.format(Locale.ROOT, "%.4f", matrix[i]))
            .collect(Collectors.joining(" "))
        + ")";
  }

  /** The clip's attribute; empty where it takes nothing away. */
  private String clip(Rectangle2D bounds, Shape clip) {
    boolean whole =
        clip == null
            || clip.contains(bounds)
            || (clip instanceof Rectangle2D window && grown(window).contains(bounds));
    if (whole) {
      return "";
    }

    String id =
        clips.computeIfAbsent(
            SvgPath.of(clip).whole(), path -> idPrefix + "-clip" + (clips.size() + 1));

    return attribute("clip-path", "url(#" + id + ")");
  }

  private static Rectangle2D grown(Rectangle2D window) {
    return new Rectangle2D.Double(
        window.getX() - EDGE,
        window.getY() - EDGE,
        window.getWidth() + 2 * EDGE,
        window.getHeight() + 2 * EDGE);
  }

  /** The drawing as one {@code <svg>} element, named and described for those who cannot see it. */
  String element(String title, String description) {
    return element(title, description, "");
  }

  /** The drawing with the letters that it uses, to stand alone. */
  String file(String title, String description) {
    String rules = used.stream().map(Typeface::rule).collect(Collectors.joining("\n"));

    return element(title, description, "<style>" + rules + "</style>\n");
  }

  private String element(String title, String description, String style) {
    StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    svg.append(attribute("xmlns:xlink", "http://www.w3.org/1999/xlink"))
        .append(attribute("role", "img"))
        .append(attribute("class", "form-" + form.code()))
        .append(attribute("viewBox", "0 0 " + form.width() + " " + height))
        .append(attribute("width", String.valueOf(form.width())))
        .append(attribute("height", String.valueOf(height)))
        .append(attribute("font-family", Typeface.FAMILY))
        .append(number("font-size", Palette.LABEL.getSize2D()))
        .append(attribute("stroke-linecap", "round"))
        .append(attribute("stroke-linejoin", "round"))
        .append(">\n<title>" + escaped(title) + "</title>\n")
        .append("<desc>" + escaped(description) + "</desc>\n")
        .append(style);
    clips.forEach(
        (path, id) ->
            svg.append("<clipPath" + attribute("id", id) + ">")
                .append("<path" + attribute("d", path) + "/></clipPath>\n"));
    int from = 0;
    while (from < elements.size()) {
      int to = from + 1;
      while (to < elements.size() && elements.get(to).style.equals(elements.get(from).style)) {
        to++;
      }
      append(svg, elements.subList(from, to));
      from = to;
    }

    return svg.append("</svg>").toString();
  }

  /** Elements of one style, which is written once. */
  private static void append(StringBuilder svg, List<Element> alike) {
    Element first = alike.get(0);
    if (alike.size() == 1 && first.id.isEmpty()) {
      svg.append(first.alone()).append('\n');
      return;
    }

    svg.append("<g" + first.style + ">");
    alike.forEach(svg::append);
    svg.append("</g>\n");
  }

  private static String color(String attribute, Color color) {
    String plain = String.format("#%06x", color.getRGB() & 0xFFFFFF);
    double opacity = color.getAlpha() / 255.0;

    return attribute(attribute, plain)
        + (color.getAlpha() == 255
            ? ""
            : attribute(attribute + "-opacity", String.format(Locale.ROOT, "%.3f", opacity)));
  }

  private static String number(String name, double value) {
    return attribute(name, SvgPath.tenths(SvgPath.tenths(value)));
  }

  private static String attribute(String name, String value) {
    return " " + name + "=\"" + escaped(value) + "\"";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
