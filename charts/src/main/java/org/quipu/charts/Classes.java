package org.quipu.charts;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** The classes of a map: round limits and their colours, which differ in lightness too. */
final class Classes {
  static final Color EMPTY = new Color(0xDD, 0xDD, 0xDD);
  private static final Color PALE = new Color(0xF4, 0xF8, 0xFB);
  private static final Color DEEP = new Color(0x04, 0x2A, 0x48);

  private final List<Double> limits;
  private final List<Color> colors;

  private Classes(List<Double> limits, List<Color> colors) {
    this.limits = limits;
    this.colors = colors;
  }

  /** From pale to deep, in some six round classes. */
  static Classes sequential(double lowest, double highest) {
    double step = Scale.step(Math.max(1, (highest - lowest) / 7));
    double start = Math.floor(lowest / step) * step;
    int classes = Math.max(1, (int) Math.ceil((highest - start) / step + 1e-9));
    List<Double> limits = new ArrayList<>();
    List<Color> colors = new ArrayList<>();
    for (int i = 0; i <= classes; i++) {
      limits.add(start + i * step);
    }
    for (int i = 0; i < classes; i++) {
      double depth = classes == 1 ? 0.5 : (double) i / (classes - 1);
      colors.add(
          depth < 0.5
              ? mix(PALE, Palette.BLUE, 0.08 + 0.92 * 2 * depth)
              : mix(Palette.BLUE, DEEP, 2 * depth - 1));
    }

    return new Classes(limits, colors);
  }

  /** Blue for the better, vermillion for the worse, paler towards zero; both sides on one scale. */
  static Classes diverging(double lowest, double highest, Better better) {
    double largest = Math.max(-lowest, highest);
    double step = Scale.step(Math.max(1, largest / 4));
    double depths = Math.max(1, Math.ceil(largest / step - 1e-9));
    int first = (int) Math.floor(Math.min(lowest, 0) / step + 1e-9);
    int last = Math.max(first + 1, (int) Math.ceil(Math.max(highest, 0) / step - 1e-9));
    List<Double> limits = new ArrayList<>();
    List<Color> colors = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      limits.add(i * step);
    }
    for (int i = first; i < last; i++) {
      double depth = (i < 0 ? -i : i + 1.0) / depths;
      colors.add(
          mix(
              Color.WHITE,
              i < 0 == (better == Better.LOWER) ? Palette.BLUE : Palette.VERMILLION,
              0.1 + 0.8 * depth));
    }

    return new Classes(limits, colors);
  }

  int size() {
    return colors.size();
  }

  double low(int i) {
    return limits.get(i);
  }

  double high(int i) {
    return limits.get(i + 1);
  }

  Color colorOf(int i) {
    return colors.get(i);
  }

  Color color(double value) {
    for (int i = 0; i < colors.size() - 1; i++) {
      if (value < limits.get(i + 1)) {
        return colors.get(i);
      }
    }

    return colors.get(colors.size() - 1);
  }

  private static Color mix(Color from, Color to, double share) {
    double s = Math.min(1, Math.max(0, share));

    return new Color(
        (int) Math.round(from.getRed() + s * (to.getRed() - from.getRed())),
        (int) Math.round(from.getGreen() + s * (to.getGreen() - from.getGreen())),
        (int) Math.round(from.getBlue() + s * (to.getBlue() - from.getBlue())));
  }
}
