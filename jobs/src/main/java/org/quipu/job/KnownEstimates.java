package org.quipu.job;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.quipu.Provenance;
import org.quipu.survey.contrast.NamedEstimates;
import org.quipu.survey.quality.Quality;

/**
 * Estimates with their covariances, and what a reader must know of them.
 *
 * @param origins by the names of the estimates; of some nothing may be known
 */
public record KnownEstimates(NamedEstimates estimates, Map<String, Origin> origins) {
  /**
   * How good an estimate is and where it comes from.
   *
   * @param source null where that is not known
   */
  public record Origin(Quality quality, Provenance source) {
    static final Origin UNKNOWN = new Origin(Quality.NONE, null);
  }

  public KnownEstimates {
    origins = Map.copyOf(origins);
  }

  /** The quality of a function of some of the estimates. */
  Quality quality(Collection<String> names) {
    return of(names).map(Origin::quality).reduce(Quality.NONE, Quality::merge);
  }

  /** Where a function of some of the estimates comes from; null where that is not known. */
  Provenance source(Collection<String> names) {
    return of(names)
        .map(Origin::source)
        .filter(Objects::nonNull)
        .reduce(Provenance::merge)
        .orElse(null);
  }

  private Stream<Origin> of(Collection<String> names) {
    return names.stream().map(name -> origins.getOrDefault(name, Origin.UNKNOWN));
  }
}
