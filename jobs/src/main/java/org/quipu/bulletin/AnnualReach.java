package org.quipu.bulletin;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quipu.Provenance;
import org.quipu.program.ServiceFigure;
import org.quipu.store.ProgramRow;

/**
 * What the records of the services say of a region, year by year. Figures of named interventions
 * are not part of it, so that nobody is counted in both.
 */
final class AnnualReach {
  /**
   * One year of one figure.
   *
   * @param fromMonth first month that the records cover
   * @param toMonth last month
   */
  record Year(double value, int fromMonth, int toMonth, boolean whole, Provenance source) {}

  private AnnualReach() {}

  /** The records that a figure's sums are of, among those of a region or of the country. */
  static List<ProgramRow> rows(List<ProgramRow> programs, ServiceFigure figure) {
    return programs.stream()
        .filter(figure::isOf)
        .filter(row -> row.intervention().isEmpty())
        .filter(row -> row.sex().isEmpty() && row.ageGroup().isEmpty())
        .filter(row -> !Double.isNaN(row.value()))
        .toList();
  }

  /** A figure's sum by year; a year without records is not among them. */
  static SortedMap<Integer, Year> byYear(List<ProgramRow> programs, ServiceFigure figure) {
    return byYear(rows(programs, figure));
  }

  /** The sums of these records by year. */
  static SortedMap<Integer, Year> byYear(List<ProgramRow> rows) {
    SortedMap<Integer, List<ProgramRow>> years = new TreeMap<>();
    rows.forEach(row -> years.computeIfAbsent(row.year(), key -> new ArrayList<>()).add(row));
    SortedMap<Integer, Year> sums = new TreeMap<>();
    years.forEach((year, records) -> sums.put(year, sum(records)));

    return sums;
  }

  /** How many districts had a service of prevention, by year. */
  static SortedMap<Integer, Integer> districts(List<ProgramRow> programs) {
    SortedMap<Integer, Set<String>> districts = new TreeMap<>();
    programs.stream()
        .filter(
            row ->
                ServiceFigure.PEOPLE_INFORMED.isOf(row)
                    || ServiceFigure.PREVENTIVE_ACTIONS.isOf(row))
        .filter(row -> row.intervention().isEmpty() && !row.district().isEmpty())
        .forEach(
            row ->
                districts.computeIfAbsent(row.year(), key -> new HashSet<>()).add(row.district()));
    SortedMap<Integer, Integer> counts = new TreeMap<>();
    districts.forEach((year, names) -> counts.put(year, names.size()));

    return counts;
  }

  static boolean isSynthetic(ProgramRow row) {
    return row.source() == Provenance.SYNTHETIC;
  }

  private static Year sum(List<ProgramRow> rows) {
    BitSet months = new BitSet();
    double value = 0;
    Provenance source = Provenance.PUBLISHED;
    for (ProgramRow row : rows) {
      value += row.value();
      months.set(row.fromMonth(), row.toMonth() + 1);
      source = source.merge(row.source());
    }

    return new Year(
        value, months.nextSetBit(1), months.length() - 1, months.cardinality() == 12, source);
  }
}
