package org.quipu.panel;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.quipu.math.TestedEstimate;
import org.quipu.math.ThinQr;
import org.quipu.math.WaldTest;

/**
 * Weighted least squares with a covariance that is robust to any correlation within clusters: Bell
 * and McCaffrey's (2002) bias-reduced CR2, Satterthwaite degrees of freedom for single
 * coefficients, and the approximate Hotelling test (HTZ, Tipton and Pustejovsky 2015) for several.
 * The working model is that the weights are inverse variances. Equal to {@code clubSandwich} 0.5.8:
 * {@code vcovCR(lm(weights = w), cluster, "CR2", inverse_var = TRUE)}, {@code coef_test} and {@code
 * Wald_test}.
 */
public final class ClusterRobust {
  /** Eigenvalues below this share of the largest belong to a direction that effects absorb. */
  private static final double ABSORBED = 1e-10;

  private final List<String> terms;
  private final RealVector beta;
  private final RealMatrix bread;

  /** For each cluster (X'WX)⁻¹ X'W A, p × its size, on the scale of standardized errors. */
  private final RealMatrix[] estimating;

  /** The same times the cluster's rows of Q: the part of the errors that the fit absorbs. */
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
   * Regresses y on the columns of the design.
   *
   * @param y n observations
   * @param design n × p
   * @param terms names of the p columns
   * @param weights n inverse variances of the working model
   * @param clusters the cluster of each observation, 0 to G − 1
   * @throws org.quipu.UserException if a column is a combination of others
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

  /** The pseudo-inverse of the symmetric square root: fixed effects may absorb a direction. */
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

  /** The number of clusters, G. */
  public int clusters() {
    return estimating.length;
  }

  /**
   * One coefficient with its t test on Satterthwaite degrees of freedom (R: {@code coef_test}).
   *
   * @param level of confidence, 0 to 1
   */
  public TestedEstimate coefficient(String term, double level) {
    return combination(Map.of(term, 1.0), level);
  }

  /**
   * A sum of coefficients with these weights, with its t test on Satterthwaite degrees of freedom
   * (R: {@code linear_contrast}).
   *
   * @param weights by term
   * @param level of confidence, 0 to 1
   */
  TestedEstimate combination(Map<String, Double> weights, double level) {
    RealVector sum = new ArrayRealVector(beta.getDimension());
    weights.forEach((term, weight) -> sum.setEntry(position(term), weight));
    double[][] cross = cross(sum, sum);
    double expected = 0;
    double squares = 0;
    for (int g = 0; g < cross.length; g++) {
      expected += cross[g][g];
      for (double value : cross[g]) {
        squares += value * value;
      }
    }
    double error = Math.sqrt(sum.dotProduct(covariance.operate(sum)));
    return TestedEstimate.of(sum.dotProduct(beta), error, expected * expected / squares, level);
  }

  /**
   * The weights with which the coefficients of several terms make up the coefficient of one column
   * in their place: of the sum of some of the terms' columns, the others being zero.
   *
   * @param all terms whose columns are replaced
   * @param summed those of them whose columns are added up
   */
  RealVector restriction(List<String> all, List<String> summed) {
    int[] at = all.stream().mapToInt(this::position).toArray();
    RealMatrix information = MatrixUtils.inverse(bread.getSubMatrix(at, at));
    double[] chosen = all.stream().mapToDouble(term -> summed.contains(term) ? 1 : 0).toArray();
    RealVector column = new ArrayRealVector(chosen);
    RealVector weights = information.operate(column);
    return weights.mapDivide(weights.dotProduct(column));
  }

  /**
   * The larger of a coefficient's two standard errors, the robust one and that of the working
   * model. Power computed on the smaller would promise too much.
   */
  public double largerError(String term) {
    int at = position(term);
    return Math.sqrt(Math.max(covariance.getEntry(at, at), bread.getEntry(at, at)));
  }

  /**
   * The test that all these coefficients are zero (R: {@code Wald_test(test = "HTZ")}). NaN where
   * there are too few clusters.
   */
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
        cross[s][t] = cross(unit(at[s]), unit(at[t]));
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

  private RealVector unit(int j) {
    RealVector unit = new ArrayRealVector(beta.getDimension());
    unit.setEntry(j, 1);
    return unit;
  }

  /**
   * The covariance of two sums' components between clusters, G × G, under the working model.
   *
   * @param s weights of the p coefficients in one sum, {@code t} in the other
   */
  private double[][] cross(RealVector s, RealVector t) {
    int count = clusters();
    RealVector[] ofS = times(s, fitted);
    RealVector[] ofT = times(t, fitted);
    RealVector[] ownS = times(s, estimating);
    RealVector[] ownT = times(t, estimating);
    double[][] cross = new double[count][count];
    for (int g = 0; g < count; g++) {
      for (int h = 0; h < count; h++) {
        cross[g][h] = -ofS[g].dotProduct(ofT[h]);
      }
      cross[g][g] += ownS[g].dotProduct(ownT[g]);
    }

    return cross;
  }

  private static RealVector[] times(RealVector sum, RealMatrix[] clusters) {
    return Arrays.stream(clusters)
        .map(cluster -> cluster.preMultiply(sum))
        .toArray(RealVector[]::new);
  }

  private int position(String term) {
    int at = terms.indexOf(term);
    if (at < 0) {
      throw new IllegalArgumentException("no term '" + term + "' in " + terms);
    }

    return at;
  }
}
