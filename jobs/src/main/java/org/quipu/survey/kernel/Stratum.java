package org.quipu.survey.kernel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.quipu.survey.ClusterSample;

/**
 * A complete stratum, reduced to totals by cluster for every outcome in every domain that has a
 * member in it. Clusters are in the order of their identifiers.
 *
 * @param clusterIds empty where every row is a cluster of its own
 * @param sample of the clusters
 * @param weighted clusters that have a row with a positive weight
 * @param cells totals, for each set of tables that divide this stratum alike
 * @param auxiliary totals of the auxiliary variables of a calibration; null without
 * @param inside each cluster as a stratum of its second-stage units; empty with one stage
 */
record Stratum(
    String group,
    String name,
    List<String> clusterIds,
    ClusterSample sample,
    int weighted,
    List<StratumTotals> cells,
    AuxiliaryTotals auxiliary,
    List<Stratum> inside)
    implements Serializable {

  static Stratum of(StratumRows rows) {
    int count = rows.clusterIds.isEmpty() ? rows.size : rows.clusterIds.size();
    int[] rank = new int[count];
    int[] order = order(rows, rank);
    return new Stratum(
        rows.group,
        rows.stratum,
        rows.clusterIds.stream().sorted().toList(),
        ClusterSample.of(rows.name(), rows.fpc, count),
        weighted(rows, count),
        cells(rows, order, rank),
        rows.auxiliary == null ? null : new AuxiliaryTotals(rows, order, rank),
        rows.units == null
            ? List.of()
            : IntStream.range(0, count).mapToObj(i -> of(rows.inside(i))).toList());
  }

  /** How many clusters were sampled. */
  int clusters() {
    return (int) sample.count();
  }

  /** Renumbers the codes. */
  void translate(int[][] translation) {
    cells.forEach(each -> each.translate(translation));
    inside.forEach(each -> each.translate(translation));
  }

  private static int weighted(StratumRows rows, int count) {
    boolean[] weighted = new boolean[count];
    for (int row = 0; row < rows.size; row++) {
      int cluster = rows.clusterIds.isEmpty() ? row : rows.clusters[row];
      weighted[cluster] |= rows.weights[row] != 0;
    }

    int number = 0;
    for (boolean each : weighted) {
      number += each ? 1 : 0;
    }

    return number;
  }

  /** The order in which rows are added; fills in the rank of each cluster. */
  private static int[] order(StratumRows rows, int[] rank) {
    if (rows.clusterIds.isEmpty()) {
      int[] order = CanonicalOrder.ofContent(rows);
      for (int i = 0; i < rank.length; i++) {
        rank[order[i]] = i;
        rows.clusters[order[i]] = order[i];
      }

      return order;
    }

    System.arraycopy(rows.clusterRanks(), 0, rank, 0, rank.length);
    return CanonicalOrder.of(rows, rank);
  }

  private static List<StratumTotals> cells(StratumRows rows, int[] order, int[] rank) {
    UniverseIndex universes = UniverseIndex.of(rows);
    List<StratumTotals> cells = new ArrayList<>();
    tablesByCut(rows)
        .forEach(
            (cut, tables) ->
                cells.add(
                    new StratumTotalsBuilder(rows, order, rank, universes).build(cut, tables)));
    return cells;
  }

  /** The tables that have members here, by those of their dimensions that vary in this stratum. */
  private static Map<List<Integer>, List<Integer>> tablesByCut(StratumRows rows) {
    int[] constant = new int[rows.codes.length];
    boolean[] varies = new boolean[rows.codes.length];
    for (int d = 0; d < constant.length; d++) {
      constant[d] = rows.codes[d][0];
      for (int row = 1; row < rows.size && !varies[d]; row++) {
        varies[d] = rows.codes[d][row] != constant[d];
      }
    }

    Map<List<Integer>, List<Integer>> tables = new LinkedHashMap<>();
    int[][] dimensions = rows.plan.tableDimensions;
    for (int t = 0; t < dimensions.length; t++) {
      if (IntStream.of(dimensions[t]).allMatch(d -> varies[d] || constant[d] >= 0)) {
        List<Integer> cut =
            IntStream.of(dimensions[t]).filter(d -> varies[d]).sorted().boxed().toList();
        tables.computeIfAbsent(cut, key -> new ArrayList<>()).add(t);
      }
    }

    return tables;
  }
}
