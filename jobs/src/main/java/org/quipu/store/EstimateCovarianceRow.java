package org.quipu.store;

import java.util.ArrayList;
import java.util.List;
import org.quipu.survey.Estimand;

/**
 * One row of the {@code estimate_covariance} table: the covariance of two rows of the {@code
 * estimate} table, in the product of their units; each pair once, an estimate with itself too.
 */
public record EstimateCovarianceRow(
    String outcome,
    String by,
    String domain,
    Estimand statistic,
    String otherOutcome,
    String otherBy,
    String otherDomain,
    Estimand otherStatistic,
    double covariance) {
  /**
   * The covariances of estimates as rows.
   *
   * @param covariance of all estimates, in their order
   */
  public static List<EstimateCovarianceRow> of(List<EstimateRow> estimates, double[][] covariance) {
    List<EstimateCovarianceRow> rows = new ArrayList<>();
    for (int i = 0; i < estimates.size(); i++) {
      for (int j = i; j < estimates.size(); j++) {
        EstimateRow one = estimates.get(i);
        EstimateRow other = estimates.get(j);
        rows.add(
            new EstimateCovarianceRow(
                one.outcome(),
                one.by(),
                one.domain(),
                one.statistic(),
                other.outcome(),
                other.by(),
                other.domain(),
                other.statistic(),
                covariance[i][j]));
      }
    }

    return rows;
  }
}
