package org.quipu.program;

import java.util.List;
import org.quipu.program.CoverageNote.Kind;

/** What a measure of coverage counts. */
enum Counted {
  PEOPLE_INFORMED(CoverageUnit.PEOPLE, Kind.COUNTED_EACH_TIME),
  WOMEN_INFORMED(CoverageUnit.WOMEN, Kind.WOMEN_OF_ALL_AGES, Kind.COUNTED_EACH_TIME),
  PREVENTIVE_ACTIONS(CoverageUnit.ACTIONS),
  DISTRICTS_WITH_SERVICE(CoverageUnit.DISTRICTS, Kind.ANY_SERVICE),
  CASES_ATTENDED(CoverageUnit.CASES, Kind.SUPPLY_NOT_PREVALENCE),
  /** The people of one named intervention. */
  PEOPLE_OF_INTERVENTION(CoverageUnit.PEOPLE, Kind.INTERVENTION_OVERLAPS);

  private final CoverageUnit unit;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, its type does not say so
  private final List<Kind> notes;

  Counted(CoverageUnit unit, Kind... notes) {
    this.unit = unit;
    this.notes = List.of(notes);
  }

  /** The unit of the number itself. */
  CoverageUnit unit() {
    return unit;
  }

  /** What the number does not say by itself. */
  List<Kind> notes() {
    return notes;
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
