package org.quipu.charts;

import java.util.Locale;

/** The shape of a figure's sheet: where it is to be seen. */
public enum Form {
  /** On a page, on screen or on paper: with 17 cm its letters have 8 points. */
  WIDE(720, 0, 2, 16, 15),
  /** On a phone. */
  PHONE(360, 0, 3, 12, 15),
  /** Alone, in social media; 1080 by 1080 pixels. */
  SQUARE(432, 432, 2.5, 16, 19),
  /** As the picture of a link; 1200 by 630 pixels. */
  CARD(600, 315, 2, 18, 18);

  private final int width;
  private final int height;
  private final double scale;
  private final int margin;
  private final float titleSize;

  Form(int width, int height, double scale, int margin, float titleSize) {
    this.width = width;
    this.height = height;
    this.scale = scale;
    this.margin = margin;
    this.titleSize = titleSize;
  }

  /** The name in options and in names of files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether its height is given, so that it holds the finding and what fits of the rest. */
  boolean fixed() {
    return height > 0;
  }

  /** Width in pixels. */
  int width() {
    return width;
  }

  /** Height in pixels; 0 for as high as a figure is. */
  int height() {
    return height;
  }

  /** Pixels of a picture for one of the drawing. */
  double scale() {
    return scale;
  }

  /** Empty pixels at the left and at the right. */
  int margin() {
    return margin;
  }

  /** Pixels between the margins. */
  int room() {
    return width - 2 * margin;
  }

  float titleSize() {
    return titleSize;
  }
}
