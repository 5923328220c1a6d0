package org.quipu.smallarea;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.quipu.math.ThinQr;
import org.quipu.math.Vectors;

/**
 * A generalized variance function of proportions: sampling variances smoothed by log(variance) ~ p
 * + n + n² + pn + √p + √n + √(pn), with δ = Σ variance / Σ exp(fitted), so that the smoothed ones
 * add up to the direct ones (CEPAL, as it prepared the poverty of Peru's provinces of 2021; Rivest
 * and Belmonte 2000, Survey Methodology 26).
 */
public final class VarianceFunction {
  private static final List<String> TERMS =
      List.of("(Intercept)", "p", "n", "n^2", "p*n", "sqrt(p)", "sqrt(n)", "sqrt(p*n)");

  private final double[] coefficients;
  private final double delta;
  private final double explained;

  private VarianceFunction(double[] coefficients, double delta, double explained) {
    this.coefficients = coefficients;
    this.delta = delta;
    this.explained = explained;
  }

  /**
   * The direct estimate of an area's proportion.
   *
   * @param p the proportion, from 0 to 1
   * @param n interviews
   * @param variance its sampling variance
   * @param deff its design effect
   * @param degreesOfFreedom clusters less strata
   */
  public record Point(double p, double n, double variance, double deff, double degreesOfFreedom) {
    /**
     * Whether CEPAL lets the area speak of variances: at least 5 degrees of freedom, or at least 3
     * with 50 interviews and a design effect of no less than 1; and a variance above 0.
     */
    public boolean isReliable() {
      return variance > 0
          && (degreesOfFreedom >= 5 || (degreesOfFreedom >= 3 && n >= 50 && deff >= 1));
    }
  }

  /** Whether the reliable areas are enough to fit the function to. */
  static boolean isKnown(List<Point> areas) {
    return areas.stream().filter(Point::isReliable).count() > TERMS.size();
  }

  /**
   * Fits the function to the areas that are reliable.
   *
   * @throws IllegalArgumentException if they are no more than the terms
   * @throws org.quipu.UserException if a term is a sum of others in these areas
   */
  public static VarianceFunction fit(List<Point> areas) {
    List<Point> kept = areas.stream().filter(Point::isReliable).toList();
    if (kept.size() <= TERMS.size()) {
      throw new IllegalArgumentException(
          "%d of %d areas have a reliable variance; a variance function needs more than %d"
              .formatted(kept.size(), areas.size(), TERMS.size()));
    }

    RealMatrix x =
        MatrixUtils.createRealMatrix(
            kept.stream().map(area -> row(area.p(), area.n())).toArray(double[][]::new));
    double[] y = kept.stream().mapToDouble(area -> Math.log(area.variance())).toArray();
    // n² is ten million times √p: columns of length 1 keep the digits.
    double[] lengths = new double[TERMS.size()];
    for (int j = 0; j < lengths.length; j++) {
      lengths[j] = x.getColumnVector(j).getNorm();
      x.setColumnVector(j, x.getColumnVector(j).mapDivide(lengths[j]));
    }
    ThinQr qr = ThinQr.of(x, TERMS);
    double[] projected = qr.q().preMultiply(y);
    double[] coefficients = qr.inverseR().operate(projected);
    double[] fitted = qr.q().operate(projected);
    for (int j = 0; j < lengths.length; j++) {
      coefficients[j] /= lengths[j];
    }

    double mean = Arrays.stream(y).average().orElseThrow();
    double left = 0;
    double spread = 0;
    double direct = 0;
    double smooth = 0;
    for (int i = 0; i < y.length; i++) {
      left += (y[i] - fitted[i]) * (y[i] - fitted[i]);
      spread += (y[i] - mean) * (y[i] - mean);
      direct += kept.get(i).variance();
      smooth += Math.exp(fitted[i]);
    }

    return new VarianceFunction(coefficients, direct / smooth, 1 - left / spread);
  }

  private static double[] row(double p, double n) {
    return new double[] {1, p, n, n * n, p * n, Math.sqrt(p), Math.sqrt(n), Math.sqrt(p * n)};
  }

  /**
   * The smoothed variance of a proportion p from n interviews, also where there is no direct one.
   */
  public double variance(double p, double n) {
    return delta * Math.exp(Vectors.dot(row(p, n), coefficients));
  }

  /** The function's coefficients, δ and the share of the variation of log(variance) it explains. */
  public List<ModelTerm> terms() {
    List<ModelTerm> terms = new ArrayList<>();
    for (int j = 0; j < coefficients.length; j++) {
      terms.add(ModelTerm.of(TERMS.get(j), coefficients[j]));
    }
    terms.add(ModelTerm.of("delta", delta));
    terms.add(ModelTerm.of("r_squared", explained));
    return terms;
  }
}
