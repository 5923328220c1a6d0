package org.quipu.survey.kernel;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The order in which the rows of a stratum are added: by cluster, and within a cluster by content
 * wherever sums of doubles could depend on the order. Rows of equal content are interchangeable
 * (their codes only decide to which sums they are added), so that sums are identical for any order
 * in which rows arrive.
 */
final class CanonicalOrder {
  private static final double EXACT = 0x1p53;

  private CanonicalOrder() {}

  /** Positions of the rows, in order. */
  static int[] of(StratumRows rows, int[] clusterRank) {
    boolean exact = sumsAreExact(rows);
    int[] order = byCluster(rows, clusterRank);
    if (exact) {
      return order;
    }

    Comparator<Integer> content =
        Comparator.<Integer>comparingInt(row -> clusterRank[rows.clusters[row]])
            .thenComparing(content(rows));
    return IntStream.of(order).boxed().sorted(content).mapToInt(Integer::intValue).toArray();
  }

  /** Positions of rows that are a cluster each, by content alone. */
  static int[] ofContent(StratumRows rows) {
    return IntStream.range(0, rows.size)
        .boxed()
        .sorted(content(rows))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int[] byCluster(StratumRows rows, int[] rank) {
    int[] start = new int[rank.length + 1];
    for (int row = 0; row < rows.size; row++) {
      start[rank[rows.clusters[row]] + 1]++;
    }

    for (int cluster = 1; cluster < start.length; cluster++) {
      start[cluster] += start[cluster - 1];
    }

    int[] order = new int[rows.size];
    for (int row = 0; row < rows.size; row++) {
      order[start[rank[rows.clusters[row]]]++] = row;
    }

    return order;
  }

  private static Comparator<Integer> content(StratumRows rows) {
    Comparator<Integer> content = Comparator.comparingDouble(row -> rows.weights[row]);
    for (double[] column : rows.numbers) {
      content = content.thenComparingDouble(row -> column[row]);
    }

    for (double[] column : rows.replicates.columns()) {
      content = content.thenComparingDouble(row -> column[row]);
    }

    if (rows.auxiliary != null) {
      content = content.thenComparing(rows.auxiliary.content());
    }

    for (int i = 0; i < rows.answered.length; i++) {
      long[] answered = rows.answered[i];
      long[] positive = rows.positive[i];
      content =
          content.thenComparingLong(row -> answered[row]).thenComparingLong(row -> positive[row]);
    }

    return content;
  }

  /** Whether all values are whole numbers small enough for every sum of products to be exact. */
  private static boolean sumsAreExact(StratumRows rows) {
    if (rows.replicates.count() > 0 || rows.auxiliary != null) {
      return false;
    }

    double largest = 1;
    for (int k = 0; k < rows.plan.outcomes().size(); k++) {
      double offset = rows.plan.offset(k);
      if (offset != Math.rint(offset)) {
        return false;
      }

      largest = Math.max(largest, 2 * Math.abs(offset));
    }

    for (double[] column : rows.numbers) {
      for (int row = 0; row < rows.size; row++) {
        double value = column[row];
        if (value != Math.rint(value)) {
          if (!Double.isNaN(value)) {
            return false;
          }
        } else {
          largest = Math.max(largest, 2 * Math.abs(value));
        }
      }
    }

    double sum = 0;
    for (int row = 0; row < rows.size; row++) {
      double weight = rows.weights[row];
      if (weight != Math.rint(weight)) {
        return false;
      }

      sum += weight;
    }

    return sum * largest * largest < EXACT;
  }
}
