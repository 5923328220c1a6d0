package org.quipu.smallarea;

import static org.quipu.smallarea.EffectCovariance.RHO1;
import static org.quipu.smallarea.EffectCovariance.RHO2;
import static org.quipu.smallarea.EffectCovariance.SIGMA1;
import static org.quipu.smallarea.EffectCovariance.SIGMA2;

import org.quipu.math.Cholesky;
import org.quipu.math.Vectors;

/**
 * Direct estimates = Xβ + effects of {@link EffectCovariance} + e, e ~ N(0, D), at given
 * parameters. Each area's rows have the small covariance B = σ₂²R + D; with q = B⁻¹1 and K = diag
 * 1'B⁻¹1 over areas, Woodbury's identity gives V⁻¹ = B⁻¹ − σ₁²·q(Ω + σ₁²K)⁻¹q' and log |V| = Σ log
 * |B| + log |Ω + σ₁²K| − log |Ω|: a likelihood costs the Cholesky factors of two matrices of the
 * order of the number of areas, however many times there are.
 */
final class EffectModel {
  private final EffectRows rows;
  private final double[] at;
  private final boolean restricted;
  private final double[][] x;

  /** By area: B⁻¹. */
  private final double[][][] within;

  private final double[] q;
  private final Cholesky between;

  /** V⁻¹X by column. */
  private final double[][] weighted;

  private final double[][] covariance;
  private final double[] coefficients;
  private final double[] weightedResiduals;
  private final double logDeterminant;
  private final double logInformation;
  private final double residualSum;

