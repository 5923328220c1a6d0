package org.quipu.smallarea;

import static org.quipu.smallarea.EffectCovariance.RHO1;
import static org.quipu.smallarea.EffectCovariance.RHO2;
import static org.quipu.smallarea.EffectCovariance.SIGMA1;
import static org.quipu.smallarea.EffectCovariance.SIGMA2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.quipu.math.Cholesky;
import org.quipu.math.Vectors;
import org.quipu.math.WeightedLeastSquares;

/**
 * A fitted {@link SpatialFayHerriot} or {@link SpatioTemporalFayHerriot}, whose predictors are
 * linear in the direct estimates: x'β + b'(y − Xβ) with b = V⁻¹ times the covariance of the data
 * with the row's effect.
 *
 * <p>The mean squared error is g₁ + g₂ + 2g₃ − g₄: that of the predictor were all known (g₁), what
 * estimating β adds (g₂), what estimating the variances adds (g₃, Prasad and Rao 1990), twice
 * because g₁ at estimates is too small by as much, but for what its curvature in correlations gives
 * back (g₄, Singh, Shukla and Kundu 2005, Survey Methodology 31); for maximum likelihood less the
 * bias of its variances times the slope of g₁ (Das, Jiang and Rao 2004, Annals of Statistics 32; R:
 * {@code sae::mseSFH}).
 */
final class EffectFit implements AreaModelFit {
  private final AreaData data;
  private final EffectModel model;
  private final List<ModelTerm> components;

  /** The positions of the parameters that the data can say something about. */
  private final int[] parameters;

  private final boolean restricted;
  private final EffectModel.Curvature curvature;
  private final double[][] parameterCovariance;
  private final double[] variance;
  private final double[] gamma;
  private final double[] eblup;
  private final double[] conditional;
  private final double[] mse;

  /**
   * Fits a model.
   *
   * @param rows of all areas of the data
   * @param names of the estimated parameters
   * @param estimated their positions
   * @param estimator REML or ML
   * @throws IllegalArgumentException for another estimator
   */
  static EffectFit of(
      AreaData data,
      EffectRows rows,
      List<String> names,
      int[] estimated,
      VarianceEstimator estimator) {
    if (estimator != VarianceEstimator.REML && estimator != VarianceEstimator.ML) {
      throw new IllegalArgumentException(
          "effects that are correlated are fitted by REML or ML, not " + estimator);
    }

    int[] sampled = data.sampled();
    double[] y = IntStream.of(sampled).mapToDouble(i -> data.direct()[i]).toArray();
    double[] d = IntStream.of(sampled).mapToDouble(i -> data.variances()[i]).toArray();
    double[][] x = IntStream.of(sampled).mapToObj(i -> data.design()[i]).toArray(double[][]::new);
    EffectRows fitted = rows.select(sampled);
    boolean restricted = estimator.isRestricted();
    EffectModel best =
        new EffectSearch(
                at -> new EffectModel(y, x, d, fitted, at, restricted), estimated, scale(y, x))
            .best();
    return new EffectFit(data, rows, best, names, estimated, restricted);
  }

  /** The variance of the direct estimates around an unweighted regression. */
  private static double scale(double[] y, double[][] x) {
    return new WeightedLeastSquares(y, x, new double[y.length], 1).residualSum()
        / (y.length - x[0].length);
  }

  private EffectFit(
      AreaData data,
      EffectRows rows,
      EffectModel model,
      List<String> names,
      int[] estimated,
      boolean restricted) {
    this.data = data;
    this.model = model;
    this.restricted = restricted;
    this.parameters = IntStream.of(estimated).filter(this::isIdentified).toArray();
    this.curvature = model.curvature(parameters);
    this.parameterCovariance = Cholesky.of(curvature.information()).inverse();
    this.components = components(names, estimated);
    int m = data.size();
    this.variance = new double[m];
    this.gamma = new double[m];
    this.eblup = new double[m];
    this.conditional = new double[m];
    this.mse = new double[m];
    predict(new EffectCovariance(rows, model.at()));
  }

  /** A correlation of effects that do not vary says nothing. */
  private boolean isIdentified(int parameter) {
    return switch (parameter) {
      case RHO1 -> model.at()[SIGMA1] > 0;
      case RHO2 -> model.at()[SIGMA2] > 0;
      default -> true;
    };
  }

