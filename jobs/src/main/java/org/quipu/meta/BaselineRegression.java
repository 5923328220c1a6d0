package org.quipu.meta;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.quipu.UserException;
import org.quipu.math.TestedEstimate;

/**
 * Change regressed on moderators and on the true baseline level, where the observed baseline is
 * part of the observed change. The sampling error e of the baseline enters the change as −e, which
 * a regression on the observed baseline mistakes for a fall where the level was high (regression to
 * the mean). Here baseline and change are modelled jointly (van Houwelingen, Arends and Stijnen
 * 2002, Statistics in Medicine 21, section 5) with the known covariance of their errors:
 *
 * <pre>
 *   P = X·γ + a            a ~ N(0, σ²)     observed: p = P + e
 *   δ = X·b + β·P + u      u ~ N(0, τ²)     observed: d = δ + f,  cov(e, f) known
 * </pre>
 *
 * σ², β and τ² are estimated by restricted (or full) maximum likelihood of (p, d), and b = κ − β·γ,
 * where κ is the regression of the change on the moderators alone. Standard errors are by the delta
 * method with the observed information; tests are t on k − p − 1 degrees of freedom. Equal to
 * {@code metafor::rma.mv(struct = "UN")} followed by {@code matreg}.
 *
 * @param estimator REML or ML
 * @param level of confidence, 0 to 1
 */
public record BaselineRegression(TauSquared estimator, double level) {
  /** The name of the coefficient of the true baseline. */
  public static final String BASELINE = "baseline";

  public BaselineRegression {
    if (estimator != TauSquared.REML && estimator != TauSquared.ML) {
      throw new IllegalArgumentException("baseline regression is by REML or ML, not " + estimator);
    }
  }

  /** REML, 95 %. */
  public static BaselineRegression withDefaults() {
    return new BaselineRegression(TauSquared.REML, 0.95);
  }

  /**
   * The observed baselines of the k units, in the order of the changes.
   *
   * @param levels observed first levels p
   * @param variances their sampling variances
   * @param covariances of each unit's p with its observed change: −variance where the samples of
   *     the two levels are independent, plus their covariance where they are not
   */
  public record Baseline(RealVector levels, RealVector variances, RealVector covariances) {
    /** Of two independent samples. */
    public static Baseline independent(double[] levels, double[] variances) {
      RealVector v = new ArrayRealVector(variances);
      return new Baseline(new ArrayRealVector(levels), v, v.mapMultiply(-1));
    }
  }

  /**
   * A fitted regression on the true baseline.
   *
   * @param coefficients by term: of the moderators, then of the baseline
   * @param covariance of the coefficients, in their order
   * @param baselineVariance σ², of the true baselines around their regression on the moderators
   * @param tau2 τ², variance of the true changes that neither moderators nor baseline explain
   */
  public record Fit(
      Map<String, TestedEstimate> coefficients,
      RealMatrix covariance,
      double baselineVariance,
      double tau2,
      double logLikelihood) {
    public TestedEstimate coefficient(String term) {
      TestedEstimate coefficient = coefficients.get(term);
      if (coefficient == null) {
        throw new IllegalArgumentException("no term '" + term + "' in " + coefficients.keySet());
      }

      return coefficient;
    }
  }

  /**
   * Fits the model to the changes; their covariance must be diagonal. Empty where the observed
   * baselines vary no more than their sampling errors explain: then there is no true baseline to
   * adjust for.
   *
   * @throws UserException if there are fewer than p + 2 units, or a term is a combination of others
   */
  public Optional<Fit> fit(Effects changes, Baseline baseline) {
    int k = changes.size();
    int p = changes.terms().size();
    if (k <= p + 1) {
      throw new UserException(
          "a regression on %d terms and the baseline needs at least %d units; found %d"
              .formatted(p, p + 2, k));
    }

    BivariateLikelihood likelihood = new BivariateLikelihood(estimator, changes, baseline);
    return likelihood.maximize().map(best -> result(changes, likelihood, best, k - p - 1));
  }

  private Fit result(
      Effects changes, BivariateLikelihood likelihood, BivariateLikelihood.Point best, int df) {
    int p = changes.terms().size();
    double slope = best.slope();
    double slopeVariance = likelihood.slopeVariance(best);
    RealVector gamma = likelihood.fixed(best).getSubVector(0, p);
    RealVector kappa = likelihood.fixed(best).getSubVector(p, p);
    RealVector adjusted = kappa.subtract(gamma.mapMultiply(slope));
    RealMatrix fixed = new Array2DRowRealMatrix(p + 1, 2 * p);
    RealVector bySlope = gamma.mapMultiply(-1).append(1);
    for (int j = 0; j < p; j++) {
      fixed.setEntry(j, j, -slope);
      fixed.setEntry(j, p + j, 1);
    }
    RealMatrix covariance =
        fixed
            .multiply(likelihood.covariance(best))
            .multiply(fixed.transpose())
            .add(bySlope.outerProduct(bySlope).scalarMultiply(slopeVariance));

    Map<String, TestedEstimate> coefficients = new LinkedHashMap<>();
    for (int j = 0; j < p; j++) {
      double error = Math.sqrt(covariance.getEntry(j, j));
      coefficients.put(
          changes.terms().get(j), TestedEstimate.of(adjusted.getEntry(j), error, df, level));
    }
    coefficients.put(BASELINE, TestedEstimate.of(slope, Math.sqrt(slopeVariance), df, level));
    return new Fit(
        Collections.unmodifiableMap(coefficients),
        covariance,
        best.baselineVariance(),
        best.tau2(),
        likelihood.logLikelihood(best));
  }
}
