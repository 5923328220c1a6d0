package org.quipu.survey.regression;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.quipu.survey.calibration.CalibrationReport;

/**
 * A fitted regression.
 *
 * @param covariance of the coefficients, p × p
 * @param tests of each term
 * @param rows that count
 * @param weightedRows the sum of their weights
 * @param clusters that have a row that counts
 * @param strata that have one
 * @param df degrees of freedom: clusters less strata, less the coefficients but the intercept (R:
 *     {@code svyglm}'s {@code df.residual})
 * @param lonelyStrata with a single cluster
 * @param iterations of Newton's method
 * @param margins where they were asked for
 * @param calibration what was done to the weights, where they were calibrated
 * @param references the level that the others of a factor are compared with, by the factor's column
 */
public record RegressionFit(
    List<TermEstimate> coefficients,
    List<List<Double>> covariance,
    List<TermTest> tests,
    long rows,
    double weightedRows,
    long clusters,
    int strata,
    double df,
    List<String> lonelyStrata,
    int iterations,
    Optional<Margins> margins,
    Optional<CalibrationReport> calibration,
    Map<String, String> references) {
  /** The levels of a factor, its reference first; none of another column. */
  public List<String> levels(String column) {
    return references.containsKey(column)
        ? Stream.concat(
                Stream.of(references.get(column)),
                coefficients.stream()
                    .filter(coefficient -> coefficient.term().equals(column))
                    .map(TermEstimate::level))
            .distinct()
            .toList()
        : List.of();
  }

  /** A matrix as rows of numbers. */
  static List<List<Double>> table(double[][] matrix) {
    return Stream.of(matrix).map(row -> DoubleStream.of(row).boxed().toList()).toList();
  }
}
