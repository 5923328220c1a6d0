package org.quipu.meta;

import java.util.List;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.quipu.math.Distributions;
import org.quipu.math.TestedEstimate;
import org.quipu.math.WaldTest;

/**
 * A fitted meta-regression.
 *
 * @param coefficients in the order of the terms
 * @param covariance of the coefficients, scaled as the test requires
 * @param unscaled the same with the variances taken as known, (X'WX)⁻¹
 * @param tau2 residual variance between units, τ², in squared units of the effects
 * @param moderators the joint test of all terms but the intercept (QM or F), or of the intercept
 *     where there is no other
 */
public record MetaFit(
    MetaRegression options,
    Effects effects,
    List<TestedEstimate> coefficients,
    RealMatrix covariance,
    RealMatrix unscaled,
    double tau2,
    ResidualHeterogeneity heterogeneity,
    WaldTest moderators) {

  public MetaFit {
    coefficients = List.copyOf(coefficients);
  }

  public TestedEstimate coefficient(String term) {
    return coefficients.get(position(term));
  }

  public int position(String term) {
    int at = effects.terms().indexOf(term);
    if (at < 0) {
      throw new IllegalArgumentException("no term '" + term + "' in " + effects.terms());
    }

    return at;
  }

  /**
   * The larger of a coefficient's two standard errors: the one that its test uses, and the one that
   * takes the variances as known. Power computed on the smaller would promise too much.
   */
  public double largerError(String term) {
    int at = position(term);
    return Math.sqrt(Math.max(covariance.getEntry(at, at), unscaled.getEntry(at, at)));
  }

  /** Degrees of freedom of the coefficients' t; NaN for z. */
  public double df() {
    return options.df(effects);
  }

  /**
   * The weight of each effect in percent of their sum, one over the variance that sampling and τ²
   * give it (R: {@code weights.rma.uni(type = "diagonal")}).
   */
  public double[] weights() {
    double[] weights = new double[effects.size()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 / (effects.variance(i) + tau2);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= 100 / sum;
    }

    return weights;
  }

  /** The diagonal of the hat matrix, of independent effects (R: {@code hatvalues.rma.uni}). */
  public double[] leverages() {
    double[] leverages = new double[effects.size()];
    for (int i = 0; i < leverages.length; i++) {
      RealVector x = effects.design().getRowVector(i);
      leverages[i] = x.dotProduct(unscaled.operate(x)) / (effects.variance(i) + tau2);
    }

    return leverages;
  }

  /** The coefficients alone, in the order of the terms. */
  public RealVector beta() {
    return new ArrayRealVector(
        coefficients.stream().mapToDouble(TestedEstimate::estimate).toArray());
  }

  /**
   * The mean effect at these values of the p columns of the design (the intercept's 1 first), its
   * interval, and the prediction interval of the true effect of a new unit (R: {@code
   * predict.rma}).
   */
  public Prediction predict(double... moderators) {
    RealVector x = new ArrayRealVector(moderators);
    double mean = x.dotProduct(beta());
    double error = Math.sqrt(x.dotProduct(covariance.operate(x)));
    double critical = Distributions.critical(options.level(), df());
    double spread = critical * Math.sqrt(error * error + tau2);
    return new Prediction(
        mean,
        error,
        mean - critical * error,
        mean + critical * error,
        mean - spread,
        mean + spread);
  }

  /**
   * The best linear unbiased prediction of each unit's true effect: its estimate, shrunk toward the
   * regression by the share of its variance that is sampling error (R: {@code blup.rma.uni}).
   */
  RealVector blup() {
    RealVector fitted = effects.design().operate(beta());
    RealVector residuals = effects.values().subtract(fitted);
    RealMatrix marginal =
        effects
            .covariance()
            .add(MatrixUtils.createRealIdentityMatrix(effects.size()).scalarMultiply(tau2));
    return fitted.add(MatrixUtils.inverse(marginal).operate(residuals).mapMultiply(tau2));
  }

  /** The interval of τ² by the Q-profile method (R: {@code confint.rma.uni}). */
  TauInterval tauInterval() {
    return TauInterval.of(effects, options.level());
  }
}
