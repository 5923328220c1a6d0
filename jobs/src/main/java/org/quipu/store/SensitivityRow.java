package org.quipu.store;

import org.quipu.change.Change;
import org.quipu.change.ChangeVerdict;
import org.quipu.math.TestedEstimate;

/**
 * One row of the {@code change_sensitivity} table: a change whose standard error rests on an
 * assumed design effect, tested again, with its whole family, under another one.
 *
 * @param deff the design effect assumed here
 */
public record SensitivityRow(
    String indicator,
    String by,
    String domain,
    String label,
    int fromYear,
    int toYear,
    double deff,
    double standardError,
    double ciLow,
    double ciHigh,
    double pValue,
    double pAdjusted,
    ChangeVerdict verdict)
    implements DomainTableRow {

  /** The change under a design effect. */
  public static SensitivityRow of(
      PrevalenceRow from, PrevalenceRow to, double deff, Change change) {
    TestedEstimate points = change.points();
    return new SensitivityRow(
        to.indicator(),
        to.by(),
        to.domain(),
        to.label(),
        from.year(),
        to.year(),
        deff,
        points.standardError(),
        points.low(),
        points.high(),
        points.pValue(),
        change.pAdjusted(),
        change.verdict());
  }
}
