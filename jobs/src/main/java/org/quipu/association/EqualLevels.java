package org.quipu.association;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;
import org.quipu.UserException;
import org.quipu.math.Power;
import org.quipu.math.TestedEstimate;
import org.quipu.meta.BaselineRegression;
import org.quipu.meta.CoefficientTest;
import org.quipu.meta.Effects;
import org.quipu.meta.MetaFit;
import org.quipu.meta.MetaRegression;

/**
 * The slope of coverage among regions of equal first levels. A change is made of the first level,
 * so that the level's sampling error is in it with the other sign: where coverage followed the
 * level, the error alone makes an association (regression to the mean). Which way of holding the
 * level equal undoes it depends on what coverage followed:
 *
 * <ul>
 *   <li>the published first figure: {@link Method#META_REGRESSION_OBSERVED_BASELINE}. Where it
 *       followed the true level, this finds that violence fell less where there was none of it;
 *   <li>the true level: {@link Method#META_REGRESSION_ADJUSTED}. Where it followed the published
 *       figure, this still finds that violence fell more.
 * </ul>
 *
 * <p>Nobody knows which. {@link Method#META_REGRESSION_EQUAL_LEVELS} is the less conclusive of the
 * two, so that it finds an association only where both do: an intersection-union test (Berger 1982,
 * Technometrics 24), of size 5 % if either is right. {@code jobs/bench/regression-to-the-mean}
 * shows the error rates of all three.
 */
final class EqualLevels {
  private static final String FIRST_LEVEL = "first level";
  private static final Power POWER = Power.withDefaults();

  private final List<Region> regions;
  private final Effects effects;
  private final List<Omission> omissions = new ArrayList<>();

  /**
   * Of regions whose first levels are known.
   *
   * @param effects their changes on coverage
   */
  EqualLevels(List<Region> regions, Effects effects) {
    this.regions = regions;
    this.effects = effects;
  }

  /** The answer first, then the two ways of holding the level equal that can be fitted. */
  List<MethodResult> results() {
    Optional<MethodResult> published =
        attempt(Method.META_REGRESSION_OBSERVED_BASELINE, () -> Optional.of(onPublishedLevel()));
    Optional<MethodResult> real =
        attempt(
            Method.META_REGRESSION_ADJUSTED,
            () -> onTrueLevel(Method.META_REGRESSION_ADJUSTED, effects));
    List<MethodResult> results = new ArrayList<>();
    results.add(answer(published, real));
    real.ifPresent(results::add);
    published.ifPresent(results::add);
    return results;
  }

  /** The slope at equal true levels with covariates; empty where it cannot be fitted. */
  Optional<MethodResult> withCovariates(Effects wider) {
    Method method = Method.META_REGRESSION_ADJUSTED_COVARIATES;
    return attempt(method, () -> onTrueLevel(method, wider));
  }

  /** Why methods are missing. */
  List<Omission> omissions() {
    return omissions;
  }

  private MethodResult answer(Optional<MethodResult> published, Optional<MethodResult> real) {
    Method method = Method.META_REGRESSION_EQUAL_LEVELS;
    if (published.isPresent() && real.isPresent()) {
      return MethodResult.lessConclusive(method, published.get(), real.get());
    }
    if (published.isPresent() && !levelsVary()) {
      return published.get().as(method);
    }

    return MethodResult.notEstimated(method, regions.size());
  }

  /** Whether the true levels differ, apart from what coverage explains of them. */
  private boolean levelsVary() {
    return attempt(
            Method.META_REGRESSION_ADJUSTED,
            () -> BaselineRegression.withDefaults().fit(effects.withoutModerators(), baseline()))
        .isPresent();
  }

  private MethodResult onPublishedLevel() {
    RealVector levels = new ArrayRealVector(column(Region::baseline));
    Effects second =
        Effects.of(
                column(region -> region.baseline() + region.change()),
                column(Region::secondVariance))
            .with(AssociationAnalysis.COVERAGE, column(Region::coverage))
            .with(FIRST_LEVEL, levels.toArray());
    MetaFit fit =
        MetaRegression.withDefaults().with(CoefficientTest.KNAPP_HARTUNG_TRUNCATED).fit(second);
    double mean = mean(levels);
    Intercept ofSecond =
        Intercept.of(fit.beta(), fit.covariance(), at(mean, second.terms().size()), 1);
    return MethodResult.of(
        Method.META_REGRESSION_OBSERVED_BASELINE,
        regions.size(),
        fit.coefficient(AssociationAnalysis.COVERAGE),
        // The model is of the second level; the change is less by the first.
        ofSecond.lessBy(mean),
        fit.tau2(),
        POWER.smallestCoefficient(fit.largerError(AssociationAnalysis.COVERAGE), fit.df()));
  }

  private Optional<MethodResult> onTrueLevel(Method method, Effects on) {
    Optional<BaselineRegression.Fit> fitted = BaselineRegression.withDefaults().fit(on, baseline());
    if (fitted.isEmpty()) {
      omissions.add(new Omission(method, Omission.Reason.BASELINE_WITHOUT_SPREAD, ""));
    }

    return fitted.map(
        fit -> {
          TestedEstimate test = fit.coefficient(AssociationAnalysis.COVERAGE);
          RealVector beta =
              new ArrayRealVector(
                  fit.coefficients().values().stream()
                      .mapToDouble(TestedEstimate::estimate)
                      .toArray());
          double mean = mean(new ArrayRealVector(column(Region::baseline)));
          int coverage = on.terms().indexOf(AssociationAnalysis.COVERAGE);
          return MethodResult.of(
              method,
              on.size(),
              test,
              Intercept.of(beta, fit.covariance(), at(mean, beta.getDimension()), coverage),
              fit.tau2(),
              POWER.smallestCoefficient(test.standardError(), test.df()));
        });
  }

  private BaselineRegression.Baseline baseline() {
    RealVector variances =
        new ArrayRealVector(column(region -> region.baselineError() * region.baselineError()));
    RealVector shared = new ArrayRealVector(column(Region::covariance)).subtract(variances);
    return new BaselineRegression.Baseline(
        new ArrayRealVector(column(Region::baseline)), variances, shared);
  }

  /** The row of the design at coverage 0 and the mean first level, which is the last term. */
  private static RealVector at(double level, int terms) {
    RealVector row = new ArrayRealVector(terms);
    row.setEntry(0, 1);
    row.setEntry(terms - 1, level);
    return row;
  }

  private static double mean(RealVector values) {
    return Arrays.stream(values.toArray()).average().orElseThrow();
  }

  private double[] column(ToDoubleFunction<Region> of) {
    return regions.stream().mapToDouble(of).toArray();
  }

  private <T> Optional<T> attempt(Method method, Supplier<Optional<T>> fit) {
    try {
      return fit.get();
    } catch (UserException e) {
      omissions.add(new Omission(method, Omission.Reason.NOT_FITTED, e.getMessage()));
      return Optional.empty();
    }
  }
}
