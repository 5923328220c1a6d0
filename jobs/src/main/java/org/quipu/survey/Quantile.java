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
 * A quantile in a domain: the smallest value below or at which the wanted share of the population
 * lies, with Woodruff's interval, as R's {@code svyquantile} gives them (rule "math", interval
 * "mean"). A limit whose share falls outside 0 to 1 is NaN; for a share below that of the smallest
 * value R gives the second smallest, and so does this.
 *
 * @param share the wanted share, such as 0.5
 * @param below the estimated share at or below the value, with its domain and counts
 */
public record Quantile(
    double share, double value, double standardError, Interval interval, Estimate below) {
  /** Shares that differ by rounding are the same. */
  private static final double SAME = 1e-12;

  /** Quantiles of a column in each domain of a table; a second pass finds their variances. */
  public static List<Quantile> estimate(
      SurveyTable data, Design design, String column, double share, DomainTable table) {
    double[] values = data.numbers(column);
    double[] weights = new double[values.length];
    Arrays.fill(weights, 1);
    if (design.weight() != null) {
      weights = data.numbers(design.weight());
    }

    String[] domains = domains(data, table);
    Map<String, Cumulated> cumulated = cumulated(domains, values, weights);
    double[] below = new double[values.length];
    for (int row = 0; row < below.length; row++) {
      Cumulated domain = cumulated.get(domains[row]);
      below[row] =
          domain == null || Double.isNaN(values[row])
              ? Double.NaN
              : values[row] <= domain.quantile(share) ? 1 : 0;
    }

    List<Quantile> quantiles = new ArrayList<>();
    SurveyTable shares = data.with("", below);
    for (Estimate estimate :
        InMemoryEstimator.estimate(
                shares, null, design, List.of(Outcome.proportion("")), List.of(table))
            .all()) {
      if (estimate.n() > 0) {
        quantiles.add(quantile(share, estimate, cumulated.get(estimate.domain())));
      }
    }

    return quantiles;
  }

  private static Quantile quantile(double share, Estimate below, Cumulated domain) {
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

  /** The values of a domain in order, with the weight up to each. */
  private static final class Cumulated {
    private final double[] values;
    private final double[] weight;

    private Cumulated(List<Integer> sorted, double[] values, double[] weights) {
      this.values = sorted.stream().mapToDouble(row -> values[row]).toArray();
      this.weight = sorted.stream().mapToDouble(row -> weights[row]).toArray();
      Arrays.parallelPrefix(weight, Double::sum);
    }

    private double quantile(double share) {
      double whole = weight[weight.length - 1];
      double wanted = share * whole;
      if (Math.abs(wanted - weight[0]) > SAME * whole && wanted < weight[0]) {
        return values[Math.min(1, values.length - 1)];
      }

      int at = 0;
      while (at < weight.length - 1 && weight[at] < wanted - SAME * whole) {
        at++;
      }

      return values[at];
    }
  }
}
