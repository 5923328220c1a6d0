package org.quipu.endes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quipu.YearRange;
import org.quipu.change.SurveyTotals;
import org.quipu.change.SurveyTotals.Samples;
import org.quipu.change.TwoYearTotals;
import org.quipu.survey.Estimate;
import org.quipu.survey.Estimates;
import org.quipu.survey.LonelyPsu;

/** The totals of years of microdata with their covariance. */
final class WomenTotals {
  private final Collection<Integer> years;
  private final Estimates estimates;
  private final SampleOverlap overlap;

  private WomenTotals(Collection<Integer> years, Estimates estimates, SampleOverlap overlap) {
    this.years = years;
    this.estimates = estimates;
    this.overlap = overlap;
  }

  /** One pass over the women of these years. */
  static WomenTotals of(
      WomenEstimates women,
      Collection<Integer> years,
      List<String> indicators,
      List<String> tables,
      LonelyPsu lonely,
      SampleOverlap overlap) {
    return new WomenTotals(years, women.totals(years, indicators, tables, lonely), overlap);
  }

  /** The totals of an indicator in the domains of a table. */
  TwoYearTotals between(YearRange years, String indicator, String table, List<String> domains) {
    return new SurveyTotals(estimates, samples(years))
        .of(indicator, table, domains, String.valueOf(years.from()), String.valueOf(years.to()));
  }

  /**
   * The degrees of freedom of a domain's clusters in one year that count as the same in the samples
   * of earlier ones.
   */
  int sharedDf(String indicator, String table, String domain, int year, List<Integer> earlier) {
    return new SurveyTotals(estimates, Samples.SHARED_CLUSTERS)
        .sharedDf(
            indicator,
            table,
            domain,
            String.valueOf(year),
            earlier.stream()
                .filter(other -> sharesClusters(new YearRange(other, year)))
                .map(String::valueOf)
                .toList());
  }

  boolean sharesClusters(YearRange years) {
    return samples(years) == Samples.SHARED_CLUSTERS;
  }

  /** The pairs of years whose clusters count in covariances. */
  List<SharedClusters> sharedClusters() {
    List<SharedClusters> shared = new ArrayList<>();
    for (int from : years) {
      for (int to : years) {
        if (from < to && sharesClusters(new YearRange(from, to))) {
          int clusters = estimates.matchedClusters(String.valueOf(from), String.valueOf(to));
          shared.add(new SharedClusters(new YearRange(from, to), clusters));
        }
      }
    }

    return shared;
  }

  private Samples samples(YearRange years) {
    return overlap == SampleOverlap.COUNTED && SurveyYear.sharesClusters(years.from(), years.to())
        ? Samples.SHARED_CLUSTERS
        : Samples.INDEPENDENT;
  }

  /** The domains of a table that have members in any year, in order. */
  List<String> domains(String table) {
    Set<String> domains = new TreeSet<>();
    for (Estimate estimate : estimates.all()) {
      if (estimate.table().name().equals(table) && estimate.n() > 0) {
        domains.add(estimate.domain());
      }
    }

    return new ArrayList<>(domains);
  }
}
