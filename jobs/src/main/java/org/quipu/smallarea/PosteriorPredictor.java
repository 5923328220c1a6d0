package org.quipu.smallarea;

import java.util.List;

/** Predictions of a {@link HierarchicalBayes} model: posterior means, deviations and quantiles. */
record PosteriorPredictor(HierarchicalBayes.Posterior posterior, Scale scale)
    implements AreaPredictor {
  @Override
  public AreaPrediction prediction(int area) {
    double mean = posterior.expected(area, (m, v) -> NormalImage.mean(scale, m, v));
    return new AreaPrediction(
        mean,
        posterior.expected(area, (m, v) -> NormalImage.meanSquare(scale, m, v, mean)),
        scale.inverse(posterior.quantile(area, 0.025)),
        scale.inverse(posterior.quantile(area, 0.975)),
        scaled(area),
        scaledMse(area));
  }

  @Override
  public double scaled(int area) {
    return posterior.mean(area);
  }

  @Override
  public double scaledMse(int area) {
    return Math.pow(posterior.deviation(area), 2);
  }

  @Override
  public NestedModel known(AreaData data) {
    return posterior.known(data);
  }

  @Override
  public AreaPredictor refit(AreaData data) {
    return new PosteriorPredictor(posterior.refit(data), scale);
  }

  @Override
  public double gamma(int area) {
    return posterior.gamma(area);
  }

  @Override
  public double synthetic(int area) {
    return posterior.synthetic(area);
  }

  @Override
  public double variance(int area) {
    return posterior.within() + posterior.between();
  }

  @Override
  public double[][] draws(int count, long seed) {
    double[][] draws = posterior.draws(count, seed);
    for (double[] draw : draws) {
      for (int i = 0; i < draw.length; i++) {
        draw[i] = scale.inverse(draw[i]);
      }
    }

    return draws;
  }

  @Override
  public List<ModelTerm> terms(AreaCovariates covariates) {
    List<ModelTerm> terms =
        EblupPredictor.coefficients(
            covariates, posterior.coefficients(), posterior.coefficientCovariance());
    terms.add(new ModelTerm("sigma2u", posterior.within(), posterior.withinDeviation()));
    if (posterior.between() > 0) {
      terms.add(new ModelTerm("sigma2v", posterior.between(), posterior.betweenDeviation()));
    }

    return terms;
  }
}
