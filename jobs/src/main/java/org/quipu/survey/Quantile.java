package org.quipu.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  /**
   * Estimates a quantile of a column in each domain of a table.
   *
   * @param share between 0 and 1
   */
  public static List<Quantile> estimate(
      SurveyTable data, Design design, String column, double share, DomainTable table) {
    double[] values = data.numbers(column);
    double[] weights = AuxiliaryColumns.weights(data, design);
    String[] domains = Distribution.domains(data, table);
    Map<String, Distribution> distributions = Distribution.of(domains, values, weights);
    Map<String, Double> limits = new HashMap<>();
    distributions.forEach((domain, each) -> limits.put(domain, each.quantile(share)));
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
        quantiles.add(quantile(share, estimate, distributions.get(estimate.domain())));
      }
    }

    return quantiles;
  }

  private static Quantile quantile(double share, Estimate below, Distribution domain) {
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
}
