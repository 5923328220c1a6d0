package org.quipu.job;

import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import org.quipu.Provenance;
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
