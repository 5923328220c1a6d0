package org.quipu.pdf;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The headings of a document as the outline that its reader shows beside the pages. */
final class Outline {
  private Outline() {}

  /** Puts the outline where the renderer looks for it. */
  static void add(Document text) {
    Element outline = text.createElement("bookmarks");
    NodeList headings = text.getElementsByTagName("h2");
    for (int i = 0; i < headings.getLength(); i++) {
      Element heading = (Element) headings.item(i);
      if (!heading.hasAttribute("id")) {
        heading.setAttribute("id", "heading-" + (i + 1));
      }
      Element bookmark = text.createElement("bookmark");
      bookmark.setAttribute("name", heading.getTextContent());
      bookmark.setAttribute("href", "#" + heading.getAttribute("id"));
      outline.appendChild(bookmark);
    }
    text.getElementsByTagName("head").item(0).appendChild(outline);
  }
}
