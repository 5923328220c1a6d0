package org.quipu.store;

import org.quipu.Provenance;
import org.quipu.smallarea.AreaLevel;
import org.quipu.smallarea.AreaRank;
import org.quipu.smallarea.Scale;
import org.quipu.smallarea.SmallAreaEstimate;
import org.quipu.smallarea.SmallAreaMethod;
import org.quipu.smallarea.SmallAreaSpec;
import org.quipu.survey.quality.Quality;
import org.quipu.target.SelectionBand;

/**
 * One row of the {@code small_areas} table: one area and indicator. In percent, or in the units of
 * the file that the direct estimates come from.
 *
 * @param region the area's region; empty where not known
 * @param n interviews; empty where not known
 * @param direct empty without sample
 * @param model the model's estimate
 * @param rmse root mean squared error of {@code model}
 * @param cv {@code rmse} in percent of {@code model}
 * @param benchmarked the estimate that adds up with the others of its region
 * @param exceedance probability of a value above the threshold; empty without one
 * @param gamma weight of the direct estimate
 * @param ciLow of the 95 % interval of {@code benchmarked}
 * @param modelScale the predictor on the scale of the model
 * @param rmseScale its root mean squared error there
 * @param probabilityInTop of being among the {@code top} highest areas
 * @param years that were pooled, such as {@code 2021-2024}; empty for a file
 * @param time that the estimate is of, where a file has several
 * @param rankSetLow the best rank that the area may have, by a test at 95 % of it against each
 *     other; ranks of a file of several times are among the areas of the same time
 * @param rankSetHigh the worst
 * @param rankSetAllLow the best rank, so that those of all areas hold at once at 95 %
 * @param rankSetAllHigh the worst
 * @param rValue the smallest share of the areas whose list of the highest has this one
 * @param rankGroup 1 for the first area and those that cannot be told apart from it, and on
 * @param mayBeInTop whether the area cannot be told, at 95 %, from the {@code top} highest
 * @param topBand of {@code probabilityInTop}
 * @param rmseLarger root mean squared error of taking the model's estimate of the larger area, such
 *     as a district's province; empty where areas lie in none
 * @param source of the direct estimates; null for those of a file
 * @param residual how far the direct estimate is from what the regression says, on the model's
 *     scale, in standard deviations; empty where {@code direct} is
 */
public record SmallAreaRow(
    AreaLevel level,
    String area,
    String label,
    String region,
    String indicator,
    Long n,
    double direct,
    double directSe,
    double model,
    double rmse,
    double cv,
    double benchmarked,
    double rankMedian,
    double rankLow,
    double rankHigh,
    double exceedance,
    Quality quality,
    double gamma,
    SmallAreaMethod method,
    Scale scale,
    double ciLow,
    double ciHigh,
    double modelScale,
    double rmseScale,
    double probabilityInTop,
    int top,
    double threshold,
    Long psus,
    String years,
    Integer time,
    int rankSetLow,
    int rankSetHigh,
    int rankSetAllLow,
    int rankSetAllHigh,
    double rValue,
    int rankGroup,
    boolean mayBeInTop,
    SelectionBand topBand,
    double rmseLarger,
    Provenance source,
    double residual) {

  /**
   * An area of a study.
   *
   * @param unit what the numbers are multiplied with: 100 makes percent of proportions
   */
  public static SmallAreaRow of(
      AreaLevel level,
      String label,
      String indicator,
      SmallAreaSpec spec,
      SmallAreaEstimate estimate,
      Quality quality,
      double unit,
      String years,
      Provenance source) {
    double model = unit * estimate.prediction().estimate();
    AreaRank rank = estimate.rank();
    double rmse = unit * Math.sqrt(estimate.prediction().mse());
    return new SmallAreaRow(
        level,
        estimate.direct().area(),
        label,
        estimate.direct().group().isEmpty() ? null : estimate.direct().group(),
        indicator,
        count(estimate.direct().n()),
        unit * estimate.direct().estimate(),
        unit * estimate.direct().standardError(),
        model,
        rmse,
        100 * rmse / Math.abs(model),
        unit * estimate.benchmarked(),
        rank.median(),
        rank.low(),
        rank.high(),
        estimate.exceedance(),
        quality,
        estimate.gamma(),
        spec.method(),
        spec.scale(),
        unit * estimate.low(),
        unit * estimate.high(),
        estimate.prediction().scaled(),
        Math.sqrt(estimate.prediction().scaledMse()),
        rank.top(),
        spec.top(),
        unit * spec.threshold(),
        count(estimate.direct().psus()),
        years,
        estimate.direct().time(),
        rank.set().low(),
        rank.set().high(),
        rank.simultaneous().low(),
        rank.simultaneous().high(),
        rank.rValue(),
        rank.group(),
        rank.mayBeInTop(),
        SelectionBand.of(rank.top()),
        unit * estimate.largerError(),
        source,
        estimate.residual());
  }

  private static Long count(double number) {
    return Double.isNaN(number) ? null : Math.round(number);
  }
}
