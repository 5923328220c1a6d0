package org.quipu.store;

import org.quipu.Provenance;
import org.quipu.change.Comparison;
import org.quipu.change.ContrastVerdict;
import org.quipu.math.Adjustment;
import org.quipu.math.TestedEstimate;
import org.quipu.store.DomainFamily.Subject;

/**
 * One row of the {@code comparison} table: the level of a domain less that of another of its table
 * in one year, in percentage points.
 *
 * @param label the domain's name, {@code otherLabel} that of the other
 * @param pAdjusted p of the difference's direction after the correction for both directions of all
 *     pairs
 * @param family the pairs that were corrected together, and how
 */
public record ComparisonRow(
    int year,
    String indicator,
    String by,
    String domain,
    String label,
    String other,
    String otherLabel,
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

  /** The comparison of two estimates. */
  static ComparisonRow of(
      PrevalenceRow row, PrevalenceRow other, Comparison comparison, int tests) {
    TestedEstimate difference = comparison.difference();
    return new ComparisonRow(
        row.year(),
        row.indicator(),
        row.by(),
        row.domain(),
        row.label(),
        other.domain(),
        other.label(),
        difference.estimate(),
        difference.standardError(),
        difference.low(),
        difference.high(),
        difference.statistic(),
        difference.df(),
        difference.pValue(),
        comparison.pAdjusted(),
        comparison.verdict(),
        new DomainFamily(row.indicator(), row.by(), tests, Adjustment.HOLM, Subject.IN_PAIRS),
        row.source().merge(other.source()));
  }
}
