package org.quipu.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.association.AssociationAnalysis;
import org.quipu.program.Coverage;
import org.quipu.store.CoverageRow;

/**
 * The measures of coverage whose regions can be compared over a window: those with a rate in enough
 * regions. Regions of which other years are incomplete than of most are left out.
 *
 * @param measures by name, the rows by region
 * @param tooFew measures with a rate in fewer than {@link AssociationAnalysis#FEWEST} regions
 */
public record ComparedMeasures(
    Map<String, Map<String, CoverageRow>> measures, List<String> tooFew) {

  public static ComparedMeasures of(List<CoverageRow> coverage, YearRange window) {
    Map<String, Map<String, List<CoverageRow>>> byPartialYears = new LinkedHashMap<>();
    Coverage.over(window, coverage).stream()
        .filter(row -> !row.region().equals(Regions.NATIONAL))
        .filter(row -> !Double.isNaN(row.coverage()))
        .forEach(
            row ->
                byPartialYears
                    .computeIfAbsent(row.measure(), measure -> new LinkedHashMap<>())
                    .computeIfAbsent(row.partial(), years -> new ArrayList<>())
                    .add(row));
    Map<String, Map<String, CoverageRow>> measures = new LinkedHashMap<>();
    List<String> tooFew = new ArrayList<>();
    byPartialYears.forEach(
        (measure, groups) -> {
          List<CoverageRow> most =
              groups.values().stream().max(Comparator.comparingInt(List::size)).orElseThrow();
          if (most.size() < AssociationAnalysis.FEWEST) {
            tooFew.add(measure);
          } else {
            Map<String, CoverageRow> rows = new LinkedHashMap<>();
            most.forEach(row -> rows.put(row.region(), row));
            measures.put(measure, rows);
          }
        });
    return new ComparedMeasures(measures, tooFew);
  }

  /** Those in which some years of the window are incomplete, with a row that names the years. */
  public Map<String, CoverageRow> incomplete() {
    Map<String, CoverageRow> incomplete = new LinkedHashMap<>();
    measures.forEach(
        (measure, rows) -> {
          CoverageRow any = rows.values().iterator().next();
          if (!any.partial().isEmpty()) {
            incomplete.put(measure, any);
          }
        });
    return incomplete;
  }
}
