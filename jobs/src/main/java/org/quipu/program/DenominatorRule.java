package org.quipu.program;

import java.util.List;
import java.util.Optional;

/** What a measure is set against in a region over some years. */
@FunctionalInterface
interface DenominatorRule {
  /** Empty where the size is not known. */
  Optional<Denominators.Denominator> of(Denominators sizes, String region, List<Integer> years);

  /** What a unit is per; nothing for units of the number itself. */
  static DenominatorRule per(CoverageUnit unit) {
    return switch (unit) {
      case PER_1000_WOMEN_15_49 -> Denominators::women;
      case PER_1000_MEN_15_49 -> Denominators::men;
      case PER_1000_PEOPLE, PER_10000_PEOPLE -> Denominators::people;
      case PERCENT_OF_DISTRICTS -> (sizes, region, years) -> sizes.districts(region);
      case PEOPLE, WOMEN, ACTIONS, CASES, DISTRICTS -> (sizes, region, years) -> Optional.empty();
      case PER_1000_OF_GROUP ->
          throw new IllegalArgumentException("a group is known by its sex and ages, not its unit");
    };
  }

  /** People of a sex, or of both where it is empty, and an age group. */
  static DenominatorRule perGroup(String sex, AgeGroup ages) {
    return (sizes, region, years) -> sizes.group(region, years, sex, ages);
  }
}
