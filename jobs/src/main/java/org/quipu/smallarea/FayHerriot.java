package org.quipu.smallarea;

import java.util.Arrays;
import org.quipu.math.WeightedLeastSquares;

/**
 * The area-level model of Fay and Herriot (1979): direct estimate = x'β + u + e with u ~ N(0, A)
 * and e ~ N(0, D), D known (R: {@code sae::eblupFH}, {@code emdi::fh}, run to convergence).
 */
public final class FayHerriot {
  private FayHerriot() {}

  /** Fits the model and predicts every area, those without sample by the regression alone. */
  public static FayHerriotFit fit(AreaData data, VarianceEstimator estimator) {
    return fit(data, estimator, VarianceSearch.GRID);
  }

  /** The same with a grid of so many intervals in the search for the highest mode. */
  static FayHerriotFit fit(AreaData data, VarianceEstimator estimator, int grid) {
    int[] sampled = data.sampled();
    double[] y = Arrays.stream(sampled).mapToDouble(i -> data.direct()[i]).toArray();
    double[] d = Arrays.stream(sampled).mapToDouble(i -> data.variances()[i]).toArray();
    double[][] x = Arrays.stream(sampled).mapToObj(i -> data.design()[i]).toArray(double[][]::new);
    double a = new VarianceSearch(y, x, d, estimator, grid).variance();
    return new FayHerriotFit(data, estimator, a, new WeightedLeastSquares(y, x, d, a), d);
  }
}
