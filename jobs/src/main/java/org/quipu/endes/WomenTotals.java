package org.quipu.endes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quipu.change.SurveyTotals;
import org.quipu.change.SurveyTotals.Samples;
import org.quipu.change.TwoYears;
import org.quipu.survey.Estimate;
import org.quipu.survey.Estimates;
import org.quipu.survey.LonelyPsu;

/**
 * The totals of two years of microdata with their covariance: that of clusters which one master
 * sample shares, unless the samples are to be taken as independent.
 */
public final class WomenTotals {
  private final Estimates estimates;
  private final boolean independent;

  private WomenTotals(Estimates estimates, boolean independent) {
    this.estimates = estimates;
    this.independent = independent;
  }

  /** One pass over the women of these years. */
  public static WomenTotals of(
      WomenEstimates women,
      Collection<Integer> years,
      List<String> indicators,
      List<String> tables,
      LonelyPsu lonely,
      boolean independent) {
    return new WomenTotals(women.totals(years, indicators, tables, lonely), independent);
  }

  /** The totals of an indicator in the domains of a table. */
  public TwoYears between(int from, int to, String indicator, String table, List<String> domains) {
    return new SurveyTotals(estimates, samples(from, to))
        .of(indicator, table, domains, String.valueOf(from), String.valueOf(to));
  }

  public boolean sharesClusters(int from, int to) {
    return samples(from, to) == Samples.SHARED_CLUSTERS;
  }

  private Samples samples(int from, int to) {
    return !independent && SurveyYear.sharesClusters(from, to)
        ? Samples.SHARED_CLUSTERS
        : Samples.INDEPENDENT;
  }

  /** The domains of a table that have members in any year, in order. */
  public List<String> domains(String table) {
    Set<String> domains = new TreeSet<>();
    for (Estimate estimate : estimates.all()) {
      if (estimate.table().name().equals(table) && estimate.n() > 0) {
        domains.add(estimate.domain());
      }
    }

    return new ArrayList<>(domains);
  }

  /** A table and, inside each of its domains, the groups of another. */
  public static String crossed(String table, String groups) {
    return table.equals(Dimensions.NATIONAL) ? groups : table + ":" + groups;
  }

  /**
   * The dimensions of the groups that the table does not hold already; empty where none is left.
   */
  public static String without(String groups, String table) {
    Set<String> left = new LinkedHashSet<>(List.of(groups.split(":", -1)));
    List.of(table.split(":", -1)).forEach(left::remove);
    return String.join(":", left);
  }
}
