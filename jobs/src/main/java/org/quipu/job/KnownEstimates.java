package org.quipu.job;

import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Function;
import org.quipu.Provenance;
import org.quipu.store.EstimateCovarianceRow;
import org.quipu.store.EstimateRow;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Estimand;
import org.quipu.survey.contrast.NamedEstimates;
import org.quipu.survey.quality.Quality;

/**
 * Estimates with their covariances, and what a reader must know of them.
 *
 * @param origin of a function of the estimates of some names
 */
public record KnownEstimates(
    NamedEstimates estimates, Function<Collection<String>, Origin> origin) {
  /**
   * What an estimate is called: OUTCOME in the whole population and OUTCOME:TABLE=DOMAIN in a
   * domain; quantiles and measures of inequality and poverty OUTCOME.MEASURE instead of OUTCOME.
   */
  static String name(String outcome, String by, String domain, Estimand statistic) {
    String what = statistic.statistic().isPresent() ? outcome : outcome + "." + statistic;
    return by.equals(DomainTable.NATIONAL.name()) ? what : what + ":" + by + "=" + domain;
  }

  /**
   * Estimates by their names.
   *
   * @param made with covariances
   * @throws IllegalArgumentException if two have one name
   */
  public static KnownEstimates of(EstimateJob.Result made) {
    int count = made.rows().size();
    double[][] covariance = new double[count][count];
    Iterator<EstimateCovarianceRow> pairs = made.covariances().iterator();
    for (int i = 0; i < count; i++) {
      for (int j = i; j < count; j++) {
        covariance[i][j] = pairs.next().covariance();
        covariance[j][i] = covariance[i][j];
      }
    }

    return new KnownEstimates(
        new NamedEstimates(
            made.rows().stream()
                .map(row -> name(row.outcome(), row.by(), row.domain(), row.statistic()))
                .toList(),
            made.rows().stream().mapToDouble(EstimateRow::estimate).toArray(),
            covariance,
            made.rows().stream().mapToDouble(EstimateRow::df).toArray()),
        some -> new Origin(Quality.NONE, null));
  }

  /**
   * How good something is and where it comes from.
   *
   * @param source null where that is not known
   */
  public record Origin(Quality quality, Provenance source) {
    /** Where something comes from that was made of others, null where it is of none known. */
    static Provenance merged(Collection<Provenance> sources) {
      return sources.stream().filter(Objects::nonNull).reduce(Provenance::merge).orElse(null);
    }
  }
}
