package org.quipu.survey.regression;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.math.Cholesky;
import org.quipu.math.Vectors;
import org.quipu.math.WaldTest;
import org.quipu.survey.regression.PlaceTotals.RowValues;

/** The errors and tests of {@link BellMcCaffrey} for a fitted model. */
final class SmallSample {
  private final GeneralizedLinear likelihood;
  private final BellMcCaffrey clusters;
  private final double[][] gradient;
  private final List<BellMcCaffrey.Contrast> coefficients;
  private final List<BellMcCaffrey.Contrast> terms;

  private SmallSample(GeneralizedLinear likelihood, double[][] inverse, List<int[]> terms) {
    int p = likelihood.count();
    this.likelihood = likelihood;
    this.clusters = new BellMcCaffrey(inverse);
    this.gradient = new double[p][p];
    for (int k = 0; k < p; k++) {
      double[] unit = new double[p];
      unit[k] = 1;
      double[] own = likelihood.own(unit);
      for (int j = 0; j < p; j++) {
        gradient[j][k] = own[j];
      }
    }

    this.coefficients =
        Stream.of(gradient).map(row -> clusters.contrast(new double[][] {row})).toList();
    this.terms =
        terms.stream()
            .map(at -> IntStream.of(at).mapToObj(j -> gradient[j]).toArray(double[][]::new))
            .map(clusters::contrast)
            .toList();
  }

  /**
   * Sums the rows by cluster.
   *
   * @param terms the places of the coefficients of each term
   */
  static SmallSample of(
      EncodedRows rows, GeneralizedLinear likelihood, Newton newton, List<int[]> terms) {
    SmallSample small = new SmallSample(likelihood, newton.inverse(), terms);
    int p = likelihood.count();
    double[] limits = new double[p + p * (p + 1) / 2];
    Arrays.fill(limits, 0, p, newton.largestScore());
    Arrays.fill(limits, p, limits.length, newton.largestInformation());
    Values values = new Values(likelihood, newton.parameters());
    PlaceTotals totals = PlaceTotals.of(rows, likelihood.model(), values, limits, false);
    for (RowChunk.Place place : totals.places()) {
      small.add(totals.of(List.of(place)));
    }

    return small;
  }

  private void add(double[] sums) {
    int p = likelihood.count();
    double[][] information = new double[p][p];
    for (int i = 0, at = p; i < p; i++) {
      for (int j = 0; j <= i; j++, at++) {
        information[i][j] = sums[at];
        information[j][i] = sums[at];
      }
    }

    clusters.add(Arrays.copyOf(sums, p), information);
  }

  /** The covariance of the parameters of standard columns. */
  double[][] covariance() {
    return clusters.covariance();
  }

  /** The degrees of freedom of each coefficient. */
  double[] df() {
    return coefficients.stream().mapToDouble(BellMcCaffrey.Contrast::df).toArray();
  }

  /**
   * The test that the coefficients of a term are 0; none where clusters are too few.
   *
   * @param term its place
   * @param b its coefficients
   * @param covariance of these
   */
  WaldTest test(int term, double[] b, double[][] covariance) {
    try {
      return terms.get(term).test(Vectors.dot(b, Cholesky.of(covariance).solve(b)));
    } catch (ArithmeticException e) {
      return WaldTest.none(b.length);
    }
  }

  private static final class Values implements RowValues {
    private static final long serialVersionUID = 1L;

    private final GeneralizedLinear likelihood;
    private final double[] parameters;

    Values(GeneralizedLinear likelihood, double[] parameters) {
      this.likelihood = likelihood;
      this.parameters = parameters;
    }

    @Override
    public int count() {
      int p = likelihood.count();
      return p + p * (p + 1) / 2;
    }

    @Override
    public void fill(RowReader row, double[] values) {
      likelihood.scoreAndInformation(row, parameters, values);
    }
  }
}