  private List<ModelTerm> components(List<String> names, int[] estimated) {
    List<ModelTerm> all = new ArrayList<>();
    int next = 0;
    for (int k = 0; k < estimated.length; k++) {
      boolean identified = isIdentified(estimated[k]);
      all.add(
          new ModelTerm(
              names.get(k),
              identified ? model.at()[estimated[k]] : Double.NaN,
              identified ? Math.sqrt(parameterCovariance[next][next]) : Double.NaN));
      next += identified ? 1 : 0;
    }

    return List.copyOf(all);
  }

  private void predict(EffectCovariance effects) {
    int m = data.size();
    int[] sampled = data.sampled();
    RealMatrix inverse = MatrixUtils.createRealMatrix(model.inverse());
    double[][] effect = effects.times(MatrixUtils.createRealIdentityMatrix(m).getData());
    double[][] shared = columns(effect, sampled);
    double[][] weights = MatrixUtils.createRealMatrix(shared).multiply(inverse).getData();
    double[][] rest = MatrixUtils.createRealIdentityMatrix(m).getData();
    for (int i = 0; i < m; i++) {
      variance[i] = effect[i][i];
      conditional[i] = effect[i][i] - Vectors.dot(weights[i], shared[i]);
      eblup[i] = synthetic(i) + Vectors.dot(shared[i], model.weightedResiduals());
      for (int k = 0; k < sampled.length; k++) {
        rest[i][sampled[k]] -= weights[i][k];
      }
    }
    for (int k = 0; k < sampled.length; k++) {
      // The same numbers without the loss of digits where a sampling variance is small.
      int i = sampled[k];
      double own = data.variances()[i];
      gamma[i] = weights[i][k];
      conditional[i] = own * gamma[i];
      for (int l = 0; l < sampled.length; l++) {
        rest[i][sampled[l]] = own * inverse.getEntry(k, l);
      }
    }
    for (int i = 0; i < m; i++) {
      mse[i] = conditional[i] + ofCoefficients(rest[i]);
    }

    double[][][] pulls = new double[parameters.length][][];
    double[][][] weightedPulls = new double[parameters.length][][];
    for (int a = 0; a < parameters.length; a++) {
      double[][] derivative = effects.timesDerivative(rest, parameters[a]);
      double bias = bias(a);
      for (int i = 0; i < m; i++) {
        mse[i] -= bias * Vectors.dot(derivative[i], rest[i]);
      }
      pulls[a] = columns(derivative, sampled);
      weightedPulls[a] = MatrixUtils.createRealMatrix(pulls[a]).multiply(inverse).getData();
      for (int b = 0; b <= a; b++) {
        double factor = (a == b ? 1 : 2) * parameterCovariance[a][b];
        for (int i = 0; i < m; i++) {
          mse[i] += 2 * factor * Vectors.dot(pulls[b][i], weightedPulls[a][i]);
        }
        effects
            .timesSecondDerivative(rest, parameters[b], parameters[a])
            .ifPresent(
                second -> {
                  for (int i = 0; i < m; i++) {
                    mse[i] -= factor / 2 * Vectors.dot(second[i], rest[i]);
                  }
                });
      }
    }
  }

  /** What estimating β adds to the mean squared error. */
  private double ofCoefficients(double[] rest) {
    double[] left = new double[data.terms().size()];
    for (int i = 0; i < rest.length; i++) {
      for (int j = 0; j < left.length; j++) {
        left[j] += rest[i] * data.design()[i][j];
      }
    }

    return Vectors.quadratic(covariance(), left);
  }

  /** Of the estimator of a parameter. */
  private double bias(int parameter) {
    return restricted
        ? 0
        : -0.5 * Vectors.dot(parameterCovariance[parameter], curvature.leverage());
  }

  private static double[][] columns(double[][] matrix, int[] columns) {
    return Arrays.stream(matrix)
        .map(row -> IntStream.of(columns).mapToDouble(j -> row[j]).toArray())
        .toArray(double[][]::new);
  }

  @Override
  public double[] coefficients() {
    return model.coefficients();
  }

  @Override
  public double[][] covariance() {
    return model.covariance();
  }

  @Override
  public List<ModelTerm> components() {
    return components;
  }

  @Override
  public int observations() {
    return data.sampled().length;
  }

  @Override
  public double logLikelihood() {
    return model.logLikelihood();
  }

  @Override
  public double gamma(int area) {
    return gamma[area];
  }

  @Override
  public double synthetic(int area) {
    return Vectors.dot(data.design()[area], coefficients());
  }

  @Override
  public double variance(int area) {
    return variance[area];
  }

  @Override
  public double conditionalVariance(int area) {
    return conditional[area];
  }

  @Override
  public double eblup(int area) {
    return eblup[area];
  }

  @Override
  public double mse(int area) {
    return mse[area];
  }
}
