package org.quipu.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.quipu.UserException;
import org.quipu.file.Source;
import org.quipu.file.TableFile;
import org.quipu.file.TableReader;
import org.quipu.smallarea.DirectEstimate;

/**
 * Direct estimates and covariates of areas from a user's CSV files. Areas are whatever the files
 * call them.
 *
 * @param direct area, estimate, standard_error; n, region, label, psus, df, deff and indicator
 *     where known
 * @param covariates area, and columns of numbers; null for none
 * @param neighbours area, neighbour; null for none
 * @param names of the covariates to use; empty for all columns of numbers
 */
public record SmallAreaFiles(Path direct, Path covariates, Path neighbours, List<String> names) {
  private static final List<String> COLUMNS =
      List.of(
          "area",
          "estimate",
          "standard_error",
          "n",
          "region",
          "label",
          "psus",
          "df",
          "deff",
          "indicator");

  /**
   * The areas of one indicator.
   *
   * @param areas with and without direct estimate
   * @param labels one an area
   * @param values of the covariates, one row an area
   */
  public record Areas(
      String indicator,
      List<DirectEstimate> areas,
      List<String> labels,
      List<String> covariates,
      List<double[]> values) {}

  /**
   * What was read.
   *
   * @param leftOut areas with a direct estimate that the file of covariates does not have
   */
  public record Read(List<Areas> indicators, List<String> leftOut) {}

  private record Line(DirectEstimate estimate, String label) {}

  /** Reads the files. */
  public Read read() {
    Covariates others =
        covariates == null
            ? Covariates.NONE
            : Covariates.read(covariates, UnaryOperator.identity()).only(names, covariates);
    List<String> leftOut = new ArrayList<>();
    List<Areas> indicators = new ArrayList<>();
    readDirect()
        .forEach(
            (indicator, lines) ->
                indicators.add(joined(indicator, new LinkedHashMap<>(lines), others, leftOut)));
    return new Read(indicators, leftOut.stream().distinct().toList());
  }

  private Areas joined(
      String indicator, Map<String, Line> lines, Covariates others, List<String> leftOut) {
    for (String area : others.byRegion().keySet()) {
      lines.putIfAbsent(area, new Line(DirectEstimate.none(area, ""), area));
    }
    Areas areas =
        new Areas(
            indicator, new ArrayList<>(), new ArrayList<>(), others.names(), new ArrayList<>());
    lines.forEach(
        (area, line) -> {
          List<Double> values = others.of(area);
          if (values.stream().anyMatch(value -> value.isNaN())) {
            leftOut.add(area);
          } else {
            areas.areas.add(line.estimate);
            areas.labels.add(line.label);
            areas.values.add(values.stream().mapToDouble(Double::doubleValue).toArray());
          }
        });
    return areas;
  }

  private Map<String, Map<String, Line>> readDirect() {
    Map<String, Map<String, Line>> indicators = new LinkedHashMap<>();
    try (TableReader table = TableFile.open(Source.file(direct), COLUMNS)) {
      AssociationFiles.require(table, direct, 3);
      while (table.next()) {
        String area = table.text(0);
        if (area == null) {
          continue;
        }

        String indicator = text(table, 9, "estimate");
        Line line = line(table, area);
        if (indicators.computeIfAbsent(indicator, any -> new LinkedHashMap<>()).put(area, line)
            != null) {
          throw UserException.input(
              direct + ", row " + table.row(),
              area + " again",
              "each area once for an indicator",
              "Keep one row of each.");
        }
      }
    }

    return indicators;
  }

  private static Line line(TableReader table, String area) {
    double estimate = table.number(1);
    double n = number(table, 3);
    return new Line(
        new DirectEstimate(
            area,
            text(table, 4, ""),
            estimate,
            table.number(2),
            Double.isNaN(estimate) && Double.isNaN(n) ? 0 : n,
            number(table, 6),
            number(table, 7),
            number(table, 8)),
        text(table, 5, area));
  }

  private static double number(TableReader table, int column) {
    return table.has(column) ? table.number(column) : Double.NaN;
  }

  private static String text(TableReader table, int column, String otherwise) {
    return table.has(column) && table.text(column) != null ? table.text(column) : otherwise;
  }
}
