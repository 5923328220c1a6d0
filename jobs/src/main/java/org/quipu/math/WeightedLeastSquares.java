package org.quipu.math;

/**
 * Weighted least squares, y = X·β + e with e ~ N(0, V + τ²·I) and diagonal V, with the traces and
 * quadratic forms of P = W − WX(X'WX)⁻¹X'W that estimators of τ² need, W = (V + τ²·I)⁻¹
 * (Viechtbauer 2005, Journal of Educational and Behavioral Statistics 30). Time is O(k·p²); no k ×
 * k matrix is formed.
 */
public final class WeightedLeastSquares {
  private final double[] weights;
  private final double[][] x;
  private final double[][] covariance;
  private final double[] coefficients;
  private final double[] residuals;
  private final double logDeterminant;

  /**
   * Fits the model. The arrays are not copied; they must not change afterwards.
   *
   * @param y k observations
   * @param x k rows of p columns, of full rank
   * @param v k variances
   * @param tau2 added to every variance
   * @throws ArithmeticException if X'WX is not positive definite
   */
  public WeightedLeastSquares(double[] y, double[][] x, double[] v, double tau2) {
    int k = y.length;
    int p = x[0].length;
    this.x = x;
    this.weights = new double[k];
    double[] moment = new double[p];
    for (int i = 0; i < k; i++) {
      this.weights[i] = 1 / (v[i] + tau2);
      for (int j = 0; j < p; j++) {
        moment[j] += this.weights[i] * x[i][j] * y[i];
      }
    }
    Cholesky factor = Cholesky.of(crossProduct(1));
    this.covariance = factor.inverse();
    this.logDeterminant = factor.logDeterminant();
    this.coefficients = new double[p];
    for (int a = 0; a < p; a++) {
      for (int b = 0; b < p; b++) {
        this.coefficients[a] += this.covariance[a][b] * moment[b];
      }
    }
    this.residuals = new double[k];
    for (int i = 0; i < k; i++) {
      double fitted = 0;
      for (int j = 0; j < p; j++) {
        fitted += x[i][j] * this.coefficients[j];
      }
      this.residuals[i] = y[i] - fitted;
    }
  }

  /** X'W^power X. */
  private double[][] crossProduct(int power) {
    int p = x[0].length;
    double[][] product = new double[p][p];
    for (int i = 0; i < x.length; i++) {
      double w = raised(weights[i], power);
      double[] row = x[i];
      for (int a = 0; a < p; a++) {
        double weighted = w * row[a];
        double[] sums = product[a];
        for (int b = 0; b <= a; b++) {
          sums[b] += weighted * row[b];
        }
      }
    }
    for (int a = 0; a < p; a++) {
      for (int b = 0; b < a; b++) {
        product[b][a] = product[a][b];
      }
    }

    return product;
  }

  /** The p estimates of β. */
  public double[] coefficients() {
    return coefficients;
  }

  /** Their covariance with the variances taken as known, (X'WX)⁻¹, p × p. */
  public double[][] covariance() {
    return covariance;
  }

  /** Σ w r², which is y'Py. */
  public double residualSum() {
    return powerSum(1);
  }

  /** y'PPy. */
  public double squaredResidualSum() {
    return powerSum(2);
  }

  private double powerSum(int power) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += raised(weights[i], power) * residuals[i] * residuals[i];
    }

    return sum;
  }

  /** The sum of the weights. */
  public double traceW() {
    return weightSum(1);
  }

  /** The sum of the squared weights. */
  public double traceWW() {
    return weightSum(2);
  }

  private double weightSum(int power) {
    double sum = 0;
    for (double w : weights) {
      sum += raised(w, power);
    }

    return sum;
  }

  public double traceP() {
    return traceW() - trace(covariance, crossProduct(2));
  }

  public double tracePP() {
    double[][] squared = Vectors.product(covariance, crossProduct(2));
    return traceWW() - 2 * trace(covariance, crossProduct(3)) + trace(squared, squared);
  }

  /** log |X'WX|. */
  public double logDeterminant() {
    return logDeterminant;
  }

  /** log |V + τ²·I|. */
  public double sumOfLogVariances() {
    double sum = 0;
    for (double w : weights) {
      sum -= Math.log(w);
    }

    return sum;
  }

  private static double raised(double w, int power) {
    double result = w;
    for (int n = 1; n < power; n++) {
      result *= w;
    }

    return result;
  }

  private static double trace(double[][] a, double[][] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        sum += a[i][j] * b[j][i];
      }
    }

    return sum;
  }
}
