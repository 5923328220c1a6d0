package org.quipu.survey;

import java.util.ArrayList;
import java.util.Arrays;
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

  private Distribution(int[] sorted, double[] values, double[] weights) {
    this.rows = sorted;
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
    Map<String, IntStream.Builder> rows = new HashMap<>();
    for (int row = 0; row < values.length; row++) {
      if (domains[row] != null && !Double.isNaN(values[row]) && weights[row] > 0) {
        rows.computeIfAbsent(domains[row], domain -> IntStream.builder()).add(row);
      }
    }

    Map<String, Distribution> distributions = new HashMap<>();
    rows.forEach(
        (domain, its) -> distributions.put(domain, sorted(its.build().toArray(), values, weights)));
    return distributions;
  }

  private static Distribution sorted(int[] rows, double[] values, double[] weights) {
    IndexSort.sort(
        rows,
        (one, other) -> {
          int order = Double.compare(values[one], values[other]);
          return order == 0 ? Double.compare(weights[one], weights[other]) : order;
        });
    return new Distribution(rows, values, weights);
  }

  /** The domain of each row in a table of domains; null where a code is missing. */
  static String[] domains(SurveyTable data, DomainTable table) {
    Map<String, String> known = new HashMap<>();
    String[] domains = new String[data.rows()];
    for (int row = 0; row < domains.length; row++) {
      int at = row;
      List<String> codes = new ArrayList<>();
      table.columns().forEach(column -> codes.add(data.text(column, at)));
      if (!codes.contains(null)) {
        domains[row] =
            codes.isEmpty()
                ? DomainTable.WHOLE
                : known.computeIfAbsent(String.join("|", codes), domain -> domain);
      }
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
