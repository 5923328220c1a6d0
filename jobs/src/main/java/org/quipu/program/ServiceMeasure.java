package org.quipu.program;

import org.quipu.Coded;

/**
 * The measures of coverage of the services: what is counted, and per what. Further measures, of sex
 * and age groups and of named interventions, depend on the records.
 */
public enum ServiceMeasure implements Coded {
  PEOPLE_INFORMED_PER_1000_WOMEN(Counted.PEOPLE_INFORMED, CoverageUnit.PER_1000_WOMEN_15_49),
  PEOPLE_INFORMED_PER_1000_PEOPLE(Counted.PEOPLE_INFORMED, CoverageUnit.PER_1000_PEOPLE),
  WOMEN_INFORMED_PER_1000_WOMEN(Counted.WOMEN_INFORMED, CoverageUnit.PER_1000_WOMEN_15_49),
  PREVENTIVE_ACTIONS_PER_10000_PEOPLE(Counted.PREVENTIVE_ACTIONS, CoverageUnit.PER_10000_PEOPLE),
  DISTRICTS_WITH_SERVICE_PERCENT(Counted.DISTRICTS_WITH_SERVICE, CoverageUnit.PERCENT_OF_DISTRICTS),
  CASES_ATTENDED_PER_1000_WOMEN(Counted.CASES_ATTENDED, CoverageUnit.PER_1000_WOMEN_15_49);

  private final Counted counted;
  private final CoverageUnit unit;

  ServiceMeasure(Counted counted, CoverageUnit unit) {
    this.counted = counted;
    this.unit = unit;
  }

  Counted counted() {
    return counted;
  }

  CoverageUnit unit() {
    return unit;
  }
}
