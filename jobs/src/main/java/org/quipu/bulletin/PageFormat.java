package org.quipu.bulletin;

import org.quipu.Coded;

/** What a page is written as, for the screen or for paper; the code is the ending of its files. */
public enum PageFormat implements Coded {
  HTML,
  PDF;

  /** A page's file in this format, by the name of its file for the screen. */
  String file(String html) {
    return html.substring(0, html.lastIndexOf('.') + 1) + code();
  }
}
