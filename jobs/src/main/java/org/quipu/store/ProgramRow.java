package org.quipu.store;

import org.quipu.Provenance;

/**
 * One figure of a programme's records, the long layout of the {@code programs} table.
 *
 * @param fromMonth first month that the figure covers, 1 to 12
 * @param toMonth last month; a year is partial where it is under 12
 * @param region 00 or 01-25
 * @param province UBIGEO of four digits, empty where not known
 * @param district UBIGEO of six digits, empty where not known
 * @param sex men, women, or empty for both
 * @param ageGroup such as 18_29, or empty for all
 * @param measure what is counted, such as people_informed
 * @param unit such as people, districts, actions
 * @param reference the document and place that the figure comes from
 */
public record ProgramRow(
    int year,
    int fromMonth,
    int toMonth,
    String region,
    String province,
    String district,
    String strategy,
    String intervention,
    String measure,
    String sex,
    String ageGroup,
    String unit,
    double value,
    Provenance source,
    String reference) {
  private static final String PART = "of_which_";

  /** Whether it is a part of another figure, as its measure says: {@code of_which_}. */
  public boolean isPartOfAnother() {
    return measure.startsWith(PART);
  }
}
