package org.quipu.pdf;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The headings and figures of a document, as the outline that a reader sees beside the pages. */
final class Outline {
  private final Document text;
  private final Element outline;
  private Element heading;
  private int entries;

  private Outline(Document text) {
    this.text = text;
    this.outline = text.createElement("bookmarks");
    this.heading = outline;
  }

  /** Puts the outline where the renderer looks for it. */
  static void add(Document text) {
    Outline made = new Outline(text);
    made.collect(text.getElementsByTagName("body").item(0));
    text.getElementsByTagName("head").item(0).appendChild(made.outline);
  }

  private void collect(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        switch (element.getTagName()) {
          case "h2" -> heading = entry(element, element.getTextContent(), outline);
          case "object" -> {
            if (element.hasAttribute("title")) {
              entry(element, element.getAttribute("title"), heading);
            }
          }
          default -> collect(element);
        }
      }
    }
  }

  private Element entry(Element place, String name, Element under) {
    if (!place.hasAttribute("id")) {
      entries++;
      place.setAttribute("id", "entry-" + entries);
    }
    Element entry = text.createElement("bookmark");
    entry.setAttribute("name", name);
    entry.setAttribute("href", "#" + place.getAttribute("id"));
    under.appendChild(entry);

    return entry;
  }
}
