package org.quipu.charts;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * The letters of figures and pages: Noto Sans, cut to what Spanish and English need and without
 * kerning. They come with Quipu, so that a text is as wide on every machine and in every browser as
 * it is where a figure is laid out.
 */
public enum Typeface {
  REGULAR("Regular", Font.PLAIN, 400),
  BOLD("Bold", Font.BOLD, 700);

  /** The name in styles; another font without serifs stands in where the letters are not there. */
  public static final String FAMILY = "Noto Sans, sans-serif";

  private final String file;
  private final int style;
  private final int weight;

  Typeface(String file, int style, int weight) {
    this.file = "fonts/NotoSans-" + file;
    this.style = style;
    this.weight = weight;
  }

  /** The font for drawing, of size 1. */
  Font font() {
    try {
      Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(trueType()));

      return font.deriveFont(style);
    } catch (FontFormatException e) {
      throw new IllegalStateException(file + ".ttf is no font", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rule of a style sheet that brings the letters of this weight. */
  String rule() {
    return "@font-face { font-family: \"Noto Sans\"; font-weight: "
        + weight
        + "; src: url(data:font/woff2;base64,"
        + Base64.getEncoder().encodeToString(bytes(".woff2"))
        + ") format(\"woff2\"); }";
  }

  /** The rules of a style sheet that bring the letters of all weights. */
  public static String rules() {
    return Arrays.stream(values()).map(Typeface::rule).collect(Collectors.joining("\n"));
  }

  /** The letters of this weight as a TrueType file. */
  public byte[] trueType() {
    return bytes(".ttf");
  }

  private byte[] bytes(String ending) {
    try (InputStream in = Typeface.class.getResourceAsStream(file + ending)) {
      if (in == null) {
        throw new IllegalStateException(file + ending + " is missing beside " + Typeface.class);
      }

      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
