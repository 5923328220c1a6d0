package org.quipu.panel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.quipu.math.TestedEstimate;
import org.quipu.math.ThinQr;
import org.quipu.math.WaldTest;

/**
 * Weighted least squares with a covariance that holds whatever the errors within a cluster do: Bell
 * and McCaffrey's bias-reduced CR2, Satterthwaite degrees of freedom for single coefficients, and
 * the approximate Hotelling test (HTZ, Tipton and Pustejovsky 2015) for several. The working model
 * is that the weights are inverse variances. Equal to {@code clubSandwich} 0.5.8: {@code
 * vcovCR(lm(weights = w), cluster, "CR2", inverse_var = TRUE)}, {@code coef_test} and {@code
 * Wald_test}.
 */
public final class ClusterRobust {
  /** Eigenvalues under this, relative to the largest, are those of an absorbed direction. */
  private static final double ABSORBED = 1e-10;

  private final List<String> terms;
  private final RealVector beta;
  private final RealMatrix bread;

  /** For each cluster, the terms' rows of (X'WX)⁻¹ X'W A, on the scale of standardised errors. */
  private final RealMatrix[] estimating;

  /** The same times standardised X times the root of the bread: what the fit takes away. */
  private final RealMatrix[] fitted;

  private final RealMatrix covariance;

  private ClusterRobust(
      List<String> terms,
      RealVector beta,
      RealMatrix bread,
      RealMatrix[] estimating,
      RealMatrix[] fitted,
      RealMatrix covariance) {
    this.terms = terms;
    this.beta = beta;
    this.bread = bread;
    this.estimating = estimating;
    this.fitted = fitted;
    this.covariance = covariance;
  }

  /**
   * Fits y on the columns of the design.
   *
   * @param weights inverse variances of the working model
   * @param clusters 0 to G − 1, one a row
   */
  static ClusterRobust fit(
      RealVector y, RealMatrix design, List<String> terms, double[] weights, int[] clusters) {
    int p = design.getColumnDimension();
    RealVector outcome = y.copy();
    RealMatrix rows = design.copy();
    for (int i = 0; i < weights.length; i++) {
      double root = Math.sqrt(weights[i]);
      outcome.setEntry(i, root * y.getEntry(i));
      rows.setRowVector(i, design.getRowVector(i).mapMultiply(root));
    }
    ThinQr columns = ThinQr.of(rows, terms);
    RealMatrix q = columns.q();
    RealVector gamma = q.transpose().operate(outcome);
    RealVector residuals = outcome.subtract(q.operate(gamma));

    int[] all = IntStream.range(0, p).toArray();
    int count = Arrays.stream(clusters).max().orElseThrow() + 1;
    RealMatrix[] estimating = new RealMatrix[count];
    RealMatrix[] fitted = new RealMatrix[count];
    RealMatrix covariance = MatrixUtils.createRealMatrix(p, p);
    for (int g = 0; g < count; g++) {
      int cluster = g;
      int[] own = IntStream.range(0, clusters.length).filter(i -> clusters[i] == cluster).toArray();
      RealMatrix part = q.getSubMatrix(own, all);
      RealMatrix variances =
          MatrixUtils.createRealDiagonalMatrix(
              IntStream.of(own).mapToDouble(i -> 1 / weights[i]).toArray());
      RealMatrix left =
          MatrixUtils.createRealIdentityMatrix(own.length)
              .subtract(part.multiply(part.transpose()));
      RealMatrix root = inverseRoot(variances.multiply(left).multiply(variances));
      estimating[g] =
          columns.inverseR().multiply(part.transpose()).multiply(root).multiply(variances);
      fitted[g] = estimating[g].multiply(part);
      double[] error = IntStream.of(own).mapToDouble(residuals::getEntry).toArray();
      RealVector component = estimating[g].operate(MatrixUtils.createRealVector(error));
      covariance = covariance.add(component.outerProduct(component));
    }

    return new ClusterRobust(
        terms,
        columns.inverseR().operate(gamma),
        columns.inverseR().multiply(columns.inverseR().transpose()),
        estimating,
        fitted,
        covariance);
  }

