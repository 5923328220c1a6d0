package org.quipu.smallarea;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quipu.smallarea.RankConfidenceSets.RankSet;

/**
 * Where an area stands among all; rank 1 has the highest value.
 *
 * @param median median rank over the draws
 * @param low lower end of the rank's 90 % interval
 * @param high upper end
 * @param top share of draws in which the area is among the highest
 * @param set ranks that this area may have, at 95 %
 * @param simultaneous ranks that it may have when those of all areas hold at once, at 95 %
 * @param rValue the smallest share of all areas whose list of the highest has the area, as in
 *     {@link RValues}
 * @param group 1 for the first area and those that cannot be told apart from it, and on, as in
 *     {@link StatisticalTies}
 * @param mayBeInTop whether the area may be among the highest; all that may be hold the true ones
 *     with a probability of 95 %
 */
public record AreaRank(
    double median,
    double low,
    double high,
    double top,
    RankSet set,
    RankSet simultaneous,
    double rValue,
    int group,
    boolean mayBeInTop) {
  private static final double LEVEL = 0.95;

  /** Adds what the ranks of a study's areas say of it. */
  static void addChecks(Map<Diagnostic, Double> checks, List<AreaRank> areas) {
    checks.put(
        Diagnostic.RANK_GROUPS,
        (double) areas.stream().mapToInt(AreaRank::group).max().orElseThrow());
    checks.put(
        Diagnostic.TOP_CANDIDATES, (double) areas.stream().filter(AreaRank::mayBeInTop).count());
  }

  /**
   * The ranks of all areas.
   *
   * @param estimates one an area
   * @param draws of the areas' true values, jointly: one row a draw, one column an area
   * @param top how many areas count as the highest
   */
  static List<AreaRank> of(double[] estimates, double[][] draws, int top) {
    Ranks ranks = Ranks.of(draws);
    Deviations deviations = Deviations.of(draws);
    PairwiseComparison comparison = PairwiseComparison.of(estimates, deviations, LEVEL);
    RankConfidenceSets sets = RankConfidenceSets.of(estimates, deviations, LEVEL, comparison);
    StatisticalTies ties = StatisticalTies.of(estimates, comparison);
    double[] rValues = RValues.ofDraws(draws);
    List<AreaRank> all = new ArrayList<>();
    for (int i = 0; i < estimates.length; i++) {
      all.add(
          new AreaRank(
              ranks.median(i),
              ranks.low(i),
              ranks.high(i),
              ranks.topProbability(i, top),
              sets.marginal(i),
              sets.simultaneous(i),
              rValues[i],
              ties.group(i),
              sets.amongHighest(i, top)));
    }

    return all;
  }
}
