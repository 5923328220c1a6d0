package org.quipu.demo;

/** A woman listed in a sampled household, with her characteristics and answers. */
final class Woman {
  /** The value of a question that was not asked. */
  static final int BLANK = -1;

  final Household household;
  final int line;
  final int age;

  /** V015: 1 complete. */
  int result = 1;

  /** V044: 0 not selected, 1 selected and asked, 2 no privacy, 3 selected and not asked. */
  int selection;

  /** V501: 0 never, 1 married, 2 cohabiting, 3 widowed, 4 divorced, 5 separated. */
  int maritalStatus;

  int unions;
  int firstUnionAge = BLANK;

  /** V149: 0 none, then primary, secondary (each incomplete and complete), 5 higher. */
  int education;

  int language = 10;
  int ethnicity = 7;

  boolean psychological;
  boolean physical;
  boolean sexual;
  boolean recentPsychological;
  boolean recentPhysical;
  boolean recentSexual;

  /** D101A-F, D103ABD and D105A-I with their codes, and QI1003AN-FN. */
  final int[] control = {BLANK, BLANK, BLANK, BLANK, BLANK, BLANK};

  final int[] recentControl = {BLANK, BLANK, BLANK, BLANK, BLANK, BLANK};
  final int[] threats = {BLANK, BLANK, BLANK};
  final int[] acts = {BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK};

  /** D115Y: 1 if only her partner hurt her. */
  int nobodyElse = BLANK;

  int partnerDrinks = BLANK;
  int partnerDrunk = BLANK;
  int fatherBeatMother = BLANK;

  /** D119Y: 0 if she sought help from someone close, 1 if from nobody. */
  int soughtNobody = BLANK;

  final int[] helpers = new int[Help.PERSONS.size()];

  /** S1023AZ: 0 if she went to an institution, 1 if to none. */
  int wentNowhere = BLANK;

  final int[] institutions = new int[Help.INSTITUTIONS.size()];
  int whyNoHelp = BLANK;

  Woman(Household household, int line, int age) {
    this.household = household;
    this.line = line;
    this.age = age;
  }

  /** CASEID: the household's identifier and her line number in three places. */
  String id() {
    String digits = Integer.toString(line);
    return household.id() + " ".repeat(3 - digits.length()) + digits;
  }

  long weight() {
    return result == 1 ? household.weight : 0;
  }

  /** V502: 0 never in union, 1 now, 2 formerly. */
  int union() {
    return maritalStatus == 0 ? 0 : maritalStatus <= 2 ? 1 : 2;
  }

  /** V013: 0 for 12-14, then seven groups of five years. */
  int ageGroup() {
    return age < 15 ? 0 : (age - 10) / 5;
  }

  /** V106: none, primary, secondary, higher. */
  int educationLevel() {
    return (education + 1) / 2;
  }

  boolean asked() {
    return selection == 1;
  }

  /** Whether she belongs to the universe of INEI's tables on violence by the partner. */
  boolean inUniverse() {
    return asked() && maritalStatus != 0 && age >= 15;
  }

  boolean anyViolence() {
    return psychological || physical || sexual;
  }

  boolean hurtRecently() {
    return recentPhysical || recentSexual;
  }
}
