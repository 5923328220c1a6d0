package org.quipu.demo;

/**
 * Turns forms of violence into answers, item by item, with the questionnaire's codes: for the acts
 * 0 no, 1 often and 2 at times in the last 12 months, 3 not in the last 12 months, 9 missing; for
 * control 0 no, 1 yes, 8 does not know. A form that happened has at least one item, one that did
 * not happen has none.
 */
final class Answers {
  private static final double[] CONTROL_AND_THREATS = {
    0.62, 0.29, 0.27, 0.22, 0.58, 0.22, 0.33, 0.16, 0.21
  };
  private static final double[] PHYSICAL = {0.86, 0.56, 0.47, 0.29, 0.09, 0.06, 0.025};
  private static final double[] SEXUAL = {0.85, 0.46};

  private static final int YES = 1;
  private static final int NEVER_RECENTLY = 3;

  private final Woman woman;
  private final Dice dice;

  private Answers(Woman woman, Dice dice) {
    this.woman = woman;
    this.dice = dice;
  }

  /** Fills the answers of a woman who was asked and has or had a partner. */
  static void fill(Woman woman, Dice dice) {
    Answers answers = new Answers(woman, dice);
    answers.psychological();
    answers.acts();
    answers.partner();
  }

  private void psychological() {
    int[] codes = codes(CONTROL_AND_THREATS, woman.psychological, woman.recentPsychological);
    for (int i = 0; i < woman.control.length; i++) {
      if (codes[i] == 0) {
        woman.control[i] = new int[] {0, 8, 9}[dice.pick(0.994, 0.005, 0.001)];
      } else {
        woman.control[i] = YES;
        woman.recentControl[i] = codes[i];
      }
    }

    for (int i = 0; i < woman.threats.length; i++) {
      woman.threats[i] = orMissing(codes[woman.control.length + i]);
    }
  }

  private void acts() {
    int[] physical = codes(PHYSICAL, woman.physical, woman.recentPhysical);
    int[] sexual = codes(SEXUAL, woman.sexual, woman.recentSexual);
    for (int i = 0; i < woman.acts.length; i++) {
      woman.acts[i] = orMissing(i < physical.length ? physical[i] : sexual[i - physical.length]);
    }
  }

  private void partner() {
    woman.partnerDrinks = dice.chance(woman.anyViolence() ? 0.84 : 0.68) ? 1 : 0;
    if (woman.partnerDrinks == 1) {
      woman.partnerDrunk =
          woman.anyViolence() ? dice.pick(0.2, 0.15, 0.65) : dice.pick(0.4, 0.04, 0.56);
    }
  }

  /** Draws the codes of a form's items. */
  private int[] codes(double[] chances, boolean ever, boolean recent) {
    int[] codes = new int[chances.length];
    if (!ever) {
      return codes;
    }

    int first = dice.pick(chances);
    for (int i = 0; i < codes.length; i++) {
      if (i == first) {
        codes[i] = recent ? recentCode() : NEVER_RECENTLY;
      } else if (dice.chance(0.8 * chances[i])) {
        codes[i] = recent && dice.chance(0.6) ? recentCode() : NEVER_RECENTLY;
      }
    }

    return codes;
  }

  private int recentCode() {
    return dice.chance(0.15) ? 1 : 2;
  }

  private int orMissing(int code) {
    return code == 0 && dice.chance(0.001) ? 9 : code;
  }
}
