package org.quipu.survey.kernel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.quipu.UserException;

/**
 * One complete stratum as totals by cluster, for every outcome in every domain that has a member in
 * it. Clusters are in the order of their identifiers.
 *
 * @param clusterIds empty where every row is a cluster by itself
 * @param clusters how many were sampled
 * @param fraction of the stratum's clusters that was sampled; 0 with replacement
 * @param cells the domains, grouped by tables that cut this stratum alike
 * @param inside each cluster as a stratum of its second-stage units; empty with one stage
 */
public record Stratum(
    String group,
    String name,
    List<String> clusterIds,
    int clusters,
    double fraction,
    List<DomainCells> cells,
    List<Stratum> inside)
    implements Serializable {

  static Stratum of(StratumRows rows) {
    int count = rows.clusterIds.isEmpty() ? rows.size : rows.clusterIds.size();
    return new Stratum(
        rows.group,
        rows.stratum,
        rows.clusterIds.stream().sorted().toList(),
        count,
        fraction(rows, count),
        cells(rows, count),
        rows.units == null
            ? List.of()
            : IntStream.range(0, count).mapToObj(i -> of(rows.inside(i))).toList());
  }

  /** One cluster of several: its variance cannot be seen. */
  boolean lonely() {
    return clusters == 1 && fraction < 1;
  }

  /** Renumbers the codes. */
  void translate(int[][] translation) {
    cells.forEach(each -> each.translate(translation));
    inside.forEach(each -> each.translate(translation));
  }

  private static double fraction(StratumRows rows, int count) {
    if (Double.isNaN(rows.fpc)) {
      return 0;
    }

    double fraction = rows.fpc < 1 ? rows.fpc : count / rows.fpc;
    if (fraction > 1) {
      throw UserException.input(
          "finite population correction of " + rows.name(),
          Ids.of(rows.fpc) + " clusters in all, but " + count + " in the sample",
          "no more sampled than there are",
          "Mend the column of --fpc");
    }

    return fraction;
  }

  private static List<DomainCells> cells(StratumRows rows, int count) {
    int[] rank;
    int[] order;
    if (rows.clusterIds.isEmpty()) {
      order = CanonicalOrder.ofContent(rows);
      rank = new int[count];
      for (int i = 0; i < count; i++) {
        rank[order[i]] = i;
        rows.clusters[order[i]] = order[i];
      }
    } else {
      rank = rows.clusterRanks();
      order = CanonicalOrder.of(rows, rank);
    }

    Universes universes = Universes.of(rows);
    List<DomainCells> cells = new ArrayList<>();
    tablesByCut(rows)
        .forEach(
            (cut, tables) ->
                cells.add(new CellBuilder(rows, order, rank, universes).build(cut, tables)));
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
    int[][] dimensions = rows.layout.tableDimensions;
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
