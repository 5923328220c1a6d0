package org.quipu.program;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quipu.store.ProgramRow;

/**
 * What the records of one region and year say of one measure.
 *
 * @param value summed over the records
 * @param months that they cover, 1 to 12
 * @param districts that they are of, where told
 * @param ofParts whether these are figures of named interventions, for want of the whole service's
 */
record AnnualTotal(
    double value, BitSet months, Set<String> districts, boolean ofParts, boolean synthetic) {

  static AnnualTotal of(Collection<ProgramRow> rows) {
    BitSet months = new BitSet();
    Set<String> districts = new TreeSet<>();
    double value = 0;
    boolean ofParts = false;
    boolean synthetic = false;
    for (ProgramRow row : rows) {
      value += row.value();
      months.set(row.fromMonth(), row.toMonth() + 1);
      ofParts |= !row.intervention().isEmpty();
      synthetic |= row.source().equals("synthetic");
      if (!row.district().isEmpty()) {
        districts.add(row.district());
      }
    }

    return new AnnualTotal(value, months, districts, ofParts, synthetic);
  }

  boolean isWholeYear() {
    return months.cardinality() == 12;
  }

  /** The months in Spanish, such as {@code enero-julio}. */
  String monthsLabel() {
    List<String> runs = new ArrayList<>();
    for (int from = months.nextSetBit(1); from >= 0; ) {
      int end = months.nextClearBit(from);
      runs.add(new Period(from, end - 1).label());
      from = months.nextSetBit(end);
    }

    return String.join(" y ", runs);
  }

  /** Several regions or years taken together: the sum, of the months that all of them cover. */
  static AnnualTotal together(Collection<AnnualTotal> accounts) {
    BitSet months = new BitSet();
    months.set(1, 13);
    Set<String> districts = new TreeSet<>();
    double value = 0;
    boolean ofParts = false;
    boolean synthetic = false;
    for (AnnualTotal account : accounts) {
      months.and(account.months());
      districts.addAll(account.districts());
      value += account.value();
      ofParts |= account.ofParts();
      synthetic |= account.synthetic();
    }

    return new AnnualTotal(value, months, districts, ofParts, synthetic);
  }
}
