package org.quipu.demo;

import java.util.List;

/**
 * Answers on violence by others, asked of every selected woman, and on the help that those who
 * suffered any violence sought.
 */
final class Help {
  /** D119: husband, mother, father, sister, brother, parents in law, friend, neighbour, others. */
  static final List<String> PERSONS =
      List.of("A", "B", "C", "F", "G", "O", "P", "Q", "R", "S", "U", "X", "XI", "XJ");

  private static final double[] PERSON_CHANCES = {
    0.02, 0.42, 0.12, 0.25, 0.15, 0.05, 0.03, 0.03, 0.02, 0.22, 0.10, 0.03, 0.06, 0.03
  };

  /**
   * S1023A: police, court, prosecutor, DEMUNA, ministry, ombudsman, health service, NGO, another.
   */
  static final List<String> INSTITUTIONS = List.of("A", "B", "C", "D", "E", "F", "G", "H", "X");

  private static final double[] INSTITUTION_CHANCES = {
    0.78, 0.14, 0.16, 0.12, 0.11, 0.02, 0.06, 0.01, 0.03
  };
  private static final int[] REASONS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 96};

  private Help() {}

  static void fill(Woman woman, Dice dice) {
    boolean byOthers = dice.chance(0.13);
    woman.nobodyElse = byOthers ? 0 : 1;
    woman.fatherBeatMother = new int[] {0, 1, 8}[dice.pick(0.58, 0.38, 0.04)];
    if (!byOthers && !woman.physical && !woman.sexual) {
      return;
    }

    boolean close = dice.chance(0.44);
    boolean institution = dice.chance(0.29);
    woman.soughtNobody = close ? 0 : 1;
    woman.wentNowhere = institution ? 0 : 1;
    choose(close, PERSON_CHANCES, woman.helpers, dice);
    choose(institution, INSTITUTION_CHANCES, woman.institutions, dice);
    if (!institution) {
      woman.whyNoHelp = REASONS[dice.pick(10, 41, 6, 5, 1, 8, 4, 15, 5, 5)];
    }
  }

  private static void choose(boolean any, double[] chances, int[] chosen, Dice dice) {
    if (!any) {
      return;
    }

    chosen[dice.pick(chances)] = 1;
    for (int i = 0; i < chosen.length; i++) {
      if (dice.chance(chances[i] / 2)) {
        chosen[i] = 1;
      }
    }
  }
}