  /** A^(-1/2) of a symmetric matrix, the pseudo-inverse where fixed effects absorb a direction. */
  private static RealMatrix inverseRoot(RealMatrix a) {
    EigenDecomposition eigen = new EigenDecomposition(a);
    RealMatrix vectors = eigen.getV();
    double floor = ABSORBED * Arrays.stream(eigen.getRealEigenvalues()).max().orElse(0);
    double[] roots =
        Arrays.stream(eigen.getRealEigenvalues())
            .map(value -> value > floor ? 1 / Math.sqrt(value) : 0)
            .toArray();
    return vectors
        .multiply(MatrixUtils.createRealDiagonalMatrix(roots))
        .multiply(vectors.transpose());
  }

  public int clusters() {
    return estimating.length;
  }

  /** One coefficient, t on its own Satterthwaite degrees of freedom. */
  public TestedEstimate coefficient(String term, double level) {
    int j = position(term);
    double[][] cross = cross(j, j);
    double expected = 0;
    double squares = 0;
    for (int g = 0; g < cross.length; g++) {
      expected += cross[g][g];
      for (double value : cross[g]) {
        squares += value * value;
      }
    }
    double error = Math.sqrt(covariance.getEntry(j, j));
    return TestedEstimate.of(beta.getEntry(j), error, expected * expected / squares, level);
  }

  /** The standard error that a working model that is true would give, the scale of power. */
  public double modelError(String term) {
    return Math.sqrt(bread.getEntry(position(term), position(term)));
  }

  /** That all these coefficients are zero. NaN where there are too few clusters for the test. */
  WaldTest test(List<String> tested) {
    int q = tested.size();
    int[] at = tested.stream().mapToInt(this::position).toArray();
    RealVector b =
        MatrixUtils.createRealVector(IntStream.of(at).mapToDouble(beta::getEntry).toArray());
    double wald = b.dotProduct(MatrixUtils.inverse(covariance.getSubMatrix(at, at)).operate(b));
    double df = q * (q + 1) / totalVariance(at);
    double second = df - q + 1;
    return second > 0 ? WaldTest.f(second / df * wald / q, q, second) : WaldTest.none(q);
  }

  /**
   * The summed variances of the elements of Ω^(-1/2) V Ω^(-1/2), where V is the robust covariance
   * of the tested coefficients and Ω its expectation under the working model.
   */
  private double totalVariance(int[] at) {
    int q = at.length;
    int count = clusters();
    double[][][][] cross = new double[q][q][][];
    RealMatrix expected = MatrixUtils.createRealMatrix(q, q);
    for (int s = 0; s < q; s++) {
      for (int t = 0; t < q; t++) {
        cross[s][t] = cross(at[s], at[t]);
        for (int g = 0; g < count; g++) {
          expected.addToEntry(s, t, cross[s][t][g][g]);
        }
      }
    }
    RealMatrix root = inverseRoot(expected);
    double sum = 0;
    RealMatrix pair = MatrixUtils.createRealMatrix(q, q);
    for (int g = 0; g < count; g++) {
      for (int h = 0; h < count; h++) {
        for (int s = 0; s < q; s++) {
          for (int t = 0; t < q; t++) {
            pair.setEntry(s, t, cross[s][t][g][h]);
          }
        }
        RealMatrix scaled = root.multiply(pair).multiply(root);
        for (int s = 0; s < q; s++) {
          for (int t = 0; t < q; t++) {
            sum +=
                scaled.getEntry(s, t) * scaled.getEntry(t, s)
                    + scaled.getEntry(s, s) * scaled.getEntry(t, t);
          }
        }
      }
    }

    return sum;
  }

  /** The working model's covariance between two terms' components in each two clusters. */
  private double[][] cross(int s, int t) {
    int count = clusters();
    double[][] cross = new double[count][count];
    for (int g = 0; g < count; g++) {
      for (int h = 0; h < count; h++) {
        cross[g][h] = -fitted[g].getRowVector(s).dotProduct(fitted[h].getRowVector(t));
      }
      cross[g][g] += estimating[g].getRowVector(s).dotProduct(estimating[g].getRowVector(t));
    }

    return cross;
  }

  private int position(String term) {
    int at = terms.indexOf(term);
    if (at < 0) {
      throw new IllegalArgumentException("no term '" + term + "' in " + terms);
    }

    return at;
  }
}
