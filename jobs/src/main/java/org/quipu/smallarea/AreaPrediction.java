package org.quipu.smallarea;

import org.quipu.math.Distributions;

/**
 * The prediction of one area by a model on a transformed scale.
 *
 * @param estimate in the units of the direct estimates
 * @param mse its mean squared error, in the same units
 * @param low the lower end of the 95 % interval, which is the inverse of the interval on the
 *     model's scale
 * @param high its upper end
 * @param scaled the predictor on the model's scale
 * @param scaledMse its mean squared error there
 */
public record AreaPrediction(
    double estimate, double mse, double low, double high, double scaled, double scaledMse) {

  /**
   * The prediction of an area on the scale of the direct estimates.
   *
   * <p>The mean squared error on {@link Scale#PLAIN} is the model's own. On {@link Scale#LOG} it is
   * that of Rao (2003, p. 133), or of Slud and Maiti (2006) for an area with sample in a {@link
   * FayHerriot} model. On the scales of proportions it is the mean squared distance between the
   * estimate and the inverse of a normal variable that has the predictor as its mean and the
   * predictor's mean squared error as its variance, so that the bias of the inverse is part of it.
   *
   * @throws IllegalArgumentException if the back-transformation does not fit the scale
   */
  public static AreaPrediction of(
      AreaModelFit fit, int area, Scale scale, BackTransformation back) {
    if (!back.fits(scale)) {
      throw new IllegalArgumentException(
          "there is no back-transformation %s from the scale %s"
              .formatted(back.code(), scale.code()));
    }

    double scaled = fit.eblup(area);
    double scaledMse = fit.mse(area);
    double conditional = fit.conditionalVariance(area);
    double estimate =
        switch (back) {
          case NAIVE -> scale.inverse(scaled);
          case BC ->
              fit.gamma(area) == 0
                  ? scale.inverse(scaled)
                  : NormalImage.integral(
                      scale::inverse,
                      scaled,
                      conditional,
                      scale == Scale.ARCSINE ? 0 : Double.NEGATIVE_INFINITY,
                      scale == Scale.ARCSINE ? Math.PI / 2 : Double.POSITIVE_INFINITY);
          case BC_CRUDE -> Math.exp(scaled + scaledMse / 2);
          case BC_SM -> Math.exp(scaled + conditional / 2);
        };
    double mse =
        switch (scale) {
          case PLAIN -> scaledMse;
          case ARCSINE, LOGIT -> NormalImage.meanSquare(scale, scaled, scaledMse, estimate);
          case LOG ->
              back == BackTransformation.BC_SM
                      && fit instanceof FayHerriotFit known
                      && fit.gamma(area) > 0
                  ? new SludMaiti(known).mse(area)
                  : estimate * estimate * scaledMse;
        };
    double reach = Distributions.critical(0.95, Double.NaN) * Math.sqrt(scaledMse);
    return new AreaPrediction(
        estimate,
        mse,
        scale.inverse(scaled - reach),
        scale.inverse(scaled + reach),
        scaled,
        scaledMse);
  }
}
