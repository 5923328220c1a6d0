package org.quipu.store;

import org.quipu.Provenance;
import org.quipu.change.Position;
import org.quipu.math.Adjustment;

/**
 * One row of the {@code position} table: where a domain's level stands among those of its table in
 * one year. Rank 1 is the highest level; the ranks that a domain may have hold for all domains of
 * the table together with at least 95 %.
 *
 * @param rank of the estimate alone
 * @param rankLow the first that it may have, {@code rankHigh} the last
 * @param higher domains whose level is surely higher, {@code lower} those surely lower
 * @param notDistinguished domains whose level does not differ clearly
 * @param domains that were compared, this one among them
 * @param tests pairs of domains that were tested, both directions of which the correction counts
 */
public record PositionRow(
    int year,
    String indicator,
    String by,
    String domain,
    String label,
    double percent,
    int rank,
    int rankLow,
    int rankHigh,
    int higher,
    int lower,
    int notDistinguished,
    int domains,
    int tests,
    Adjustment correction,
    Provenance source)
    implements DomainTableRow {

  /** The position of an estimate's domain. */
  static PositionRow of(PrevalenceRow row, Position position, int tests, Provenance source) {
    return new PositionRow(
        row.year(),
        row.indicator(),
        row.by(),
        row.domain(),
        row.label(),
        row.percent(),
        position.rank(),
        position.rankLow(),
        position.rankHigh(),
        position.higher(),
        position.lower(),
        position.notDistinguished(),
        position.domains(),
        tests,
        Adjustment.HOLM,
        source);
  }
}
