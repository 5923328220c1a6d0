package org.quipu.association;

import java.util.List;

/**
 * One region of a question. What is not known is NaN.
 *
 * @param change in percentage points
 * @param standardError of the change
 * @param baseline level of the first year, in percent
 * @param baselineError its standard error
 * @param covariance between the two years' estimates, in squared points
 * @param coverage how far prevention reached it
 * @param covariates one a name of the question
 */
public record Region(
    String key,
    double change,
    double standardError,
    double baseline,
    double baselineError,
    double covariance,
    double coverage,
    List<Double> covariates) {

  public Region {
    covariates = List.copyOf(covariates);
  }

  /** Whether it has weight in a regression on coverage: a change with its error, and a coverage. */
  boolean isUsable() {
    return Double.isFinite(change)
        && standardError > 0
        && Double.isFinite(standardError)
        && Double.isFinite(coverage)
        && covariates.stream().allMatch(Double::isFinite);
  }

  /** Whether its first level is known, with errors of both levels that fit that of the change. */
  boolean hasBaseline() {
    return Double.isFinite(baseline)
        && baselineError > 0
        && Double.isFinite(covariance)
        && secondVariance() > 0;
  }

  /** Sampling variance of the second level, given those of the first and of the change. */
  double secondVariance() {
    return standardError * standardError - baselineError * baselineError + 2 * covariance;
  }
}
