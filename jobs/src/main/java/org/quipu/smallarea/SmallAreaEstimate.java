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
 * @param largerError root mean squared error, for this area, of the model's estimate of the larger
 *     area in which it lies; NaN where areas lie in none
 * @param residual how far the direct estimate is from what the regression says of the area, on the
 *     model's scale, in the standard deviations that the model gives to that distance; NaN without
 *     sample, and of a model that has no direct estimates
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
    boolean repaired,
    double largerError,
    double residual) {
  /**
   * The share of {@code largerError} from which an error is no better: a posterior mean has never a
   * larger one, so that a gain below a twentieth counts as none.
   */
  private static final double NO_BETTER = 0.95;

  /** Whether the estimate is no better than that of the larger area in which the area lies. */
  public boolean noBetterThanLarger() {
    return Math.sqrt(prediction.mse()) >= NO_BETTER * largerError;
  }

  /**
   * The same without what is known of the direct estimate, which rests on too few interviews to be
   * shown.
   */
  public SmallAreaEstimate withoutDirect() {
    return new SmallAreaEstimate(
        direct.hidden(),
        prediction,
        benchmarked,
        low,
        high,
        gamma,
        rank,
        exceedance,
        repaired,
        largerError,
        Double.NaN);
  }
}
