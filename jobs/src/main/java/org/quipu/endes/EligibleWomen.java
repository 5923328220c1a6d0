package org.quipu.endes;

/**
 * Counts the women of 15 to 49 years of a household, of whom one is selected for the module on
 * violence: in the women's own file, else among the household's members. Where neither is there,
 * the number that the household's file gives stands.
 */
final class EligibleWomen {
  static final String COLUMN = "eligible_women";

  /** Needed of the household's members alone. */
  static final String SEX = "sex";

  private static final int ELIGIBLE = Dictionary.index(COLUMN);
  private static final int SEX_INDEX = Dictionary.index(SEX);
  private static final int AGE = Dictionary.index("age");
  private static final double FEMALE = 2;

  private final boolean inWomensFile;
  private final boolean amongMembers;
  private int count;

  EligibleWomen(YearPlan plan) {
    this.inWomensFile = EndesModule.all().get(plan.base()).name().equals(EndesModule.WOMEN);
    this.amongMembers = !inWomensFile && plan.present().contains(SEX);
  }

  /** Begins a household. */
  void clear() {
    count = 0;
  }

  /**
   * Counts a member of the household.
   *
   * @param woman whether the women's file has her
   */
  void count(double[] member, boolean woman) {
    boolean female = inWomensFile ? woman : member[SEX_INDEX] == FEMALE;
    count += female && member[AGE] >= 15 && member[AGE] < 50 ? 1 : 0;
  }

  /** Puts the household's number into a woman's row; she herself counts whatever her age. */
  void put(double[] row) {
    if (inWomensFile || amongMembers) {
      row[ELIGIBLE] = Math.max(1, count);
    }
  }
}
