package org.quipu.program;

import java.util.List;
import org.quipu.program.CoverageNote.Kind;

/** What a measure of coverage counts. */
enum Counted {
  PEOPLE_INFORMED(CoverageUnit.PEOPLE),
  WOMEN_INFORMED(CoverageUnit.WOMEN),
  PREVENTIVE_ACTIONS(CoverageUnit.ACTIONS),
  DISTRICTS_WITH_SERVICE(CoverageUnit.DISTRICTS),
  CASES_ATTENDED(CoverageUnit.CASES),
  /** The people of one named intervention. */
  PEOPLE_OF_INTERVENTION(CoverageUnit.PEOPLE);

  private final CoverageUnit unit;

  Counted(CoverageUnit unit) {
    this.unit = unit;
  }

  /** The unit of the number itself. */
  CoverageUnit unit() {
    return unit;
  }

  /** What the number does not say by itself. */
  List<Kind> notes() {
    return switch (this) {
      case PEOPLE_INFORMED -> List.of(Kind.COUNTED_EACH_TIME);
      case WOMEN_INFORMED -> List.of(Kind.WOMEN_OF_ALL_AGES, Kind.COUNTED_EACH_TIME);
      case PREVENTIVE_ACTIONS -> List.of();
      case DISTRICTS_WITH_SERVICE -> List.of(Kind.ANY_SERVICE);
      case CASES_ATTENDED -> List.of(Kind.SUPPLY_NOT_PREVALENCE);
      case PEOPLE_OF_INTERVENTION -> List.of(Kind.INTERVENTION_OVERLAPS);
    };
  }

  /**
   * Whether records of a whole service take precedence over those of its named interventions, so
   * that nobody is counted in both.
   */
  boolean isOfWholeServices() {
    return this != PEOPLE_OF_INTERVENTION;
  }

  /** The numerator that records give: their sum, or how many districts they are from. */
  double in(AnnualTotal total) {
    return this == DISTRICTS_WITH_SERVICE ? total.districts().size() : total.value();
  }
}
