package org.quipu.pdf;

import com.openhtmltopdf.extend.FSTextBreaker;

/** Breaks lines at blanks only: no number is torn from its sign, its decimals or its unit. */
final class Blanks implements FSTextBreaker {
  private static final int DONE = -1;

  private String text = "";
  private int from;

  @Override
  public void setText(String newText) {
    text = newText;
    from = 0;
  }

  @Override
  public int next() {
    if (from >= text.length()) {
      return DONE;
    }
    int blank = text.indexOf(' ', from);
    from = blank < 0 ? text.length() : blank + 1;

    return from;
  }
}