  /**
   * The model at σ₁², ρ₁, σ₂² and ρ₂.
   *
   * @param y n direct estimates
   * @param x n rows of p columns
   * @param d n sampling variances
   * @param rows the n rows' areas and times
   */
  EffectModel(
      double[] y, double[][] x, double[] d, EffectRows rows, double[] at, boolean restricted) {
    this.rows = rows;
    this.at = at;
    this.restricted = restricted;
    this.x = x;
    int areas = rows.areas();
    this.within = new double[areas][][];
    this.q = new double[y.length];
    double[][] omega = rows.weights().precision(at[RHO1]);
    double log = at[SIGMA1] > 0 ? -Cholesky.of(omega).logDeterminant() : 0;
    for (int a = 0; a < areas; a++) {
      int[] members = rows.members(a);
      Cholesky factor = Cholesky.of(block(members, d));
      log += factor.logDeterminant();
      within[a] = factor.inverse();
      for (int i = 0; i < members.length; i++) {
        for (int j = 0; j < members.length; j++) {
          q[members[i]] += within[a][i][j];
        }
        omega[a][a] += at[SIGMA1] * q[members[i]];
      }
    }
    this.between = Cholesky.of(omega);
    this.logDeterminant = log + (at[SIGMA1] > 0 ? between.logDeterminant() : 0);

    int p = x[0].length;
    this.weighted = new double[p][];
    double[][] cross = new double[p][p];
    double[] moment = new double[p];
    for (int a = 0; a < p; a++) {
      weighted[a] = inverseTimes(column(a));
      moment[a] = Vectors.dot(weighted[a], y);
      for (int b = 0; b <= a; b++) {
        cross[a][b] = Vectors.dot(weighted[a], column(b));
      }
    }
    Cholesky factor = Cholesky.of(cross);
    this.covariance = factor.inverse();
    this.logInformation = factor.logDeterminant();
    this.coefficients = factor.solve(moment);
    double[] residuals = y.clone();
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] -= Vectors.dot(x[i], coefficients);
    }
    this.weightedResiduals = inverseTimes(residuals);
    this.residualSum = Vectors.dot(weightedResiduals, residuals);
  }

  private double[][] block(int[] members, double[] d) {
    double[][] block = new double[members.length][members.length];
    for (int i = 0; i < members.length; i++) {
      for (int j = 0; j <= i; j++) {
        block[i][j] =
            at[SIGMA2]
                * EffectCovariance.correlation(rows.lag(members[i], members[j]), at[RHO2], 0);
      }
      block[i][i] += d[members[i]];
    }

    return block;
  }

  private double[] column(int j) {
    double[] column = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      column[i] = x[i][j];
    }

    return column;
  }

  /** V⁻¹ · vector. */
  private double[] inverseTimes(double[] vector) {
    double[] product = new double[vector.length];
    double[] sums = new double[within.length];
    for (int a = 0; a < within.length; a++) {
      int[] members = rows.members(a);
      for (int i = 0; i < members.length; i++) {
        for (int j = 0; j < members.length; j++) {
          product[members[i]] += within[a][i][j] * vector[members[j]];
        }
        sums[a] += product[members[i]];
      }
    }

    if (at[SIGMA1] > 0) {
      double[] shared = between.solve(sums);
      for (int i = 0; i < product.length; i++) {
        product[i] -= at[SIGMA1] * q[i] * shared[rows.area(i)];
      }
    }

    return product;
  }

  /** V⁻¹, n × n. */
  double[][] inverse() {
    int n = q.length;
    double[][] shared = between.inverse();
    double[][] inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        inverse[i][j] = -at[SIGMA1] * q[i] * shared[rows.area(i)][rows.area(j)] * q[j];
      }
    }
    for (int a = 0; a < within.length; a++) {
      int[] members = rows.members(a);
      for (int i = 0; i < members.length; i++) {
        for (int j = 0; j < members.length; j++) {
          inverse[members[i]][members[j]] += within[a][i][j];
        }
      }
    }

    return inverse;
  }

  double[] at() {
    return at;
  }

  double[] coefficients() {
    return coefficients;
  }

  double[][] covariance() {
    return covariance;
  }

  /** V⁻¹X by column, p × n. */
  double[][] weighted() {
    return weighted;
  }

  /** V⁻¹(y − Xβ). */
  double[] weightedResiduals() {
    return weightedResiduals;
  }

  /** The log-likelihood, not the restricted one. */
  double logLikelihood() {
    return -0.5 * (logDeterminant + residualSum + q.length * Math.log(2 * Math.PI));
  }

  /** What is maximised: the log-likelihood or the restricted one, up to a constant. */
  double objective() {
    return -0.5 * (logDeterminant + residualSum + (restricted ? logInformation : 0));
  }

  /** The derivatives of {@link #objective} and the information about some parameters. */
  Curvature curvature(int... parameters) {
    EffectCovariance effects = new EffectCovariance(rows, at);
    int n = q.length;
    int k = parameters.length;
    double[][] projection = inverse();
    double[][] spread = new double[n][coefficients.length];
    for (int i = 0; i < n; i++) {
      for (int a = 0; a < coefficients.length; a++) {
        for (int b = 0; b < coefficients.length; b++) {
          spread[i][a] += weighted[b][i] * covariance[b][a];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int a = 0; a < coefficients.length; a++) {
        for (int j = 0; j < n; j++) {
          projection[i][j] -= spread[i][a] * weighted[a][j];
        }
      }
    }

    double[][][] products = new double[k][][];
    double[] score = new double[k];
    double[] leverage = new double[k];
    double[][] information = new double[k][k];
    double[][] residuals = {weightedResiduals};
    for (int a = 0; a < k; a++) {
      products[a] = effects.timesDerivative(projection, parameters[a]);
      leverage[a] = leverage(effects.timesDerivative(weighted, parameters[a]));
      double trace = restricted ? 0 : leverage[a];
      for (int i = 0; i < n; i++) {
        trace += products[a][i][i];
      }
      double[] pulled = effects.timesDerivative(residuals, parameters[a])[0];
      score[a] = 0.5 * (Vectors.dot(pulled, weightedResiduals) - trace);
      for (int b = 0; b <= a; b++) {
        information[a][b] = 0.5 * traceOfProduct(products[a], products[b]);
        information[b][a] = information[a][b];
      }
    }

    return new Curvature(score, information, leverage);
  }

  /** tr((X'V⁻¹X)⁻¹ X'V⁻¹ ∂V V⁻¹X). */
  private double leverage(double[][] derivative) {
    double sum = 0;
    for (int a = 0; a < derivative.length; a++) {
      for (int b = 0; b < derivative.length; b++) {
        sum += covariance[a][b] * Vectors.dot(derivative[a], weighted[b]);
      }
    }

    return sum;
  }

  private static double traceOfProduct(double[][] a, double[][] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        sum += a[i][j] * b[j][i];
      }
    }

    return sum;
  }

  /**
   * How the likelihood changes with the k parameters that were asked for.
   *
   * @param score k derivatives
   * @param information k × k, ½ tr(P ∂V P ∂V)
   * @param leverage k times tr((X'V⁻¹X)⁻¹ X'V⁻¹ ∂V V⁻¹X), on which the bias of maximum likelihood
   *     depends
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Curvature(double[] score, double[][] information, double[] leverage) {}
}
