package org.quipu.math;

/**
 * Weighted least squares on a diagonal covariance V + τ²·I, with the traces and quadratic forms of
 * P = W − WX(X'WX)⁻¹X'W that estimators of τ² need, in O(k·p²).
 */
public final class WeightedLeastSquares {
  private final double[] weights;
  private final double[][] x;
  private final double[][] inverse;
  private final double[] coefficients;
  private final double[] residuals;
  private final double logDeterminant;

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
    double[][] lower = Cholesky.factor(crossProduct(1));
    this.inverse = Cholesky.inverse(lower);
    this.logDeterminant = Cholesky.logDeterminant(lower);
    this.coefficients = new double[p];
    for (int a = 0; a < p; a++) {
      for (int b = 0; b < p; b++) {
        this.coefficients[a] += this.inverse[a][b] * moment[b];
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
      for (int a = 0; a < p; a++) {
        for (int b = 0; b <= a; b++) {
          product[a][b] += w * x[i][a] * x[i][b];
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

  public double[] coefficients() {
    return coefficients;
  }

  public double[][] inverse() {
    return inverse;
  }

  double[] residuals() {
    return residuals;
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

  public double traceW() {
    return weightSum(1);
  }

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
    return traceW() - trace(inverse, crossProduct(2));
  }

  public double tracePP() {
    double[][] squared = multiply(inverse, crossProduct(2));
    return traceWW() - 2 * trace(inverse, crossProduct(3)) + trace(squared, squared);
  }

  /** log |X'WX|. */
  public double logDeterminant() {
    return logDeterminant;
  }

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

  private static double[][] multiply(double[][] a, double[][] b) {
    int p = a.length;
    double[][] product = new double[p][p];
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        for (int l = 0; l < p; l++) {
          product[i][j] += a[i][l] * b[l][j];
        }
      }
    }

    return product;
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
