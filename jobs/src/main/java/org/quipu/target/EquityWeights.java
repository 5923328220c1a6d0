package org.quipu.target;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a woman counts where need is greater or smaller. The weight of an area is its need to the
 * power of the aversion to inequality, over the mean of that by women: weights are 1 on average,
 * and twice the need is 2 to the power of the aversion times the weight. With income or an index of
 * development y, need is 1 / y: these are the distributional weights of welfare economics, (ȳ / y)
 * to the power of ε, up to a factor that all areas share (Atkinson 1970; HM Treasury, The Green
 * Book, 2022, annex 3, where ε is 1.3).
 */
public final class EquityWeights {
  private EquityWeights() {}

  /**
   * The weights of areas.
   *
   * @param need area by area, 0 or more; NaN where not known, which gives the weight 1
   * @param women area by area
   * @param aversion to inequality, 0 for none; the usual is 1, weights in proportion to need
   * @throws IllegalArgumentException if no area has any need
   */
  public static List<Double> of(double[] need, double[] women, double aversion) {
    double[] raw = Arrays.stream(need).map(each -> Math.pow(each, aversion)).toArray();
    int[] known = IntStream.range(0, raw.length).filter(i -> !Double.isNaN(raw[i])).toArray();
    double all = Arrays.stream(known).mapToDouble(i -> women[i]).sum();
    double mean = Arrays.stream(known).mapToDouble(i -> women[i] * raw[i]).sum() / all;
    if (!(mean > 0 && Double.isFinite(mean))) {
      throw new IllegalArgumentException("no area has a need over 0");
    }

    return DoubleStream.of(raw).map(each -> Double.isNaN(each) ? 1 : each / mean).boxed().toList();
  }
}
