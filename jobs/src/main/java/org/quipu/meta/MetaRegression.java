package org.quipu.meta;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.quipu.UserException;
import org.quipu.math.TestedEstimate;
import org.quipu.math.WaldTest;
import org.quipu.math.WeightedLeastSquares;

/**
 * Random-effects meta-regression, effect = X·β + u + e with u ~ N(0, τ²·I) and e ~ N(0, V) for a
 * known V (Viechtbauer 2010, Journal of Statistical Software 36). Equal to {@code metafor::rma}
 * (3.8) run to convergence and, for a V that is not diagonal, to {@code rma.mv} with one random
 * effect for each row.
 *
 * @param estimator of τ²
 * @param inference test of the coefficients
 * @param level of confidence, 0 to 1
 */
public record MetaRegression(TauSquared estimator, CoefficientTest inference, double level) {
  public MetaRegression {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /** REML, Knapp-Hartung, 95 %. */
  public static MetaRegression withDefaults() {
    return new MetaRegression(TauSquared.REML, CoefficientTest.KNAPP_HARTUNG, 0.95);
  }

  /** The common-effect model, with z. */
  public static MetaRegression fixedEffect() {
    return new MetaRegression(TauSquared.FIXED_EFFECT, CoefficientTest.NORMAL, 0.95);
  }

  public MetaRegression with(TauSquared other) {
    return new MetaRegression(other, inference, level);
  }

  public MetaRegression with(CoefficientTest other) {
    return new MetaRegression(estimator, other, level);
  }

  /**
   * Fits the model.
   *
   * @throws UserException if there are no more units than terms, or a term is a combination of
   *     others
   */
  public MetaFit fit(Effects effects) {
    int k = effects.size();
    int p = effects.terms().size();
    if (k <= p) {
      throw new UserException(
          "a regression on %d terms needs at least %d units with a standard error; found %d"
              .formatted(p, p + 1, k));
    }

    RotatedModel model = RotatedModel.of(effects);
    double tau2 = estimator.estimate(model);
    WeightedLeastSquares solution = model.at(tau2);
    RealMatrix unscaled = model.covariance(solution);
    RealMatrix covariance = unscaled.scalarMultiply(scale(solution, k - p));
    double df = df(effects);
    double[] beta = model.coefficients(solution);
    List<TestedEstimate> coefficients = new ArrayList<>();
    for (int j = 0; j < p; j++) {
      double error = Math.sqrt(covariance.getEntry(j, j));
      coefficients.add(TestedEstimate.of(beta[j], error, df, level));
    }

    return new MetaFit(
        this,
        effects,
        coefficients,
        covariance,
        unscaled,
        tau2,
        ResidualHeterogeneity.of(this, effects, model, solution, tau2),
        moderatorTest(effects, new ArrayRealVector(beta), covariance, df));
  }

  /** Degrees of freedom of the coefficients' t; NaN for z. */
  double df(Effects effects) {
    return inference == CoefficientTest.NORMAL
        ? Double.NaN
        : effects.size() - effects.terms().size();
  }

  /** The t or z of each coefficient, for the many fits of a permutation test. */
  double[] statistics(RotatedModel model) {
    WeightedLeastSquares solution = model.at(estimator.estimate(model));
    RealMatrix covariance = model.covariance(solution);
    double scale = scale(solution, model.k() - model.p());
    double[] statistics = model.coefficients(solution);
    for (int j = 0; j < statistics.length; j++) {
      statistics[j] /= Math.sqrt(scale * covariance.getEntry(j, j));
    }

    return statistics;
  }

  private double scale(WeightedLeastSquares solution, int df) {
    double variance = solution.residualSum() / df;
    return switch (inference) {
      case KNAPP_HARTUNG -> variance;
      case KNAPP_HARTUNG_TRUNCATED -> Math.max(1, variance);
      case NORMAL -> 1;
    };
  }

  private static WaldTest moderatorTest(
      Effects effects, RealVector beta, RealMatrix covariance, double df) {
    int p = beta.getDimension();
    int first = p > 1 && effects.terms().get(0).equals(Effects.INTERCEPT) ? 1 : 0;
    RealVector tested = beta.getSubVector(first, p - first);
    RealMatrix precision = MatrixUtils.inverse(covariance.getSubMatrix(first, p - 1, first, p - 1));
    double wald = tested.dotProduct(precision.operate(tested));
    int count = p - first;
    return Double.isNaN(df)
        ? WaldTest.chiSquared(wald, count)
        : WaldTest.f(wald / count, count, df);
  }
}
