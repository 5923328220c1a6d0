package org.quipu.program;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quipu.Provenance;
import org.quipu.store.ProgramRow;

/**
 * What the records of one region and year give for one measure.
 *
 * @param value summed over the records
 * @param months that they cover, 1 to 12
 * @param districts that they are of, where they name one
 * @param ofInterventions whether some are of named interventions, because the whole service has no
 *     record
 */
record AnnualTotal(
    double value,
    BitSet months,
    Set<String> districts,
    boolean ofInterventions,
    Provenance source) {

  static AnnualTotal of(Collection<ProgramRow> rows) {
    BitSet months = new BitSet();
    Set<String> districts = new TreeSet<>();
    double value = 0;
    boolean ofInterventions = false;
    Provenance source = Provenance.PUBLISHED;
    for (ProgramRow row : rows) {
      value += row.value();
      months.set(row.fromMonth(), row.toMonth() + 1);
      ofInterventions |= !row.intervention().isEmpty();
      source = source.merge(row.source());
      if (!row.district().isEmpty()) {
        districts.add(row.district());
      }
    }

    return new AnnualTotal(value, months, districts, ofInterventions, source);
  }

  boolean isWholeYear() {
    return months.cardinality() == 12;
  }

  /** The months that are recorded, each run of them in a row as one period. */
  List<Period> periods() {
    List<Period> periods = new ArrayList<>();
    for (int from = months.nextSetBit(1); from >= 0; ) {
      int end = months.nextClearBit(from);
      periods.add(new Period(from, end - 1));
      from = months.nextSetBit(end);
    }

    return periods;
  }

  /** The sum over several regions or years, of the months that all of them cover. */
  static AnnualTotal sum(Collection<AnnualTotal> totals) {
    BitSet months = new BitSet();
    months.set(1, 13);
    Set<String> districts = new TreeSet<>();
    double value = 0;
    boolean ofInterventions = false;
    Provenance source = Provenance.PUBLISHED;
    for (AnnualTotal total : totals) {
      months.and(total.months());
      districts.addAll(total.districts());
      value += total.value();
      ofInterventions |= total.ofInterventions();
      source = source.merge(total.source());
    }

    return new AnnualTotal(value, months, districts, ofInterventions, source);
  }
}
