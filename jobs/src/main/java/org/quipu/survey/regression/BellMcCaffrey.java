package org.quipu.survey.regression;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.quipu.math.Cholesky;
import org.quipu.math.Vectors;
import org.quipu.math.WaldTest;

/**
 * The covariance of coefficients for few clusters: the score of each cluster is enlarged by what
 * the fit took from its residuals, and tests have the degrees of freedom that the clusters tell of
 * the covariance (Bell and McCaffrey 2002, Survey Methodology 28; Pustejovsky and Tipton 2018,
 * Journal of Business and Economic Statistics 36). The covariance is without bias under the working
 * model of the likelihood: rows independent, with the variance that their weight implies.
 *
 * <p>Where all rows weigh alike it is that of R's {@code clubSandwich::vcovCR} with type CR2,
 * {@code coef_test} and {@code Wald_test} with HTZ; elsewhere clubSandwich takes another square
 * root of the same matrix, which needs all rows of a cluster at once.
 *
 * <p>With M the inverse information, M = LL', and J the information of a cluster, G = L'JL: the
 * enlarged score is L'⁻¹·(I − G)^−½·L' times the score, so that sums by cluster suffice.
 */
final class BellMcCaffrey {
  /** A cluster that alone tells of a coefficient takes all from its residuals. */
  private static final double ALL = 1e-10;

  private final double[][] root;
  private final double[][] meat;
  private final List<Contrast> contrasts = new ArrayList<>();

  /**
   * @param inverse information of all rows, p × p
   */
  BellMcCaffrey(double[][] inverse) {
    this.root = Cholesky.of(inverse).lower();
    this.meat = new double[inverse.length][inverse.length];
  }

  /**
   * Asks for the degrees of freedom of a test, before clusters are added.
   *
   * @param rows q × p, linearly independent
   */
  Contrast contrast(double[][] rows) {
    Contrast contrast = new Contrast(orthonormal(rows));
    contrasts.add(contrast);
    return contrast;
  }

  /** Rows times L, made orthonormal. */
  private double[][] orthonormal(double[][] rows) {
    double[][] made = new double[rows.length][];
    for (int s = 0; s < rows.length; s++) {
      double[] v = timesRoot(rows[s]);
      for (int again = 0; again < 2; again++) {
        for (int t = 0; t < s; t++) {
          double share = Vectors.dot(v, made[t]);
          for (int j = 0; j < v.length; j++) {
            v[j] -= share * made[t][j];
          }
        }
      }

      double length = Math.sqrt(Vectors.dot(v, v));
      for (int j = 0; j < v.length; j++) {
        v[j] /= length;
      }

      made[s] = v;
    }

    return made;
  }

