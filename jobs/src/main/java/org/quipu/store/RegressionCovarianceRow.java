package org.quipu.store;

import java.util.ArrayList;
import java.util.List;
import org.quipu.Provenance;
import org.quipu.survey.regression.EstimateKind;
import org.quipu.survey.regression.TermEstimate;

/**
 * One row of the {@code regression_covariance} table: the covariance of two coefficients, of two
 * mean predictions or of two mean effects; each pair once, an estimate with itself too.
 *
 * @param source of the data; empty where that is not known
 */
public record RegressionCovarianceRow(
    EstimateKind kind,
    String term,
    String level,
    String otherTerm,
    String otherLevel,
    double covariance,
    Provenance source) {
  /** The covariances of some estimates as rows. */
  public static List<RegressionCovarianceRow> of(
      EstimateKind kind,
      List<TermEstimate> estimates,
      List<List<Double>> covariance,
      Provenance source) {
    List<RegressionCovarianceRow> rows = new ArrayList<>();
    for (int i = 0; i < estimates.size(); i++) {
      for (int j = i; j < estimates.size(); j++) {
        rows.add(
            new RegressionCovarianceRow(
                kind,
                estimates.get(i).term(),
                estimates.get(i).level(),
                estimates.get(j).term(),
                estimates.get(j).level(),
                covariance.get(i).get(j),
                source));
      }
    }

    return rows;
  }
}
