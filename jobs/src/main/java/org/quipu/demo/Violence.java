package org.quipu.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides which women of one region have suffered which form of violence by the partner, ever and
 * in the last 12 months, so that the weighted levels are the region's targets and the total is
 * exactly the union of the forms.
 */
final class Violence {
  /** A woman's normal scores of each form of violence and of how recent it is. */
  private record Scores(double psychological, double physical, double sexual, double recent) {}

  private final Map<Woman, Scores> scores = new HashMap<>();
  private final Fill all;
  private final double total;

  private Violence(List<Woman> women, Dice dice) {
    women.forEach(woman -> scores.put(woman, scores(woman, dice)));
    this.all = new Fill(women);
    this.total = all.mass();
  }

  /**
   * @param women the region's women in the universe
   */
  static void assign(List<Woman> women, ViolenceLevels ever, ViolenceLevels recent, Dice dice) {
    Violence violence = new Violence(women, dice);
    violence.assignEver(ever);
    violence.assignRecent(recent);
  }

  private void assignEver(ViolenceLevels ever) {
    all.mark(
        ever.psychological() * total,
        woman -> scores.get(woman).psychological,
        woman -> woman.psychological = true);
    all.where(woman -> !woman.psychological)
        .mark(
            ever.any() * total - all.where(woman -> woman.psychological).mass(),
            woman -> scores.get(woman).physical,
            woman -> woman.physical = true);
    all.where(woman -> woman.psychological)
        .mark(
            ever.physical() * total - all.where(woman -> woman.physical).mass(),
            woman -> scores.get(woman).physical,
            woman -> woman.physical = true);
    all.where(Woman::anyViolence)
        .mark(
            ever.sexual() * total,
            woman -> scores.get(woman).sexual + (woman.physical ? 1 : 0),
            woman -> woman.sexual = true);
  }

  private void assignRecent(ViolenceLevels recent) {
    double withoutPsychological = (recent.any() - recent.psychological()) * total;
    all.where(woman -> woman.physical && !woman.psychological)
        .mark(
            withoutPsychological / 2,
            woman -> scores.get(woman).recent,
            woman -> woman.recentPhysical = true);
    all.where(woman -> woman.physical && woman.psychological)
        .mark(
            recent.physical() * total - all.where(woman -> woman.recentPhysical).mass(),
            woman -> scores.get(woman).recent + (woman.sexual ? 1.0 : 0),
            woman -> woman.recentPhysical = true);
    markRecentSexual(recent);
    markRecentPsychological(recent, withoutPsychological);
  }

  private void markRecentSexual(ViolenceLevels recent) {
    all.where(woman -> woman.sexual && woman.psychological && !woman.recentPhysical)
        .mark(
            (recent.physicalOrSexual() - recent.physical()) * total,
            woman -> scores.get(woman).recent,
            woman -> woman.recentSexual = true);
    all.where(woman -> woman.sexual && woman.recentPhysical)
        .mark(
            recent.sexual() * total - all.where(woman -> woman.recentSexual).mass(),
            woman -> scores.get(woman).recent,
            woman -> woman.recentSexual = true);
  }

  private void markRecentPsychological(ViolenceLevels recent, double withoutPsychological) {
    Fill hurt = all.where(Woman::hurtRecently);
    hurt.where(woman -> woman.psychological)
        .mark(
            hurt.mass() - withoutPsychological,
            woman -> scores.get(woman).recent,
            woman -> woman.recentPsychological = true);
    all.where(woman -> woman.psychological && !woman.hurtRecently())
        .mark(
            recent.psychological() * total - all.where(woman -> woman.recentPsychological).mass(),
            woman -> scores.get(woman).recent,
            woman -> woman.recentPsychological = true);
  }

  private static Scores scores(Woman woman, Dice dice) {
    Cluster cluster = woman.household.cluster;
    double years = woman.age - 33;
    double apart = woman.union() == 2 ? 0.8 : 0;
    double poor = 3 - woman.household.quintile;
    double schooling = woman.educationLevel() - 2;
    double town = cluster.urban() ? 1 : 0;
    double nativeTongue = woman.language < 10 ? 0.12 : 0;
    double shared = dice.normal();
    double psychological = 0.006 * years + apart + 0.2 * town - 0.08 * schooling + nativeTongue;
    double physical =
        0.018 * years + apart + 0.4 * town + 0.08 * poor - 0.1 * schooling + nativeTongue;
    return new Scores(
        psychological + cluster.psychological() + 0.6 * shared + 0.8 * dice.normal(),
        physical + cluster.physical() + 0.6 * shared + 0.8 * dice.normal(),
        physical + cluster.physical() + 0.7 * shared + 0.7 * dice.normal(),
        0.3 * shared - 0.025 * years - 0.3 * apart + 0.9 * dice.normal());
  }
}
