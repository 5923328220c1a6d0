package org.quipu.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * @param direct area, estimate, standard_error; n, region, label, psus, df, deff, indicator and
 *     time where known
 * @param covariates area, and columns of numbers; time where they vary with that of the direct
 *     estimates; null for none
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
          "indicator",
          "time");
  private static final int TIME = 10;

  /**
   * The areas of one indicator.
   *
   * @param areas with and without direct estimate, at each time
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
   * @param without areas that have no direct estimate, or none of one of the times
   */
  public record Read(List<Areas> indicators, List<String> leftOut, List<String> without) {}

  private record Line(DirectEstimate estimate, String label) {
    /** The same area without sample. */
    Line unsampled(Integer time) {
      return new Line(DirectEstimate.none(estimate.area(), estimate.group()).at(time), label);
    }
  }

  /** An area, at a time where areas have several. */
  private record Key(String area, Integer time) {
    @Override
    public String toString() {
      return time == null ? area : "%s in %d".formatted(area, time);
    }
  }

  /** Reads the files. */
  public Read read() {
    Map<String, Map<Key, Line>> direct = readDirect();
    boolean timed =
        direct.values().stream()
            .flatMap(lines -> lines.keySet().stream())
            .anyMatch(key -> key.time != null);
    Map<Integer, Covariates> others = covariates(timed);
    Read read = new Read(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    direct.forEach((indicator, lines) -> add(indicator, lines, others, read));
    return new Read(
        read.indicators,
        read.leftOut.stream().distinct().toList(),
        read.without.stream().distinct().toList());
  }

  /** By time; those of null are of all times. */
  private Map<Integer, Covariates> covariates(boolean timed) {
    Map<Integer, Covariates> byTime = new LinkedHashMap<>();
    if (covariates == null) {
      byTime.put(null, Covariates.NONE);
    } else if (timed) {
      Covariates.readByTime(covariates)
          .forEach((time, all) -> byTime.put(time, all.only(names, covariates)));
    } else {
      byTime.put(
          null, Covariates.read(covariates, UnaryOperator.identity()).only(names, covariates));
    }

    return byTime;
  }

  private static void add(
      String indicator, Map<Key, Line> lines, Map<Integer, Covariates> others, Read read) {
    List<String> names = others.values().iterator().next().names();
    Areas areas =
        new Areas(indicator, new ArrayList<>(), new ArrayList<>(), names, new ArrayList<>());
    completed(lines, others)
        .forEach(
            (key, line) -> {
              Covariates known = others.getOrDefault(null, others.get(key.time));
              List<Double> values = known == null ? List.of(Double.NaN) : known.of(key.area);
              if (values.stream().anyMatch(value -> value.isNaN())) {
                read.leftOut.add(key.toString());
                return;
              }

              if (!line.estimate.isSampled()) {
                read.without.add(key.toString());
              }
              areas.areas.add(line.estimate);
              areas.labels.add(line.label);
              areas.values.add(values.stream().mapToDouble(Double::doubleValue).toArray());
            });
    read.indicators.add(areas);
  }

  /** The lines, and those without sample that covariates allow, at each time. */
  private static Map<Key, Line> completed(Map<Key, Line> lines, Map<Integer, Covariates> others) {
    Map<String, Line> areas = new LinkedHashMap<>();
    lines.forEach((key, line) -> areas.putIfAbsent(key.area, line));
    others
        .values()
        .forEach(
            known ->
                known
                    .byRegion()
                    .keySet()
                    .forEach(
                        area ->
                            areas.putIfAbsent(
                                area, new Line(DirectEstimate.none(area, ""), area))));
    Set<Integer> times = new LinkedHashSet<>();
    lines.keySet().forEach(key -> times.add(key.time));
    Map<Key, Line> all = new LinkedHashMap<>(lines);
    areas.forEach(
        (area, line) ->
            times.forEach(
                time -> {
                  Covariates known = others.getOrDefault(null, others.get(time));
                  if (others.containsKey(null)
                      || (known != null && known.byRegion().containsKey(area))) {
                    all.putIfAbsent(new Key(area, time), line.unsampled(time));
                  }
                }));
    return all;
  }

  private Map<String, Map<Key, Line>> readDirect() {
    Map<String, Map<Key, Line>> indicators = new LinkedHashMap<>();
    try (TableReader table = TableFile.open(Source.file(direct), COLUMNS)) {
      AssociationFiles.require(table, direct, 3);
      while (table.next()) {
        String area = table.text(0);
        if (area == null) {
          continue;
        }

        String indicator = text(table, 9, "estimate");
        Key key = new Key(area, table.has(TIME) ? Covariates.time(table, TIME, direct) : null);
        if (indicators
                .computeIfAbsent(indicator, any -> new LinkedHashMap<>())
                .put(key, line(table, key))
            != null) {
          throw UserException.input(
              direct + ", row " + table.row(),
              key + " again",
              "each area once for an indicator, or for each time of a column time",
              "Keep one row of each.");
        }
      }
    }

    return indicators;
  }

  private static Line line(TableReader table, Key key) {
    double estimate = table.number(1);
    double n = number(table, 3);
    return new Line(
        new DirectEstimate(
            key.area,
            text(table, 4, ""),
            estimate,
            table.number(2),
            Double.isNaN(estimate) && Double.isNaN(n) ? 0 : n,
            number(table, 6),
            number(table, 7),
            number(table, 8),
            key.time),
        text(table, 5, key.area));
  }

  private static double number(TableReader table, int column) {
    return table.has(column) ? table.number(column) : Double.NaN;
  }

  private static String text(TableReader table, int column, String otherwise) {
    return table.has(column) && table.text(column) != null ? table.text(column) : otherwise;
  }
}
