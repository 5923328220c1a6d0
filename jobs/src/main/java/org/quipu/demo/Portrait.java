package org.quipu.demo;

/**
 * Draws a woman: age, marital status, schooling, mother tongue, ethnicity. The probabilities are
 * rounded from ENDES; only their general shape matters.
 */
final class Portrait {
  private static final int CASTILIAN = 10;

  private final Woman woman;
  private final Household household;
  private final Dice dice;

  private Portrait(Woman woman, Dice dice) {
    this.woman = woman;
    this.household = woman.household;
    this.dice = dice;
  }

  /** The mother, or the woman who heads the household or is married to its head. */
  static Woman principal(Household household, int line, Dice dice) {
    boolean young = !household.smallChildren && dice.chance(0.2);
    int age;
    if (young) {
      age = dice.between(15, 22);
    } else if (household.smallChildren) {
      age = bounded(30 + 6.8 * dice.normal(), 15, 47);
    } else {
      age = bounded(38 + 8 * dice.normal(), 18, 49);
    }

    double inUnion = household.smallChildren ? 0.96 : young ? 0.25 : 0.9;
    return new Portrait(new Woman(household, line, age), dice).draw(inUnion);
  }

  /** A daughter, sister or other relative. */
  static Woman other(Household household, int line, Dice dice) {
    int age =
        switch (dice.pick(0.28, 0.30, 0.24, 0.18)) {
          case 0 -> dice.between(12, 14);
          case 1 -> dice.between(15, 19);
          case 2 -> dice.between(20, 29);
          default -> dice.between(30, 49);
        };
    double inUnion = age < 15 ? 0 : age < 20 ? 0.08 : age < 30 ? 0.4 : 0.65;
    return new Portrait(new Woman(household, line, age), dice).draw(inUnion);
  }

  private Woman draw(double inUnion) {
    if (dice.chance(0.035)) {
      woman.result = new int[] {2, 3, 4, 5, 6, 7}[dice.pick(4, 1, 3, 1.5, 0.4, 0.6)];
    }

    woman.maritalStatus = dice.chance(inUnion) ? status() : 0;
    if (woman.maritalStatus != 0) {
      woman.unions = dice.chance(0.12) ? 2 : 1;
      woman.firstUnionAge = Math.min(woman.age, bounded(20.5 + 4.5 * dice.normal(), 12, 49));
    }

    woman.education = education();
    woman.language = language();
    woman.ethnicity = ethnicity();
    return woman;
  }

  private int status() {
    int years = woman.age - 15;
    if (dice.chance(0.07 + 0.0045 * years)) {
      return new int[] {5, 4, 3}[dice.pick(0.972, 0.011, 0.001 * years)];
    }

    return dice.chance(0.03 + 0.012 * years) ? 1 : 2;
  }

  private int education() {
    double score = 0.55 * household.standing - 0.03 * (woman.age - 32) + 0.7 * dice.normal();
    int level = 0;
    for (double step : new double[] {-2.2, -1.25, -0.68, 0.05, 0.72}) {
      level += score > step ? 1 : 0;
    }

    int reached = woman.age < 13 ? 2 : woman.age < 17 ? 3 : 5;
    return Math.min(level, reached);
  }

  private int language() {
    Area area = household.cluster.area();
    double lean =
        (household.cluster.urban() ? 0.75 : 1.5)
            * (1
                + 0.012 * (woman.age - 32)
                - 0.15 * (household.standing - household.cluster.standing()));
    double quechua = area.quechuaPercent() / 100 * lean;
    double aimara = area.aimaraPercent() / 100 * lean;
    double amazonian = area.amazonianPercent() / 100 * lean;
    double castilian = Math.max(0.03, 1 - quechua - aimara - amazonian);
    return switch (dice.pick(quechua, aimara, amazonian, castilian)) {
      case 0 -> 1;
      case 1 -> 2;
      case 2 -> dice.between(3, 9);
      default -> dice.chance(0.003) ? dice.between(11, 12) : CASTILIAN;
    };
  }

  private int ethnicity() {
    if (woman.language != CASTILIAN && dice.chance(0.85)) {
      return Math.min(woman.language, 3);
    }

    Area area = household.cluster.area();
    double highland = (area.quechuaPercent() + 0.3 * area.aimaraPercent()) / 100;
    return new int[] {1, 2, 3, 4, 5, 6, 7, 8, 98}
        [
        dice.pick(
            0.15 + highland,
            area.aimaraPercent() / 100,
            area.amazonianPercent() / 100,
            0.01,
            0.06,
            0.06,
            0.6,
            0.01,
            0.03)];
  }

  private static int bounded(double value, int low, int high) {
    return (int) Math.max(low, Math.min(high, Math.floor(value)));
  }
}
