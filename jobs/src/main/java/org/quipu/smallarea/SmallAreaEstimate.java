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
 * @param rankMedian median rank over the draws, 1 the highest
 * @param rankLow lower end of the rank's 90 % interval
 * @param rankHigh upper end
 * @param top share of draws in which the area is among the highest
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
    double rankMedian,
    double rankLow,
    double rankHigh,
    double top,
    double exceedance,
    boolean repaired) {}
