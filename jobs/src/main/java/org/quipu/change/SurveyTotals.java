package org.quipu.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quipu.survey.Estimate;
import org.quipu.survey.Estimates;
import org.quipu.survey.Outcome;
import org.quipu.survey.Statistic;

/**
 * Takes the totals of proportions in two years, with their covariance, from the estimates of a
 * survey. For each proportion the survey must have been asked for its {@link #outcomes}.
 */
public final class SurveyTotals {
  private static final String OUTCOME = "/outcome";
  private static final String UNIVERSE = "/universe";

  private final Estimates estimates;
  private final Samples samples;

  /** How the samples of two years belong together. */
  public enum Samples {
    /** Drawn apart, or to be taken so: no covariance. */
    INDEPENDENT,
    /** Of one master sample: clusters of equal number in equal strata are the same. */
    SHARED_CLUSTERS
  }

  public SurveyTotals(Estimates estimates, Samples samples) {
    this.estimates = estimates;
    this.samples = samples;
  }

  /**
   * What a survey must estimate so that the totals of a proportion can be had.
   *
   * @param column of the proportion: true, false or missing
   * @param asked a column that is true where that one is not missing, and missing elsewhere
   */
  public static List<Outcome> outcomes(String column, String asked) {
    return List.of(
        new Outcome(column + OUTCOME, Statistic.TOTAL, column, null),
        new Outcome(column + UNIVERSE, Statistic.TOTAL, asked, null));
  }

  /** The totals of a proportion in these domains of a table, in two groups (years). */
  public TwoYearTotals of(
      String column, String table, List<String> domains, String from, String to) {
    double[] totals = new double[4 * domains.size()];
    List<List<Estimate>> found = List.of(new ArrayList<>(), new ArrayList<>());
    List<List<Integer>> places = List.of(new ArrayList<>(), new ArrayList<>());
    String[] groups = {from, to};
    String[] outcomes = {column + OUTCOME, column + UNIVERSE};
    for (int i = 0; i < totals.length; i++) {
      int year = i / 2 % 2;
      Optional<Estimate> estimate =
          estimates
              .find(groups[year], outcomes[i % 2], table, domains.get(i / 4))
              .filter(total -> total.n() > 0);
      if (estimate.isPresent()) {
        totals[i] = estimate.get().estimate();
        found.get(year).add(estimate.get());
        places.get(year).add(i);
      }
    }

    return new TwoYearTotals(
        totals,
        covariance(totals.length, found, places),
        domains.stream().mapToInt(d -> sharedDf(column, table, d, to, List.of(from))).toArray());
  }

  /**
   * The degrees of freedom of a domain's clusters in one group that are in the samples of others
   * too, 0 for independent samples.
   */
  public int sharedDf(
      String column, String table, String domain, String group, List<String> others) {
    Optional<Estimate> own = universe(column, table, domain, group);
    return own.isEmpty() || samples == Samples.INDEPENDENT
        ? 0
        : estimates.matchedDf(
            own.get(),
            others.stream()
                .flatMap(other -> universe(column, table, domain, other).stream())
                .toList());
  }

  private Optional<Estimate> universe(String column, String table, String domain, String group) {
    return estimates.find(group, column + UNIVERSE, table, domain);
  }

  private double[][] covariance(int size, List<List<Estimate>> found, List<List<Integer>> places) {
    double[][] covariance = new double[size][size];
    for (int year = 0; year < 2; year++) {
      if (!found.get(year).isEmpty()) {
        put(covariance, places.get(year), places.get(year), estimates.covariances(found.get(year)));
      }
    }

    boolean both = !found.get(0).isEmpty() && !found.get(1).isEmpty();
    if (samples == Samples.SHARED_CLUSTERS && both) {
      double[][] between = estimates.matchedCovariances(found.get(0), found.get(1));
      put(covariance, places.get(0), places.get(1), between);
    }

    return covariance;
  }

  /** Puts a block in its place, and its mirror image in that. */
  private static void put(
      double[][] covariance, List<Integer> rows, List<Integer> columns, double[][] block) {
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < columns.size(); j++) {
        covariance[rows.get(i)][columns.get(j)] = block[i][j];
        covariance[columns.get(j)][rows.get(i)] = block[i][j];
      }
    }
  }
}
