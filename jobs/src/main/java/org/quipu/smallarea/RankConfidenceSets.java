package org.quipu.smallarea;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Confidence sets for the ranks of areas (Mogstad, Romano, Shaikh and Wilhelm 2024, Inference for
 * ranks with applications to mobility across neighbourhoods and academic achievement across
 * countries, Review of Economic Studies 91; R: {@code csranks::csranks}). Rank 1 has the highest
 * value. An area's best rank is one more than the number of areas that are above it by a test, its
 * worst the number of areas less those that it is above.
 *
 * <p>A marginal set holds the rank of one area with the probability asked for; the simultaneous
 * sets hold the ranks of all areas at once.
 */
public final class RankConfidenceSets {
  private final RankSet[] marginal;
  private final RankSet[] simultaneous;

  private RankConfidenceSets(RankSet[] marginal, RankSet[] simultaneous) {
    this.marginal = marginal;
    this.simultaneous = simultaneous;
  }

  /**
   * The ranks that an area may have.
   *
   * @param low the best rank, 1 or more
   * @param high the worst rank, as many as there are areas or fewer
   */
  public record RankSet(int low, int high) {}

  /**
   * The sets of all areas, by the stepwise procedure.
   *
   * @param estimates one an area
   * @param level of confidence, such as 0.95
   */
  public static RankConfidenceSets of(double[] estimates, Deviations deviations, double level) {
    return of(estimates, deviations, level, PairwiseComparison.of(estimates, deviations, level));
  }

  /** The same where the areas have been compared already. */
  static RankConfidenceSets of(
      double[] estimates, Deviations deviations, double level, PairwiseComparison all) {
    return new RankConfidenceSets(
        IntStream.range(0, estimates.length)
            .parallel()
            .mapToObj(i -> marginal(i, estimates, deviations, level))
            .toArray(RankSet[]::new),
        IntStream.range(0, estimates.length)
            .mapToObj(i -> simultaneous(i, all))
            .toArray(RankSet[]::new));
  }

  private static RankSet marginal(
      int area, double[] estimates, Deviations deviations, double level) {
    int areas = estimates.length;
    int[] others = IntStream.range(0, areas).filter(other -> other != area).toArray();
    int[] same = new int[others.length];
    Arrays.fill(same, area);
    PairTests tests = new PairTests(estimates, deviations, same, others, level);
    int above = 0;
    int below = 0;
    for (int n = 0; n < tests.size(); n++) {
      above += tests.isDecided(n) && tests.lower(n) == area ? 1 : 0;
      below += tests.isDecided(n) && tests.higher(n) == area ? 1 : 0;
    }

    return new RankSet(above + 1, areas - below);
  }

  private static RankSet simultaneous(int area, PairwiseComparison all) {
    int areas = all.areas();
    int above = (int) IntStream.range(0, areas).filter(other -> all.isAbove(other, area)).count();
    int below = (int) IntStream.range(0, areas).filter(other -> all.isAbove(area, other)).count();
    return new RankSet(above + 1, areas - below);
  }

  /** The ranks of one area, taken by itself. */
  public RankSet marginal(int area) {
    return marginal[area];
  }

  /** The ranks of an area, so that all areas' sets hold at once. */
  public RankSet simultaneous(int area) {
    return simultaneous[area];
  }

  /**
   * Whether an area may be among so many with the highest values: the areas for which this is so
   * hold all of the true ones with the probability asked for (R: {@code csranks::cstaubest}).
   */
  public boolean amongHighest(int area, int count) {
    return simultaneous[area].low() <= count;
  }

  /** Whether an area may be among so many with the lowest values (R: {@code cstauworst}). */
  public boolean amongLowest(int area, int count) {
    return simultaneous[area].high() > simultaneous.length - count;
  }
}
