package org.quipu.program;

import java.util.List;
import java.util.Optional;

/** What a measure is set against in a region over some years. */
@FunctionalInterface
interface DenominatorRule {
  /** No denominator: the numerator stands alone. */
  DenominatorRule NONE = (sizes, region, years) -> Optional.empty();

  /** Empty where the size is not known. */
  Optional<Denominators.Denominator> of(Denominators sizes, String region, List<Integer> years);
}
