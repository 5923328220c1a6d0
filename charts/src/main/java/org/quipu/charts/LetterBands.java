package org.quipu.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The heights of a drawing at which it has upright letters, and so where it may be cut. */
final class LetterBands implements VectorGraphics.Ink {
  /** Of a font's size, how far letters go above and below the line on which they stand. */
  private static final double ABOVE = 0.95;

  private static final double BELOW = 0.25;

  /** A cut has this many pixels without letters on either side. */
  private static final int CLEAR = 1;

  private final BitSet lettered = new BitSet();
  private final int height;

  LetterBands(int height) {
    this.height = height;
  }

  @Override
  public void fill(Shape shape, Color color, Shape clip) {}

  @Override
  public void stroke(Shape shape, BasicStroke stroke, Color color, Shape clip) {}

  @Override
  public void text(VectorGraphics.Text text, Color color, Shape clip) {
    if (text.transform().getShearY() == 0) {
      double line = text.transform().getTranslateY() + text.y() * text.transform().getScaleY();
      double size = text.font().getSize2D() * text.transform().getScaleY();
      lettered.set(
          Math.max(0, (int) Math.floor(line - ABOVE * size) - CLEAR),
          Math.max(0, (int) Math.ceil(line + BELOW * size) + CLEAR));
    }
  }

  /**
   * Where to cut, from the top to the bottom: in the middle between two lines of letters. The title
   * stays with what it is the title of.
   *
   * @param least pixels between two cuts; above the first are three times as many
   */
  List<Integer> cuts(int least) {
    List<Integer> cuts = new ArrayList<>();
    int last = 2 * least;
    for (int clear = lettered.nextClearBit(0); clear < height; ) {
      int end = lettered.nextSetBit(clear);
      int middle = (clear + Math.min(end < 0 ? height : end, height)) / 2;
      if (end >= 0 && middle - last >= least && height - middle >= least) {
        cuts.add(middle);
        last = middle;
      }
      clear = end < 0 ? height : lettered.nextClearBit(end);
    }

    return cuts;
  }
}
