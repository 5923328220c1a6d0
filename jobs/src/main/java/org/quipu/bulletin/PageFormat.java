package org.quipu.bulletin;

import java.util.Arrays;

/** What a page is written as: for the screen, or for paper. */
public enum PageFormat {
  HTML("html"),
  PDF("pdf");

  private final String ending;

  PageFormat(String ending) {
    this.ending = ending;
  }

  /** The format of files with this ending. */
  public static PageFormat named(String ending) {
    return Arrays.stream(values())
        .filter(format -> format.ending.equals(ending))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + ending + "' is none of html, pdf"));
  }

  /** A page's file in this format, by the name of its file for the screen. */
  String file(String html) {
    return html.substring(0, html.lastIndexOf('.') + 1) + ending;
  }
}
