package org.quipu.smallarea;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Predictions of a model fitted by {@link FayHerriot} or its like. Its draws take the areas as
 * independent given the data, each with its mean squared error, as the EBLUP gives no joint
 * distribution.
 *
 * @param model how it is fitted
 */
record EblupPredictor(
    Function<AreaData, AreaModelFit> model,
    AreaModelFit fit,
    int areas,
    Scale scale,
    BackTransformation back)
    implements AreaPredictor {
  @Override
  public AreaPrediction prediction(int area) {
    return AreaPrediction.of(fit, area, scale, back);
  }

  @Override
  public double scaled(int area) {
    return fit.eblup(area);
  }

  @Override
  public double scaledMse(int area) {
    return fit.mse(area);
  }

  /** Areas are independent, those with neighbours too, with the mean of their variances. */
  @Override
  public NestedModel known(AreaData data) {
    return new NestedModel(
        data,
        new int[areas],
        0,
        IntStream.range(0, areas).mapToDouble(fit::variance).average().orElseThrow());
  }

  @Override
  public AreaPredictor refit(AreaData data) {
    return new EblupPredictor(model, model.apply(data), areas, scale, back);
  }

  @Override
  public double gamma(int area) {
    return fit.gamma(area);
  }

  @Override
  public double synthetic(int area) {
    return fit.synthetic(area);
  }

  @Override
  public double variance(int area) {
    return fit.variance(area);
  }

  @Override
  public double[][] draws(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] draws = new double[count][areas];
    for (double[] draw : draws) {
      for (int i = 0; i < areas; i++) {
        draw[i] = scale.inverse(fit.eblup(i) + Math.sqrt(fit.mse(i)) * random.nextGaussian());
      }
    }

    return draws;
  }

  @Override
  public List<ModelTerm> terms(AreaCovariates covariates) {
    List<ModelTerm> terms = coefficients(covariates, fit.coefficients(), fit.covariance());
    terms.addAll(fit.components());
    terms.add(ModelTerm.of("log_likelihood", fit.logLikelihood()));
    terms.add(ModelTerm.of("aic", fit.aic()));
    terms.add(ModelTerm.of("bic", fit.bic()));
    return terms;
  }

  static List<ModelTerm> coefficients(
      AreaCovariates covariates, double[] standardized, double[][] covariance) {
    double[] coefficients = covariates.coefficients(standardized);
    double[] errors = covariates.standardErrors(covariance);
    List<ModelTerm> terms = new ArrayList<>();
    for (int j = 0; j < coefficients.length; j++) {
      terms.add(new ModelTerm(covariates.terms().get(j), coefficients[j], errors[j]));
    }

    return terms;
  }
}
