package org.quipu.smallarea;

/**
 * The mean squared error of a small-area mean whose logarithm follows a {@link FayHerriot} model,
 * for an area with sample (Slud and Maiti 2006, Journal of the Royal Statistical Society B 68; R:
 * {@code emdi} with {@code backtransformation = "bc_sm"}).
 */
final class SludMaiti {
  private final FayHerriotFit fit;
  private final double leverages;

  SludMaiti(FayHerriotFit fit) {
    this.fit = fit;
    double sum = 0;
    for (int i : fit.data().sampled()) {
      sum += fit.leverage(i) / Math.pow(fit.variance() + fit.data().variances()[i], 2);
    }
    this.leverages = sum;
  }

  double mse(int area) {
    double a = fit.variance();
    double d = fit.data().variances()[area];
    double total = a + d;
    double gamma = a / total;
    double shrink = d * d / (total * total);
    double leverage = fit.leverage(area);
    double ofA = 2 / fit.traceWW();
    double predicted = 2 * fit.synthetic(area);
    double kept = Math.exp(-gamma * d);
    double outer = Math.exp(predicted + 2 * a);
    double inner = shrink * Math.exp(predicted + a * (1 + gamma));

    double known = outer * (1 - kept);
    double ofBeta = inner * leverage;
    double ofVariance = inner * ofA * (Math.pow(1 + 3 * gamma, 2) / 4 + 1 / total);
    double bias =
        outer
            * (2 * (1 - kept) * leverage
                - ofA * (2 + (shrink - 2) * kept) * leverages
                + ofA
                    * (2
                        + (2 * shrink - 2) * kept
                        - shrink / total * kept * (1 + d * d / (2 * total))));
    return known + ofBeta + ofVariance - bias;
  }
}
