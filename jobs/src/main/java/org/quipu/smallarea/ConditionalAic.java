package org.quipu.smallarea;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.quipu.math.Vectors;

/**
 * The conditional criterion of Akaike of a {@link FayHerriot} model (Vaida and Blanchard 2005,
 * Biometrika 92; Han 2013, Statistical Methodology 11, for this model): minus twice the
 * log-likelihood of the direct estimates given the predicted areas, plus twice the effective number
 * of parameters Σ ∂θ̂/∂y, which counts that A is estimated too.
 *
 * <p>With θ̂ = y − DPy, where P = V⁻¹ − V⁻¹X(X'V⁻¹X)⁻¹X'V⁻¹, and Â at the root of the derivative of
 * the likelihood, y'PPy = tr V⁻¹, that number is tr(I − DP) + y'PPDPPy / (y'PPPy − ½ tr V⁻²); where
 * Â is 0 it is tr(I − DP).
 */
final class ConditionalAic {
  private final FayHerriotFit fit;
  private final int[] sampled;
  private final double[] d;

  private ConditionalAic(FayHerriotFit fit) {
    this.fit = fit;
    this.sampled = fit.data().sampled();
    this.d = IntStream.of(sampled).mapToDouble(i -> fit.data().variances()[i]).toArray();
  }

  /**
   * The criterion of a fit.
   *
   * @param fit by maximum likelihood
   */
  static double of(FayHerriotFit fit) {
    return new ConditionalAic(fit).value();
  }

  private double value() {
    double[] once = projected(IntStream.of(sampled).mapToDouble(i -> fit.data().direct()[i]));
    double value = 0;
    for (int k = 0; k < d.length; k++) {
      // y − θ̂ = DPy.
      value += Math.log(2 * Math.PI * d[k]) + d[k] * once[k] * once[k];
    }

    return value + 2 * parameters(once);
  }

  /**
   * The effective number of parameters.
   *
   * @param once Py
   */
  private double parameters(double[] once) {
    double count = 0;
    for (int k = 0; k < d.length; k++) {
      double w = 1 / (fit.variance() + d[k]);
      count += 1 - d[k] * w * (1 - w * fit.leverage(sampled[k]));
    }
    if (fit.variance() == 0) {
      return count;
    }

    double[] twice = projected(Arrays.stream(once));
    double pulled = 0;
    for (int k = 0; k < d.length; k++) {
      pulled += d[k] * twice[k] * twice[k];
    }

    return count + pulled / (Vectors.dot(once, twice) - fit.traceWW() / 2);
  }

  /** P times a vector. */
  private double[] projected(DoubleStream values) {
    double[] weighted = values.toArray();
    double[] moment = new double[fit.data().terms().size()];
    for (int k = 0; k < d.length; k++) {
      weighted[k] /= fit.variance() + d[k];
      for (int j = 0; j < moment.length; j++) {
        moment[j] += weighted[k] * fit.data().design()[sampled[k]][j];
      }
    }
    double[] explained = new double[moment.length];
    Arrays.setAll(explained, j -> Vectors.dot(fit.covariance()[j], moment));
    for (int k = 0; k < d.length; k++) {
      weighted[k] -=
          Vectors.dot(fit.data().design()[sampled[k]], explained) / (fit.variance() + d[k]);
    }

    return weighted;
  }
}
