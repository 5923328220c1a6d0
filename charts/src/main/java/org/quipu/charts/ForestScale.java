package org.quipu.charts;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.NumberAxis;
import org.quipu.text.Language;

/**
 * The scale of estimates beside their reference, logarithmic for ratios. Intervals that are far
 * wider than most, and estimates that are far from all, end at its edges.
 */
final class ForestScale {
  /** Powers of ten that a ratio may be away from 1. */
  private static final double FARTHEST = 3;

  /** How many times its usual half an interval may be long beyond the estimates. */
  private static final double WIDEST = 3;

  /** Part of the scale that is empty at either end. */
  private static final double MARGIN = 0.03;

  private final boolean ratios;
  private final double low;
  private final double high;

  ForestScale(boolean ratios, List<ForestFigure.Level> levels) {
    this.ratios = ratios;
    double usual = median(levels);
    double most = reach(levels, ForestFigure.Level::estimate, 1);
    double least = -reach(levels, ForestFigure.Level::estimate, -1);
    double right = Math.min(reach(levels, ForestFigure.Level::high, 1), most + WIDEST * usual);
    double left = Math.max(-reach(levels, ForestFigure.Level::low, -1), least - WIDEST * usual);
    double length = right - left > 0 ? right - left : 1;
    this.low = left - MARGIN * length;
    this.high = right + MARGIN * length;
  }

  /** How far values are from the reference in a direction, which is 1 or -1; 0 if none is. */
  private double reach(
      List<ForestFigure.Level> levels, ToDoubleFunction<ForestFigure.Level> value, int direction) {
    return levels.stream()
        .mapToDouble(value)
        .map(this::place)
        .filter(place -> !Double.isNaN(place))
        .map(place -> place * direction)
        .map(place -> ratios ? Math.min(place, FARTHEST) : place)
        .reduce(0, Math::max);
  }

  /** Half of the intervals are no longer than this to either side. */
  private double median(List<ForestFigure.Level> levels) {
    double[] halves =
        levels.stream()
            .mapToDouble(level -> (place(level.high()) - place(level.low())) / 2)
            .filter(Double::isFinite)
            .sorted()
            .toArray();

    return DoubleStream.of(halves).skip(halves.length / 2).findFirst().orElse(1);
  }

  private double place(double value) {
    return ratios ? Math.log10(value) : value;
  }

  /** The place of a value on the axis; that of the nearest edge where it is beyond. */
  double at(double value) {
    return Math.max(low, Math.min(place(value), high));
  }

  /** Whether a value is beyond the left edge. */
  boolean isLeft(double value) {
    return place(value) < low;
  }

  /** Whether a value is beyond the right edge. */
  boolean isRight(double value) {
    return place(value) > high;
  }

  NumberAxis axis(Language language) {
    NumberAxis axis = new ForestAxis(language, ratios);
    axis.setRange(low, high);

    return axis;
  }
}
