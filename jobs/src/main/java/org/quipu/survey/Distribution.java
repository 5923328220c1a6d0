package org.quipu.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The values of a domain in rising order, with their weights. */
final class Distribution {
  /** Shares that differ by no more are equal but for rounding. */
  private static final double SAME = 1e-12;

  private final int[] rows;
  private final double[] values;
  private final double[] weights;
  private final double[] cumulated;

  private Distribution(List<Integer> sorted, double[] values, double[] weights) {
    this.rows = sorted.stream().mapToInt(row -> row).toArray();
    this.values = Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    this.weights = Arrays.stream(rows).mapToDouble(row -> weights[row]).toArray();
    this.cumulated = new double[rows.length];
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      sum += this.weights[i];
      cumulated[i] = sum;
    }
  }

  /**
   * The distribution in each domain.
   *
   * @param domains of each row; null where it belongs to none
   * @param values of each row; NaN where missing
   * @param weights of each row; those of 0 do not count
   */
  static Map<String, Distribution> of(String[] domains, double[] values, double[] weights) {
    Map<String, List<Integer>> rows = new HashMap<>();
    IntStream.range(0, values.length)
        .filter(row -> domains[row] != null && !Double.isNaN(values[row]) && weights[row] > 0)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(row -> values[row])
                .thenComparingDouble(row -> weights[row]))
        .forEach(row -> rows.computeIfAbsent(domains[row], key -> new ArrayList<>()).add(row));
    Map<String, Distribution> distributions = new HashMap<>();
    rows.forEach(
        (domain, sorted) -> distributions.put(domain, new Distribution(sorted, values, weights)));
    return distributions;
  }

  /** The domain of each row in a table of domains; null where a code is missing. */
  static String[] domains(SurveyTable data, DomainTable table) {
    String[] domains = new String[data.rows()];
    for (int row = 0; row < domains.length; row++) {
      int at = row;
      List<String> codes = new ArrayList<>();
      table.columns().forEach(column -> codes.add(data.text(column, at)));
      domains[row] =
          codes.isEmpty()
              ? DomainTable.WHOLE
              : codes.contains(null) ? null : String.join("|", codes);
    }

    return domains;
  }

  /** How many values there are. */
  int size() {
    return rows.length;
  }

  /** The row that holds a value. */
  int row(int i) {
    return rows[i];
  }

  double value(int i) {
    return values[i];
  }

  double weight(int i) {
    return weights[i];
  }

  /** The sum of the weights up to a value, in this order. */
  double cumulated(int i) {
    return cumulated[i];
  }

  /** The sum of all weights. */
  double population() {
    return cumulated[cumulated.length - 1];
  }

  /** The first value whose cumulated weight reaches the share. */
  double quantile(double share) {
    double whole = population();
    double wanted = share * whole;
    if (Math.abs(wanted - cumulated[0]) > SAME * whole && wanted < cumulated[0]) {
      return values[Math.min(1, values.length - 1)];
    }

    int low = 0;
    int high = cumulated.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulated[middle] < wanted - SAME * whole) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }

    return values[low];
  }
}