  /** L'x. */
  private double[] timesRoot(double[] x) {
    double[] product = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j <= i; j++) {
        product[j] += root[i][j] * x[i];
      }
    }

    return product;
  }

  /**
   * Adds a cluster.
   *
   * @param score of its rows, p
   * @param information of its rows, p × p
   */
  void add(double[] score, double[][] information) {
    int p = score.length;
    double[][] half = new double[p][];
    for (int i = 0; i < p; i++) {
      half[i] = timesRoot(information[i]);
    }

    double[][] g = new double[p][p];
    for (int j = 0; j < p; j++) {
      double[] column = new double[p];
      for (int i = 0; i < p; i++) {
        column[i] = half[i][j];
      }

      g[j] = timesRoot(column);
    }

    for (int i = 0; i < p; i++) {
      for (int j = 0; j < i; j++) {
        g[i][j] = (g[i][j] + g[j][i]) / 2;
        g[j][i] = g[i][j];
      }
    }

    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(g, false));
    double[] values = eigen.getRealEigenvalues();
    double[][] vectors = eigen.getVT().getData();
    addScore(timesRoot(score), values, vectors);
    contrasts.forEach(contrast -> contrast.add(values, vectors));
  }

  private void addScore(double[] score, double[] values, double[][] vectors) {
    double[] enlarged = new double[score.length];
    for (int k = 0; k < values.length; k++) {
      double left = 1 - values[k];
      if (left > ALL) {
        double along = Vectors.dot(vectors[k], score) / Math.sqrt(left);
        for (int j = 0; j < enlarged.length; j++) {
          enlarged[j] += along * vectors[k][j];
        }
      }
    }

    for (int i = 0; i < enlarged.length; i++) {
      for (int j = 0; j < enlarged.length; j++) {
        meat[i][j] += enlarged[i] * enlarged[j];
      }
    }
  }

  /** The covariance of the coefficients, p × p. */
  double[][] covariance() {
    int p = root.length;
    double[][] covariance = new double[p][p];
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        for (int a = 0; a <= i; a++) {
          for (int b = 0; b <= j; b++) {
            covariance[i][j] += root[i][a] * meat[a][b] * root[j][b];
          }
        }
      }
    }

    return covariance;
  }

  /**
   * What clusters tell of the covariance of q contrasts. For contrasts s and t and clusters i and l
   * the covariance of the working model is δ·d(s,t) − f(s)'f(t) with F = (I − G)^−½·G.
   */
  static final class Contrast {
    private final double[][] v;

    /** For each s and t the sum of f(s)f(t)'. */
    private final double[][][][] products;

    private double sum;

    private Contrast(double[][] v) {
      int q = v.length;
      int p = v[0].length;
      this.v = v;
      this.products = new double[q][q][p][p];
    }

    private void add(double[] values, double[][] vectors) {
      int q = v.length;
      double[][] f = new double[q][v[0].length];
      double[][] d = new double[q][q];
      for (int k = 0; k < values.length; k++) {
        double left = 1 - values[k];
        if (left > ALL) {
          for (int s = 0; s < q; s++) {
            double alongS = Vectors.dot(vectors[k], v[s]);
            for (int j = 0; j < f[s].length; j++) {
              f[s][j] += alongS * values[k] / Math.sqrt(left) * vectors[k][j];
            }

            for (int t = 0; t < q; t++) {
              d[s][t] += alongS * Vectors.dot(vectors[k], v[t]) * values[k] / left;
            }
          }
        }
      }

      for (int s = 0; s < q; s++) {
        for (int t = 0; t < q; t++) {
          double crossed = Vectors.dot(f[s], f[t]);
          sum += d[s][t] * d[s][t] - 2 * d[s][t] * crossed;
          sum +=
              d[s][s] * d[t][t]
                  - d[s][s] * Vectors.dot(f[t], f[t])
                  - d[t][t] * Vectors.dot(f[s], f[s]);
          addProducts(products[s][t], f[s], f[t]);
        }
      }
    }

    private static void addProducts(double[][] products, double[] a, double[] b) {
      for (int i = 0; i < a.length; i++) {
        for (int j = 0; j < b.length; j++) {
          products[i][j] += a[i] * b[j];
        }
      }
    }

    /** The degrees of freedom of the covariance of the contrasts, as of Wishart's distribution. */
    double df() {
      int q = v.length;
      double all = sum;
      for (int s = 0; s < q; s++) {
        for (int t = 0; t < q; t++) {
          double[][] one = products[t][s];
          double[][] other = products[s][t];
          for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < one.length; j++) {
              all += one[i][j] * (one[j][i] + other[j][i]);
            }
          }
        }
      }

      return q * (q + 1) / all;
    }

    /**
     * Hotelling's test that the contrasts are 0.
     *
     * @param wald the contrasts' distance from 0 in their covariance
     */
    WaldTest test(double wald) {
      double q = v.length;
      double df2 = df() - q + 1;
      return df2 > 0 ? WaldTest.f(df2 / (df() * q) * wald, q, df2) : WaldTest.none(q);
    }
  }
}
