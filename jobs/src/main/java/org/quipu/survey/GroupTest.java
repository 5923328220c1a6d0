package org.quipu.survey;

import java.util.Arrays;
import java.util.Map;
import org.quipu.Coded;
import org.quipu.math.Distributions;

/**
 * What is compared between groups: the values themselves, or scores of their ranks in the
 * population (Lumley and Scott 2013, Biometrika 100; R: {@code svyttest}, {@code svyranktest}).
 */
public enum GroupTest implements Coded {
  /** Means: the t test, of several groups an analysis of variance. */
  T {
    @Override
    double score(double value, double rank) {
      return value;
    }
  },
  /** Ranks, from 0 to 1: Wilcoxon's test, of several groups Kruskal and Wallis's. */
  WILCOXON {
    @Override
    double score(double value, double rank) {
      return rank;
    }
  },
  /** Normal quantiles of the ranks. */
  VAN_DER_WAERDEN {
    @Override
    double score(double value, double rank) {
      return Distributions.normalQuantile(rank);
    }
  },
  /** Whether a value is above the median: Mood's test. */
  MEDIAN {
    @Override
    double score(double value, double rank) {
      return rank > 0.5 ? 1 : 0;
    }
  };

  /**
   * The score of a value.
   *
   * @param rank the share of the population below it, and half of that which has the same value
   */
  abstract double score(double value, double rank);

  /**
   * The scores of the rows of a table.
   *
   * @param counted whether a row is of the population that is compared
   * @return NaN for rows that are not counted, without a value or without weight
   */
  public double[] scores(SurveyTable table, Design design, String column, boolean... counted) {
    String[] domains = new String[table.rows()];
    for (int row = 0; row < domains.length; row++) {
      domains[row] = counted[row] ? DomainTable.WHOLE : null;
    }

    double[] scores = new double[table.rows()];
    Arrays.fill(scores, Double.NaN);
    Map<String, Distribution> found =
        Distribution.of(domains, table.numbers(column), AuxiliaryColumns.weights(table, design));
    found.values().forEach(distribution -> fill(distribution, scores));
    return scores;
  }

  private void fill(Distribution values, double[] scores) {
    int from = 0;
    while (from < values.size()) {
      int to = from;
      while (to + 1 < values.size() && values.value(to + 1) == values.value(from)) {
        to++;
      }

      double below = values.cumulated(from) - values.weight(from);
      double rank = (below + values.cumulated(to)) / 2 / values.population();
      for (int i = from; i <= to; i++) {
        scores[values.row(i)] = score(values.value(i), rank);
      }

      from = to + 1;
    }
  }
}
