package org.quipu.smallarea;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.quipu.SharedData;
import org.quipu.file.Source;
import org.quipu.file.TableFile;
import org.quipu.file.TableReader;

/**
 * Physical violence by clusters of ENDES 2020, unweighted: women who answered D105A, and of these
 * the women with codes 1 to 4 in D105A-F; whether the cluster is urban, and four columns of its
 * province in the census of 2017, as shares.
 */
final class Endes2020Clusters {
  private static final int[] COVARIATES = {3, 4, 5, 6};

  private Endes2020Clusters() {}

  private record Key(String province, int urban, int cluster) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = province.compareTo(other.province);
      order = order == 0 ? Integer.compare(cluster, other.cluster) : order;
      return order == 0 ? Integer.compare(urban, other.urban) : order;
    }
  }

  /**
   * The clusters.
   *
   * @param covariates whether the columns of the province are among the terms
   * @param regions whether the regions are groups
   */
  static ClusterData read(boolean covariates, boolean regions) {
    Map<Key, int[]> counts = counts();
    Map<String, List<Double>> census = census();
    List<String> areas = counts.keySet().stream().map(Key::province).distinct().toList();
    List<Key> keys = List.copyOf(counts.keySet());
    List<String> terms = new ArrayList<>(List.of("intercept", "urban"));
    if (covariates) {
      terms.addAll(List.of("indigenous", "primary or less", "aged 15 to 29"));
    }
    double[][] design = new double[keys.size()][terms.size()];
    for (int c = 0; c < design.length; c++) {
      design[c][0] = 1;
      design[c][1] = keys.get(c).urban();
      for (int t = 2; t < terms.size(); t++) {
        design[c][t] = census.get(keys.get(c).province()).get(t - 1);
      }
    }

    return new ClusterData(
        keys.stream().mapToInt(key -> counts.get(key)[0]).toArray(),
        keys.stream().mapToInt(key -> counts.get(key)[1]).toArray(),
        terms,
        design,
        keys.stream().mapToInt(key -> areas.indexOf(key.province())).toArray(),
        areas,
        List.of(areas.stream().map(area -> regions ? area.substring(0, 2) : "Peru").toList()));
  }

  private static Map<Key, int[]> counts() {
    Map<String, Integer> provinces = new HashMap<>();
    rows("RECH23", List.of("HHID", "SHPROVIN"), row -> provinces.put(key(row), number(row, 1)));
    Map<String, Key> households = new HashMap<>();
    rows(
        "RECH0",
        List.of("HHID", "HV001", "HV024", "HV025"),
        row ->
            households.put(
                key(row),
                new Key(
                    "%02d%02d".formatted(number(row, 2), provinces.get(key(row))),
                    number(row, 3) == 1 ? 1 : 0,
                    number(row, 1))));
    Map<Key, int[]> counts = new TreeMap<>();
    rows(
        "REC84DV",
        List.of("CASEID", "D105A", "D105B", "D105C", "D105D", "D105E", "D105F"),
        row -> {
          if (!row.isMissing(1)) {
            int[] count = counts.computeIfAbsent(households.get(key(row)), k -> new int[2]);
            count[1]++;
            boolean yes =
                IntStream.rangeClosed(1, 6).anyMatch(i -> row.number(i) >= 1 && row.number(i) <= 4);
            count[0] += yes ? 1 : 0;
          }
        });
    return counts;
  }

  /** The household's number, the first 15 characters of a woman's. */
  private static String key(TableReader row) {
    String text = row.text(0);
    return text.substring(0, Math.min(15, text.length())).strip();
  }

  private static int number(TableReader row, int column) {
    return (int) row.number(column);
  }

  private static void rows(String file, List<String> columns, Consumer<TableReader> row) {
    Path path = SharedData.require("data/endes-2020/" + file + ".dta");
    try (TableReader table = TableFile.open(Source.file(path), columns)) {
      while (table.next()) {
        row.accept(table);
      }
    }
  }

  private static Map<String, List<Double>> census() {
    try {
      Map<String, List<Double>> census = new HashMap<>();
      for (String line :
          Files.readAllLines(SharedData.require("data/geography/provinces-census-2017.csv"))) {
        if (!line.startsWith("province")) {
          String[] fields = line.split(",", -1);
          census.put(
              fields[0],
              IntStream.of(COVARIATES).mapToObj(i -> Double.parseDouble(fields[i]) / 100).toList());
        }
      }

      return census;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
