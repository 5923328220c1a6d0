package org.quipu.smallarea;

import java.util.ArrayList;
import java.util.List;
import org.quipu.math.Distributions;

/**
 * The density that shows an estimate and its 95 % interval as a curve: on the model's scale two
 * halves of normal densities that meet in the estimate, each with the standard deviation that the
 * distance to its end of the interval gives (the split normal of Fechner; Wallis 2014, Statistical
 * Science 29). It has 95 % of its area over the interval, and it is the normal density where the
 * interval is symmetric on that scale.
 */
public final class IntervalDensity {
  private static final int STEPS = 80;

  /** Standard deviations that the curve reaches to either side. */
  private static final double REACH = 3;

  /**
   * A point of the curve.
   *
   * @param value in the units of the estimate
   * @param density for one such unit
   */
  public record Point(double value, double density) {}

  private IntervalDensity() {}

  /**
   * The curve, from the left to the right.
   *
   * @param low lower end of the 95 % interval of the estimate
   * @param high upper end
   * @return no points where the estimate is not between the ends, or one of them is not on the
   *     scale
   */
  public static List<Point> of(Scale scale, double estimate, double low, double high) {
    boolean apart = low < estimate && estimate < high;
    if (!apart || !scale.includes(low) || !scale.includes(high)) {
      return List.of();
    }

    double middle = scale.of(estimate);
    double reach = Distributions.critical(0.95, Double.NaN);
    double left = (middle - scale.of(low)) / reach;
    double right = (scale.of(high) - middle) / reach;
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= STEPS; i++) {
      double z = REACH * (2.0 * i / STEPS - 1);
      double scaled = middle + z * (z < 0 ? left : right);
      double value = scale.inverse(scaled);
      boolean isEnd = Math.abs(scale.of(value) - scaled) > 1e-9;
      if (!isEnd && Double.isFinite(scale.slope(value))) {
        double normal = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        points.add(new Point(value, 2 * normal / (left + right) * scale.slope(value)));
      }
    }

    return points;
  }
}
