package org.quipu.survey;

import java.util.ArrayList;
import java.util.List;
import org.quipu.Coded;
import org.quipu.math.Cholesky;
import org.quipu.math.Vectors;
import org.quipu.math.WaldTest;

/**
 * A test that the rows and columns of a table are independent in the population (R: {@code
 * svychisq}).
 */
public record Independence(Kind kind, WaldTest test) {
  /** What is tested, and how. */
  public enum Kind implements Coded {
    /** Pearson's statistic with Rao and Scott's correction of the second order, on F. */
    RAO_SCOTT,
    /** The same with that of the first order, on χ². */
    RAO_SCOTT_FIRST_ORDER,
    /** Wald's of the cells' totals less those expected, on F (Koch, Freeman and Freeman 1975). */
    WALD,
    /** The same, with fewer degrees of freedom for more cells (Thomas and Rao 1987). */
    ADJUSTED_WALD,
    /** The likelihood-ratio statistic with Rao and Scott's correction of the second order, on F. */
    LIKELIHOOD_RATIO
  }

  /**
   * Tests a table.
   *
   * @param rows of the table, which has as many columns as cells per row
   * @param p the cells' proportions, which sum to 1, row by row
   * @param total the sum of the weights
   * @param covariance of the cells' proportions and, last, of the total
   * @param df clusters minus strata of the whole design
   */
  public static List<Independence> of(
      int rows, double[] p, double total, double[][] covariance, int df) {
    int columns = p.length / rows;
    int k = (rows - 1) * (columns - 1);
    List<Independence> tests = new ArrayList<>();
    if (k == 0 || df <= 0) {
      return tests;
    }

    RaoScott raoScott = RaoScott.test(rows, p, covariance, df);
    tests.add(new Independence(Kind.RAO_SCOTT, raoScott.pearson()));
    tests.add(
        new Independence(
            Kind.RAO_SCOTT_FIRST_ORDER,
            WaldTest.chiSquared(k * raoScott.pearson().statistic(), k)));
    double wald = wald(rows, p, total, covariance);
    tests.add(new Independence(Kind.WALD, WaldTest.f(wald / k, k, df)));
    int left = df - k + 1;
    tests.add(
        new Independence(
            Kind.ADJUSTED_WALD,
            left > 0 ? WaldTest.f(wald * left / ((double) k * df), k, left) : WaldTest.none(k)));
    tests.add(new Independence(Kind.LIKELIHOOD_RATIO, raoScott.likelihoodRatio()));
    return tests;
  }

  /** NaN where the covariance of the cells is singular. */
  private static double wald(int rows, double[] p, double total, double[][] covariance) {
    int cells = p.length;
    int columns = cells / rows;
    double[] row = new double[rows];
    double[] column = new double[columns];
    for (int i = 0; i < cells; i++) {
      row[i / columns] += p[i];
      column[i % columns] += p[i];
    }

    List<double[]> gradients = new ArrayList<>();
    List<Double> distances = new ArrayList<>();
    for (int i = columns + 1; i < cells; i++) {
      if (i % columns == 0) {
        continue;
      }

      // Of T p_ij - T p_i. p_.j by the proportions and by T.
      double[] gradient = new double[cells + 1];
      double expected = row[i / columns] * column[i % columns];
      for (int j = 0; j < cells; j++) {
        gradient[j] =
            total
                * ((i == j ? 1 : 0)
                    - (j / columns == i / columns ? column[i % columns] : 0)
                    - (j % columns == i % columns ? row[i / columns] : 0)
                    + expected);
      }

      gradient[cells] = p[i] - expected;
      gradients.add(gradient);
      distances.add(total * (p[i] - expected));
    }

    int k = gradients.size();
    double[][] v = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        for (int a = 0; a <= cells; a++) {
          v[i][j] += gradients.get(i)[a] * Vectors.dot(covariance[a], gradients.get(j));
        }
      }
    }

    double[] y = distances.stream().mapToDouble(Double::doubleValue).toArray();
    try {
      return Vectors.dot(y, Cholesky.of(v).solve(y));
    } catch (ArithmeticException e) {
      return Double.NaN;
    }
  }
}
