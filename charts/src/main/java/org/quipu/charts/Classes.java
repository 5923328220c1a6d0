package org.quipu.charts;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.quipu.text.Language;

/**
 * The classes of a map, at most five: limits and colours, which differ in lightness too. They are
 * the same for all maps of a kind, so that one can be laid beside another.
 */
public final class Classes {
  static final Color EMPTY = new Color(0xDD, 0xDD, 0xDD);

  private static final int MOST = 5;
  private static final double[] CHANGES = {
    Double.NEGATIVE_INFINITY, -10, 0, 10, Double.POSITIVE_INFINITY
  };
  private static final double[] WIDTHS = {0, 2, 4, 8, 16, Double.POSITIVE_INFINITY};
  private static final double[] FREQUENCIES = {0, 10, 33, 66, 100};

  private static final Color PALE = new Color(0xE8, 0xF1, 0xF7);
  private static final Color DEEP = new Color(0x04, 0x2A, 0x48);
  private static final Color PALE_PURPLE = new Color(0xF3, 0xEA, 0xF2);
  private static final Color DEEP_PURPLE = new Color(0x4A, 0x17, 0x48);

  private final double[] limits;
  private final List<Color> colors;

  private Classes(double[] limits, List<Color> colors) {
    this.limits = limits;
    this.colors = colors;
  }

  /** No classes, where there is nothing to class. */
  static Classes none() {
    return new Classes(new double[] {0}, List.of());
  }

  /**
   * Levels in percent, from pale to deep, in round classes at least half as wide as a usual
   * interval: narrower ones would show what the survey cannot tell. They hold all but the lowest
   * and highest twentieth of the levels; where others lie beyond, the outer classes are open.
   *
   * @param levels of all maps of the kind, at least one
   * @param interval the usual width of an interval, NaN where not known
   */
  public static Classes ofLevels(double[] levels, double interval) {
    double[] sorted = levels.clone();
    Arrays.sort(sorted);
    int beyond = sorted.length / 20;
    double lowest = sorted[beyond];
    double highest = sorted[sorted.length - 1 - beyond];
    double step = Scale.step(Double.isNaN(interval) || interval <= 0 ? 0.1 : interval / 2);
    while (last(highest, step) - first(lowest, step) > MOST) {
      step = Scale.step(step * 1.1);
    }
    long first = first(lowest, step);
    long last = Math.max(first + 1, last(highest, step));
    double[] limits = new double[(int) (last - first) + 1];
    for (int i = 0; i < limits.length; i++) {
      limits[i] = Math.rint((first + i) * step * 1e6) / 1e6;
    }
    if (sorted[0] < limits[0]) {
      limits[0] = Double.NEGATIVE_INFINITY;
    }
    if (sorted[sorted.length - 1] > limits[limits.length - 1]) {
      limits[limits.length - 1] = Double.POSITIVE_INFINITY;
    }

    return new Classes(limits, ramp(limits.length - 1, PALE, Palette.BLUE, DEEP));
  }

  private static long first(double lowest, double step) {
    return (long) Math.floor(lowest / step + 1e-9);
  }

  private static long last(double highest, double step) {
    return (long) Math.ceil(highest / step - 1e-9);
  }

  /** Changes in points: blue for the better, vermillion for the worse. */
  static Classes ofChanges(Better better) {
    Color fall = better == Better.LOWER ? Palette.BLUE : Palette.VERMILLION;
    Color rise = better == Better.LOWER ? Palette.VERMILLION : Palette.BLUE;

    return new Classes(
        CHANGES,
        List.of(
            Palette.mix(fall, Color.BLACK, 0.35),
            Palette.mix(Color.WHITE, fall, 0.55),
            Palette.mix(Color.WHITE, rise, 0.55),
            Palette.mix(rise, Color.BLACK, 0.35)));
  }

  /** Widths of intervals in points: each class is twice as wide as the one before. */
  static Classes ofWidths() {
    return new Classes(WIDTHS, ramp(WIDTHS.length - 1, PALE_PURPLE, Palette.PURPLE, DEEP_PURPLE));
  }

  /** How often something happens, in percent, in the bands in which it is said in words. */
  static Classes ofFrequencies() {
    return new Classes(FREQUENCIES, ramp(FREQUENCIES.length - 1, Color.WHITE, Palette.BLUE, DEEP));
  }

  private static List<Color> ramp(int classes, Color pale, Color middle, Color deep) {
    double last = Math.max(1, classes - 1);

    return DoubleStream.iterate(0, i -> i + 1)
        .limit(classes)
        .map(i -> classes == 1 ? 0.5 : i / last)
        .mapToObj(
            depth ->
                depth < 0.5
                    ? Palette.mix(pale, middle, 2 * depth)
                    : Palette.mix(middle, deep, 2 * depth - 1))
        .toList();
  }

  int size() {
    return colors.size();
  }

  double low(int i) {
    return limits[i];
  }

  double high(int i) {
    return limits[i + 1];
  }

  Color colorOf(int i) {
    return colors.get(i);
  }

  Color color(double value) {
    return colors.get(index(value));
  }

  /** The class of a value; a limit belongs to the class above it. */
  int index(double value) {
    int i = 0;
    while (i < colors.size() - 1 && value >= limits[i + 1]) {
      i++;
    }

    return i;
  }

  /**
   * Where a value stands, in classes from the lowest limit; in a class without an outer limit in
   * the middle.
   */
  double position(double value) {
    int i = index(value);
    double within = (value - limits[i]) / (limits[i + 1] - limits[i]);

    return i
        + (Double.isInfinite(limits[i + 1] - limits[i]) ? 0.5 : Math.min(1, Math.max(0, within)));
  }

  /** A limit as people write it. */
  String text(Language language, double limit) {
    return language.decimal(limit, limit == Math.rint(limit) ? 0 : 1);
  }

  /** Whether values from one to another lie in more than one class. */
  boolean spans(double low, double high) {
    return index(low) != index(high);
  }
}
