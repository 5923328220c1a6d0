package org.quipu.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.quipu.math.Distributions;

/**
 * A quantile in a domain: the smallest value at or below which the wanted share of the population
 * lies, with Woodruff's (1952) interval, as R's {@code svyquantile(qrule = "math", interval.type =
 * "mean")} computes them, its defaults. A limit whose share falls outside 0 to 1 is NaN, and so are
 * both without degrees of freedom; for a share below that of the smallest value R gives the second
 * smallest, and so does this. Shares that are equal but for rounding are equal.
 *
 * @param share the wanted share, such as 0.5
 * @param value in the units of the column, as are the standard error and the interval
 * @param standardError length of the interval over twice the critical t
 * @param below the estimated share at or below the value, with its domain and counts
 */
public record Quantile(
    double share, double value, double standardError, Interval interval, Estimate below) {
  /** Shares that differ by no more are equal but for rounding. */
  private static final double SAME = 1e-12;

  /**
   * Estimates a quantile of a column in each domain of a table.
   *
   * @param share between 0 and 1
   */
  public static List<Quantile> estimate(
      SurveyTable data, Design design, String column, double share, DomainTable table) {
    double[] values = data.numbers(column);
    double[] weights = AuxiliaryColumns.weights(data, design);
    String[] domains = domains(data, table);
    Map<String, Cumulated> cumulated = cumulated(domains, values, weights);
    Map<String, Double> limits = new HashMap<>();
    cumulated.forEach((domain, each) -> limits.put(domain, each.quantile(share)));
    double[] below = new double[values.length];
    for (int row = 0; row < below.length; row++) {
      Double limit = limits.get(domains[row]);
      below[row] =
          limit == null || Double.isNaN(values[row]) ? Double.NaN : values[row] <= limit ? 1 : 0;
    }

    List<Quantile> quantiles = new ArrayList<>();
    Outcome belowLimit = Outcome.proportion("at or below the quantile of " + column);
    SurveyTable shares = data.copy().with(belowLimit.numerator(), below);
    for (Estimate estimate :
        InMemoryEstimator.estimate(shares, null, design, List.of(belowLimit), List.of(table))
            .all()) {
      if (estimate.n() > 0) {
        quantiles.add(quantile(share, estimate, cumulated.get(estimate.domain())));
      }
    }

    return quantiles;
  }

  private static Quantile quantile(double share, Estimate below, Cumulated domain) {
    if (below.df() <= 0) {
      return new Quantile(share, domain.quantile(share), Double.NaN, Interval.NONE, below);
    }

    double t = Distributions.critical(Interval.LEVEL, below.df());
    double low = below.estimate() - t * below.standardError();
    double high = below.estimate() + t * below.standardError();
    Interval interval =
        new Interval(
            low < 0 ? Double.NaN : domain.quantile(low),
            high > 1 ? Double.NaN : domain.quantile(high),
            false);
    double standardError = (interval.high() - interval.low()) / (2 * t);
    return new Quantile(share, domain.quantile(share), standardError, interval, below);
  }

  private static String[] domains(SurveyTable data, DomainTable table) {
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

  private static Map<String, Cumulated> cumulated(
      String[] domains, double[] values, double[] weights) {
    Map<String, List<Integer>> rows = new HashMap<>();
    IntStream.range(0, values.length)
        .filter(row -> domains[row] != null && !Double.isNaN(values[row]) && weights[row] > 0)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(row -> values[row])
                .thenComparingDouble(row -> weights[row]))
        .forEach(row -> rows.computeIfAbsent(domains[row], key -> new ArrayList<>()).add(row));
    Map<String, Cumulated> cumulated = new HashMap<>();
    rows.forEach((domain, sorted) -> cumulated.put(domain, new Cumulated(sorted, values, weights)));
    return cumulated;
  }

  /** The values of a domain in rising order, with the cumulated weight up to each. */
  private static final class Cumulated {
    private final double[] values;
    private final double[] weight;

    private Cumulated(List<Integer> sorted, double[] values, double[] weights) {
      this.values = sorted.stream().mapToDouble(row -> values[row]).toArray();
      this.weight = sorted.stream().mapToDouble(row -> weights[row]).toArray();
      Arrays.parallelPrefix(weight, Double::sum);
    }

    /** The first value whose cumulated weight reaches the share. */
    private double quantile(double share) {
      double whole = weight[weight.length - 1];
      double wanted = share * whole;
      if (Math.abs(wanted - weight[0]) > SAME * whole && wanted < weight[0]) {
        return values[Math.min(1, values.length - 1)];
      }

      int low = 0;
      int high = weight.length - 1;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (weight[middle] < wanted - SAME * whole) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }

      return values[low];
    }
  }
}
