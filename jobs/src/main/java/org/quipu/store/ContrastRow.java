package org.quipu.store;

import org.quipu.Provenance;
import org.quipu.change.Contrast;
import org.quipu.change.ContrastVerdict;
import org.quipu.math.Adjustment;
import org.quipu.math.TestedEstimate;
import org.quipu.store.DomainFamily.Subject;

/**
 * One row of the {@code change_contrast} table: a domain's change between two years compared with
 * that of the rest of the country, in percentage points. Standard error, interval and test are of
 * the difference of the two changes and count their covariance.
 *
 * @param change of the domain
 * @param changeRest of all women outside the domain
 * @param difference change − changeRest
 */
public record ContrastRow(
    String indicator,
    String by,
    String domain,
    String label,
    int fromYear,
    int toYear,
    double change,
    double changeRest,
    double difference,
    double standardError,
    double ciLow,
    double ciHigh,
    double statistic,
    double df,
    double pValue,
    double pAdjusted,
    ContrastVerdict verdict,
    DomainFamily family,
    Provenance source)
    implements DomainTableRow {

  /**
   * A contrast between the estimates of two years.
   *
   * @param tests in the contrast's family
   */
  public static ContrastRow of(
      PrevalenceRow from, PrevalenceRow to, Contrast contrast, int tests, Adjustment correction) {
    TestedEstimate difference = contrast.difference();
    return new ContrastRow(
        to.indicator(),
        to.by(),
        to.domain(),
        to.label(),
        from.year(),
        to.year(),
        contrast.change(),
        contrast.changeOfRest(),
        difference.estimate(),
        difference.standardError(),
        difference.low(),
        difference.high(),
        difference.statistic(),
        difference.df(),
        difference.pValue(),
        contrast.pAdjusted(),
        contrast.verdict(),
        new DomainFamily(to.indicator(), to.by(), tests, correction, Subject.AGAINST_THE_REST),
        from.source().merge(to.source()));
  }
}
