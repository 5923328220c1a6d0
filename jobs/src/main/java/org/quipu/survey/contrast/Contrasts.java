package org.quipu.survey.contrast;

import java.util.ArrayList;
import java.util.List;
import org.quipu.UserException;
import org.quipu.math.Cholesky;
import org.quipu.math.Vectors;
import org.quipu.math.WaldTest;

/**
 * Functions of estimates by the delta method (R: {@code svycontrast}). The degrees of freedom of
 * one are the fewest of the estimates in it, those of the joint test the fewest of all.
 *
 * @param contrasts one an expression
 * @param covariance of the contrasts, in their order
 * @param joint Wald's F test that all are 0; none where there are fewer degrees of freedom than
 *     contrasts, or where one contrast is a function of the others
 */
public record Contrasts(
    List<ContrastEstimate> contrasts, List<List<Double>> covariance, WaldTest joint) {
  /** The share of its variance that the contrasts before one must leave; less is rounding. */
  private static final double LEAST_LEFT = 1e-10;

  /**
   * Evaluates expressions.
   *
   * @param expressions at least one
   * @throws UserException where an expression names no estimate or one that is not known, or has no
   *     number or no slope at the estimates, as a quotient by 0 has
   */
  public static Contrasts of(List<Expression> expressions, NamedEstimates estimates) {
    List<Dual> duals = expressions.stream().map(each -> value(each, estimates)).toList();
    int count = duals.size();
    double[][] v = new double[count][count];
    double[] b = new double[count];
    List<ContrastEstimate> contrasts = new ArrayList<>();
    List<List<Double>> covariance = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Double> row = new ArrayList<>();
      for (int j = 0; j < count; j++) {
        v[i][j] = estimates.covariance(duals.get(i).gradient(), duals.get(j).gradient());
        row.add(v[i][j]);
      }

      b[i] = duals.get(i).value();
      covariance.add(List.copyOf(row));
      contrasts.add(
          new ContrastEstimate(
              expressions.get(i).name(),
              b[i],
              Math.sqrt(estimates.variance(duals.get(i).gradient())),
              estimates.df(expressions.get(i).names())));
    }

    double df = contrasts.stream().mapToDouble(ContrastEstimate::df).min().orElseThrow();
    return new Contrasts(List.copyOf(contrasts), List.copyOf(covariance), joint(b, v, df));
  }

  private static Dual value(Expression expression, NamedEstimates estimates) {
    if (expression.names().isEmpty()) {
      throw new UserException(
          "the contrast '"
              + expression.name()
              + "' names no estimate, and a number alone has no error; name one estimate or more");
    }

    List<String> unknown = estimates.unknown(expression.names());
    if (!unknown.isEmpty()) {
      throw new UserException(
          "the contrast '"
              + expression.name()
              + "' has estimates whose precision the sample does not tell (no answers, one cluster"
              + " in each stratum, or no covariance): "
              + String.join(", ", unknown));
    }

    Dual dual = expression.at(estimates);
    boolean finite = Double.isFinite(dual.value());
    for (double slope : dual.gradient()) {
      finite &= Double.isFinite(slope);
    }

    if (!finite) {
      throw new UserException(
          "the contrast '"
              + expression.name()
              + "' has no number or no slope at the estimates; look for a quotient by 0, or a"
              + " logarithm, root or power of a number that is not positive");
    }

    return dual;
  }

  private static WaldTest joint(double[] b, double[][] v, double df) {
    int q = b.length;
    if (df < q || Cholesky.dependent(v, LEAST_LEFT) < q) {
      return WaldTest.none(q);
    }

    return WaldTest.f(Vectors.dot(b, Cholesky.of(v).solve(b)) / q, q, df);
  }
}
