package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quipu.UserException;
import org.quipu.association.Reading;
import org.quipu.association.Region;
import org.quipu.association.Study;
import org.quipu.association.StudyTable;
import org.quipu.file.Source;
import org.quipu.file.TableFile;
import org.quipu.file.TableReader;

/**
 * Association of changes and coverage from two CSV files, without ENDES and without a store.
 * Indicators, measures and regions are whatever the files call them.
 */
final class AssociationFiles {
  private static final String NATIONAL = "00";

  private AssociationFiles() {}

  /** Studies each indicator of {@code changes} against each measure of {@code coverage}. */
  static AssociationJob.Result study(Path changes, Path coverage, Study study, Console console) {
    Map<String, Map<String, double[]>> byIndicator =
        read(changes, "indicator", "domain", List.of("change", "standard_error"));
    Map<String, Map<String, double[]>> byMeasure =
        read(coverage, "measure", "region", List.of("coverage"));
    StudyTable table = new StudyTable();
    byIndicator.forEach(
        (indicator, change) ->
            byMeasure.forEach(
                (measure, reached) -> {
                  List<Region> regions = regions(change, reached);
                  Optional<Study.Result> found = study.of(regions);
                  if (found.isEmpty()) {
                    console.warn(
                        indicator
                            + " and "
                            + measure
                            + ": "
                            + regions.size()
                            + " regions in both files with a standard error and differing coverage; at least "
                            + Study.FEWEST
                            + " are needed");
                    return;
                  }

                  StudyTable.Subject subject =
                      new StudyTable.Subject(
                          indicator,
                          measure,
                          null,
                          null,
                          null,
                          null,
                          new Reading(indicator, measure, "", ""));
                  table.add(subject, regions, found.get());
                }));
    if (table.rows().isEmpty()) {
      throw UserException.input(
          changes + " and " + coverage,
          "no indicator and measure with enough regions in common",
          "at least "
              + Study.FEWEST
              + " regions named alike in both, with a positive standard error",
          "Compare the columns domain and region of the two files.");
    }

    return new AssociationJob.Result(table.rows(), table.influence());
  }

  private static List<Region> regions(
      Map<String, double[]> changes, Map<String, double[]> reached) {
    List<Region> regions = new ArrayList<>();
    changes.forEach(
        (region, change) -> {
          double[] coverage = reached.get(region);
          if (coverage != null
              && Double.isFinite(change[0])
              && change[1] > 0
              && Double.isFinite(coverage[0])) {
            regions.add(
                new Region(
                    region, change[0], change[1], Double.NaN, Double.NaN, Double.NaN, coverage[0]));
          }
        });
    return regions;
  }

  /**
   * Numbers by group and key. The country's row and rows of other tables than the regions' are
   * passed over.
   */
  private static Map<String, Map<String, double[]>> read(
      Path file, String group, String key, List<String> numbers) {
    List<String> columns = new ArrayList<>(List.of(group, key, "by"));
    columns.addAll(numbers);
    Map<String, Map<String, double[]>> groups = new LinkedHashMap<>();
    try (TableReader table = TableFile.open(Source.file(file), columns)) {
      for (int i = 1; i < columns.size(); i++) {
        if (!table.has(i) && i != 2) {
          throw UserException.input(
              file.toString(),
              "no column " + columns.get(i),
              "the columns "
                  + key
                  + ", "
                  + String.join(", ", numbers)
                  + " (and "
                  + group
                  + " where there are several)",
              "Name the column in the first line.");
        }
      }

      while (table.next()) {
        String name = table.text(1);
        boolean ofRegions = !table.has(2) || "region".equals(table.text(2));
        if (name == null || name.equals(NATIONAL) || !ofRegions) {
          continue;
        }

        double[] values = new double[numbers.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = table.number(3 + i);
        }

        String of = table.has(0) && table.text(0) != null ? table.text(0) : group;
        double[] before =
            groups.computeIfAbsent(of, any -> new LinkedHashMap<>()).put(name, values);
        if (before != null) {
          throw UserException.input(
              file + ", row " + table.row(),
              of + " of " + name + " a second time",
              "each region once",
              "Leave one of the two.");
        }
      }
    }

    return groups;
  }
}
