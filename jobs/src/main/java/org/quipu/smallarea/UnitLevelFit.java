package org.quipu.smallarea;

import java.util.List;
import org.quipu.math.Cholesky;
import org.quipu.math.Vectors;

/**
 * A fitted {@link UnitLevelModel}, which predicts population means: of the n sampled units what was
 * observed, of the N − n others what the model says.
 *
 * <p>The mean squared error is that of Prasad and Rao (1990, Journal of the American Statistical
 * Association 85), g₁ + g₂ + 2g₃ and for maximum likelihood less the bias of its variances times
 * the slope of g₁ (Datta and Lahiri 2000, Statistica Sinica 10), with the part of the population
 * that is sampled (Rao and Molina 2015, Small Area Estimation, sections 7.1 and 7.2).
 */
final class UnitLevelFit implements AreaModelFit {
  private final List<AreaPopulation> population;
  private final List<UnitGroup> groups;
  private final UnitLevelModel.Profile profile;
  private final double u;
  private final double e;
  private final double[][] covariance;

  /** Covariance of the estimators of σu² and σe². */
  private final double[][] variances;

  /** Their bias. */
  private final double[] bias = new double[2];

  private final double logDeterminant;

  UnitLevelFit(
      List<AreaPopulation> population,
      List<UnitGroup> groups,
      UnitLevelModel.Profile profile,
      boolean restricted) {
    this.population = List.copyOf(population);
    this.groups = groups;
    this.profile = profile;
    this.u = profile.areaVariance();
    this.e = profile.errorVariance();
    this.covariance = profile.covariance();
    double[][] information = new double[2][2];
    double[] leverage = new double[2];
    double log = 0;
    for (UnitGroup group : groups) {
      double n = group.n();
      if (n == 0) {
        continue;
      }
      double total = e + n * u;
      log += (n - 1) * Math.log(e) + Math.log(total);
      information[0][0] += 0.5 * Math.pow(n / total, 2);
      information[1][0] += 0.5 * n / (total * total);
      information[1][1] += 0.5 * ((n - 1) / (e * e) + 1 / (total * total));
      // X'V⁻¹ ∂V V⁻¹X of an area, the area's mean apart from what is within it.
      double ofMean = Vectors.quadratic(covariance, group.x());
      leverage[0] += n * n / (total * total) * ofMean;
      leverage[1] += (trace(group) - n * ofMean) / (e * e) + n / (total * total) * ofMean;
    }
    information[0][1] = information[1][0];
    this.logDeterminant = log;
    this.variances = Cholesky.of(information).inverse();
    for (int a = 0; a < 2 && !restricted; a++) {
      bias[a] = -0.5 * Vectors.dot(variances[a], leverage);
    }
  }

  /** tr((X'V⁻¹X)⁻¹ Σ x x') over an area's units. */
  private double trace(UnitGroup group) {
    double sum = 0;
    for (int a = 0; a < covariance.length; a++) {
      sum += Vectors.dot(covariance[a], group.squares()[a]);
    }

    return sum;
  }

  @Override
  public double[] coefficients() {
    return profile.coefficients();
  }

  @Override
  public double[][] covariance() {
    return covariance;
  }

  @Override
  public List<ModelTerm> components() {
    return List.of(
        new ModelTerm("sigma2u", u, Math.sqrt(variances[0][0])),
        new ModelTerm("sigma2e", e, Math.sqrt(variances[1][1])));
  }

  @Override
  public int observations() {
    return profile.observations();
  }

  @Override
  public double logLikelihood() {
    return -0.5
        * (logDeterminant
            + profile.standardizedSum()
            + profile.observations() * Math.log(2 * Math.PI));
  }

  /** The weight of the area's own units, σu² / (σu² + σe²/n). */
  @Override
  public double gamma(int area) {
    double n = groups.get(area).n();
    return n * u / (e + n * u);
  }

  @Override
  public double synthetic(int area) {
    return Vectors.dot(population.get(area).means(), coefficients());
  }

  @Override
  public double variance(int area) {
    return u;
  }

  @Override
  public double conditionalVariance(int area) {
    double rest = 1 - sampled(area);
    return rest * rest * (1 - gamma(area)) * u + rest * e / population.get(area).units();
  }

  /** The part of the population that is sampled. */
  private double sampled(int area) {
    return groups.get(area).n() / population.get(area).units();
  }

  @Override
  public double eblup(int area) {
    UnitGroup group = groups.get(area);
    double residual = group.y() - Vectors.dot(group.x(), coefficients());
    double part = sampled(area);
    return synthetic(area) + (part + (1 - part) * gamma(area)) * residual;
  }

  @Override
  public double mse(int area) {
    UnitGroup group = groups.get(area);
    double n = group.n();
    double gamma = gamma(area);
    double rest = 1 - sampled(area);
    double[] left = population.get(area).means().clone();
    for (int j = 0; j < left.length; j++) {
      left[j] -= (sampled(area) + rest * gamma) * group.x()[j];
    }
    double total = e + n * u;
    double g3 =
        n
            / Math.pow(total, 3)
            * (e * e * variances[0][0] + u * u * variances[1][1] - 2 * e * u * variances[1][0]);
    double slope = bias[0] * Math.pow(e / total, 2) + bias[1] * n * Math.pow(u / total, 2);
    return conditionalVariance(area)
        + Vectors.quadratic(covariance, left)
        + rest * rest * (2 * g3 - slope);
  }
}
