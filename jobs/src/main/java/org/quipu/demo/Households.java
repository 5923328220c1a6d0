package org.quipu.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Fills clusters with households and women: adds households until the cluster has its number of
 * women asked; one woman of 15-49 is selected in each.
 */
final class Households {
  /** The probabilities of none to three women besides the principal one. */
  private static final double[] OTHERS = {0.68, 0.24, 0.06, 0.02};

  private final boolean girls;
  private final Dice dice;
  private final List<Household> households = new ArrayList<>();
  private int dwelling;
  private int number;

  private Households(boolean girls, Dice dice) {
    this.girls = girls;
    this.dice = dice;
  }

  /**
   * The households of all clusters, those without women of the ages included.
   *
   * @param youngest 12 where the year's file lists girls of 12-14, else 15
   */
  static List<Household> of(int year, int youngest, List<Cluster> clusters) {
    List<Household> all = new ArrayList<>();
    for (Cluster cluster : clusters) {
      Households own = new Households(youngest < 15, Dice.of("households", year, cluster.number()));
      own.fill(cluster);
      all.addAll(own.households);
    }

    return all;
  }

  private void fill(Cluster cluster) {
    int asked = 0;
    while (asked < cluster.womenAsked()) {
      Household household = next(cluster, 1);
      addWomen(household);
      asked += (int) household.women.stream().filter(Woman::inUniverse).count();
      if (dice.chance(0.30)) {
        next(cluster, dice.pick(0.85, 0.09, 0.06) + 1);
      }
    }
  }

  private Household next(Cluster cluster, int result) {
    boolean second = dwelling > 0 && dice.chance(0.02);
    dwelling += second ? 0 : dice.between(1, 9);
    number = second ? number + 1 : 1;
    double standing = cluster.standing() + 0.6 * dice.normal();
    Household household =
        new Household(cluster, dwelling, number, result, dice.chance(0.62), standing);
    households.add(household);
    return household;
  }

  private void addWomen(Household household) {
    int line = dice.chance(0.25) ? 1 : 2;
    household.women.add(Portrait.principal(household, line, dice));
    int others = dice.pick(OTHERS);
    for (int i = 0; i < others; i++) {
      line += dice.between(1, 3);
      Woman other = Portrait.other(household, line, dice);
      if (girls || other.age >= 15) {
        household.women.add(other);
      }
    }

    Woman selected = dice.oneOf(household.women.stream().filter(woman -> woman.age >= 15).toList());
    selected.selection = 1;
    if (selected.result != 1) {
      selected.selection = 3;
    } else if (dice.chance(0.003)) {
      selected.selection = 2;
    }
  }
}
