package org.quipu.smallarea;

import java.util.List;
import org.quipu.math.WeightedLeastSquares;

/** A fitted {@link FayHerriot} model. Arrays by area are in the order of its data. */
public final class FayHerriotFit implements AreaModelFit {
  private final AreaData data;
  private final VarianceEstimator estimator;
  private final double variance;
  private final WeightedLeastSquares regression;
  private final double[] d;
  private final MseFormula formula;

  FayHerriotFit(
      AreaData data,
      VarianceEstimator estimator,
      double variance,
      WeightedLeastSquares regression,
      double[] d) {
    this(data, estimator, variance, regression, d, MseFormula.DATTA_LAHIRI);
  }

  private FayHerriotFit(
      AreaData data,
      VarianceEstimator estimator,
      double variance,
      WeightedLeastSquares regression,
      double[] d,
      MseFormula formula) {
    this.data = data;
    this.estimator = estimator;
    this.variance = variance;
    this.regression = regression;
    this.d = d;
    this.formula = formula;
  }

  /**
   * The same with mean squared errors by a formula; {@link MseFormula#DATTA_LAHIRI} unless said.
   */
  public FayHerriotFit with(MseFormula other) {
    return new FayHerriotFit(data, estimator, variance, regression, d, other);
  }

  /** A, the variance between areas that the regression does not explain. */
  public double variance() {
    return variance;
  }

  @Override
  public double[] coefficients() {
    return regression.coefficients();
  }

  @Override
  public double[][] covariance() {
    return regression.covariance();
  }

  @Override
  public List<ModelTerm> components() {
    return List.of(new ModelTerm("sigma2u", variance, Math.sqrt(asymptoticVariance())));
  }

  @Override
  public int observations() {
    return d.length;
  }

  @Override
  public double logLikelihood() {
    return -0.5
        * (regression.sumOfLogVariances()
            + regression.residualSum()
            + d.length * Math.log(2 * Math.PI));
  }

  @Override
  public double variance(int area) {
    return variance;
  }

  /** The weight of an area's direct estimate, A / (A + D); 0 without sample. */
  @Override
  public double gamma(int area) {
    return data.isSampled(area) ? variance / (variance + data.variances()[area]) : 0;
  }

  @Override
  public double synthetic(int area) {
    double sum = 0;
    for (int j = 0; j < data.terms().size(); j++) {
      sum += data.design()[area][j] * regression.coefficients()[j];
    }

    return sum;
  }

  @Override
  public double eblup(int area) {
    double synthetic = synthetic(area);
    return data.isSampled(area)
        ? synthetic + gamma(area) * (data.direct()[area] - synthetic)
        : synthetic;
  }

  /**
   * Its estimated mean squared error: by a {@link MseFormula} for REML, ML and moments; Li and
   * Lahiri (2010) and Yoshimori and Lahiri (2014) for the adjusted likelihoods; A + x'Cov(β)x
   * without sample.
   */
  @Override
  public double mse(int area) {
    double leverage = leverage(area);
    if (!data.isSampled(area)) {
      return variance + leverage;
    }

    double own = data.variances()[area];
    double shrink = own / (variance + own);
    double g1 = variance * shrink;
    double g2 = shrink * shrink * leverage;
    double g3 = shrink * shrink * asymptoticVariance() / (variance + own);
    double bias = formula == MseFormula.PRASAD_RAO ? 0 : bias();
    return g1 + g2 + 2 * g3 - bias * shrink * shrink;
  }

  /** The variance of an area's true value given the data, were A and β known: A·(1 − γ). */
  @Override
  public double conditionalVariance(int area) {
    return variance * (1 - gamma(area));
  }

  /** x'Cov(β)x. */
  double leverage(int area) {
    double[] row = data.design()[area];
    double leverage = 0;
    for (int a = 0; a < row.length; a++) {
      for (int b = 0; b < row.length; b++) {
        leverage += row[a] * regression.covariance()[a][b] * row[b];
      }
    }

    return leverage;
  }

  AreaData data() {
    return data;
  }

  /** Σ (A + D)⁻² over the areas with sample. */
  double traceWW() {
    return regression.traceWW();
  }

  /** Of the estimator of A. */
  private double asymptoticVariance() {
    return estimator == VarianceEstimator.MOMENTS
        ? 2 * d.length / Math.pow(regression.traceW(), 2)
        : 2 / regression.traceWW();
  }

  /** Of the estimator of A, to the order 1/m. */
  private double bias() {
    double ww = regression.traceWW();
    double w = regression.traceW();
    return switch (estimator) {
      case REML, AMRL_YL -> 0;
      case ML, AMPL_YL -> -(w - regression.traceP()) / ww;
      case MOMENTS -> 2 * (d.length * ww - w * w) / Math.pow(w, 3);
      case AMRL -> 2 / variance / ww;
      case AMPL -> (2 / variance - (w - regression.traceP())) / ww;
    };
  }
}
