package org.quipu.job;

import java.util.List;
import java.util.Optional;
import org.quipu.Notice;
import org.quipu.survey.LonelyPsu;

/** The strata with a single cluster, as warnings name them. */
final class LonelyStrata {
  private LonelyStrata() {}

  /** What a user should know of them; empty where there are none. */
  static Optional<Notice> warning(List<String> strata, LonelyPsu treatment) {
    return strata.isEmpty()
        ? Optional.empty()
        : Optional.of(Notice.of("strata.lonely", treatment.code(), String.join(", ", strata)));
  }
}
