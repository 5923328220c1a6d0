package org.quipu.smallarea;

/**
 * What a study gives of one area, in the units of the direct estimates unless said otherwise.
 *
 * @param direct as it came in
 * @param prediction of the model, before benchmarking
 * @param benchmarked the estimate that adds up with those of its group
 * @param low lower end of the 95 % interval of {@code benchmarked}
 * @param high upper end
 * @param gamma weight of the area's own direct estimate, 0 to 1
 * @param rank among all areas, or those of the same time
 * @param exceedance share of draws above the threshold; NaN without one
 * @param repaired whether the sampling variance is not the area's own
 */
public record SmallAreaEstimate(
    DirectEstimate direct,
    AreaPrediction prediction,
    double benchmarked,
    double low,
    double high,
    double gamma,
    AreaRank rank,
    double exceedance,
    boolean repaired) {
  /** The same without the direct estimate, which rests on too few interviews to be shown. */
  public SmallAreaEstimate withoutDirect() {
    return new SmallAreaEstimate(
        direct.hidden(), prediction, benchmarked, low, high, gamma, rank, exceedance, repaired);
  }
}
