package org.quipu.association;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Everything that is asked of one indicator's changes and one measure of coverage:
 * meta-regressions, influence, correlations, and how small an association these regions could have
 * shown.
 *
 * @param permutations draws of the permutation test of the headline
 * @param bootstraps draws of the intervals of rank correlations
 */
public record Study(int permutations, int bootstraps, long seed, double level) {
  /** The fewest regions on which a slope means anything. */
  public static final int FEWEST = 5;

  static final String COVERAGE = "coverage";

  private static final Power POWER = Power.withDefaults();

  /** 1,999 permutations and bootstrap draws, 95 % intervals. */
  public static Study withDefaults() {
    return new Study(1999, 1999, 20_231_125L, 0.95);
  }

  /**
   * One answer.
   *
   * @param method as in the table {@code association}
   * @param k regions
   * @param pPermutation NaN where not permuted
   * @param predictionLow of the change of a new region of average coverage, in points
   * @param smallestDetectable with 80 % power, in the unit of the estimate
   */
  public record Answer(
      String method,
      int k,
      Coefficient coefficient,
      double pPermutation,
      double tau2,
      double i2,
      double r2,
      double predictionLow,
      double predictionHigh,
      double smallestDetectable) {}

  /** All answers, and the influence of each region on the headline. */
  public record Result(List<Answer> answers, List<Influence> influence) {}

  /**
   * Studies the regions; at least {@link #FEWEST}, and coverage that is not the same everywhere.
   *
   * @return empty where they are too few or all alike
   */
  public Optional<Result> of(List<Region> regions) {
    double[] coverage = regions.stream().mapToDouble(Region::coverage).toArray();
    if (regions.size() < FEWEST || StatUtils.variance(coverage) == 0) {
      return Optional.empty();
    }

    double[] change = regions.stream().mapToDouble(Region::change).toArray();
    Effects effects =
        Effects.of(change, regions.stream().mapToDouble(Region::variance).toArray())
            .withKeys(regions.stream().map(Region::key).toList())
            .with(COVERAGE, coverage);
    MetaFit headline = MetaRegression.withDefaults().withLevel(level).fit(effects);
    List<Answer> answers = new ArrayList<>();
    answers.add(headline(headline, coverage));
    adjusted(effects, regions).ifPresent(answers::add);
    answers.add(fitted("fixed_effect", MetaRegression.fixedEffect().withLevel(level).fit(effects)));
    correlations(answers, coverage, change, regions);
    return Optional.of(new Result(answers, Influence.of(headline)));
  }

  private Answer headline(MetaFit fit, double[] coverage) {
    PermutationTest.Result permuted =
        new PermutationTest(permutations, seed).run(fit.effects(), fit.options());
    Prediction prediction = fit.predict(1, StatUtils.mean(coverage));
    Coefficient slope = fit.coefficient(COVERAGE);
    return new Answer(
        "meta_regression",
        fit.effects().size(),
        slope,
        permuted.pValues().get(1),
        fit.tau2(),
        fit.heterogeneity().i2(),
        fit.heterogeneity().r2(),
        prediction.predictionLow(),
        prediction.predictionHigh(),
        POWER.smallestCoefficient(slope.standardError(), slope.df()));
  }

  private Answer fitted(String method, MetaFit fit) {
    Coefficient slope = fit.coefficient(COVERAGE);
    return new Answer(
        method,
        fit.effects().size(),
        slope,
        Double.NaN,
        fit.tau2(),
        fit.heterogeneity().i2(),
        fit.heterogeneity().r2(),
        Double.NaN,
        Double.NaN,
        POWER.smallestCoefficient(slope.standardError(), slope.df()));
  }

  /**
   * The slope at equal true first levels; the sampling error that level and change share is taken
   * out.
   */
  private Optional<Answer> adjusted(Effects effects, List<Region> regions) {
    if (!regions.stream().allMatch(Region::hasBaseline)) {
      return Optional.empty();
    }

    BaselineRegression.Baseline baseline =
        new BaselineRegression.Baseline(
            new ArrayRealVector(regions.stream().mapToDouble(Region::baseline).toArray()),
            new ArrayRealVector(regions.stream().mapToDouble(Region::baselineVariance).toArray()),
            new ArrayRealVector(
                regions.stream().mapToDouble(Region::baselineWithChange).toArray()));
    return new BaselineRegression(TauSquared.REML, level)
        .fit(effects, baseline)
        .map(
            fit -> {
              Coefficient slope = fit.coefficient(COVERAGE);
              return new Answer(
                  "meta_regression_adjusted",
                  effects.size(),
                  slope,
                  Double.NaN,
                  fit.tau2(),
                  Double.NaN,
                  Double.NaN,
                  Double.NaN,
                  Double.NaN,
                  POWER.smallestCoefficient(slope.standardError(), slope.df()));
            });
  }

  private void correlations(
      List<Answer> answers, double[] coverage, double[] change, List<Region> regions) {
    int k = change.length;
    Bootstrap bootstrap = new Bootstrap(bootstraps, seed, level);
    Correlation pearson = Correlation.pearson(coverage, change, level);
    answers.add(correlation("pearson", pearson, POWER.smallestPearson(k)));
    answers.add(
        correlation(
            "spearman",
            Correlation.spearman(coverage, change, bootstrap),
            POWER.smallestSpearman(k)));
    answers.add(
        correlation(
            "kendall", Correlation.kendall(coverage, change, bootstrap), POWER.smallestKendall(k)));
    double reliability =
        Correlation.reliability(change, regions.stream().mapToDouble(Region::variance).toArray());
    if (reliability > 0) {
      answers.add(
          correlation("pearson_disattenuated", pearson.disattenuated(reliability), Double.NaN));
    }
  }

  private static Answer correlation(String method, Correlation found, double smallest) {
    return new Answer(
        method,
        found.k(),
        new Coefficient(
            method,
            found.estimate(),
            found.standardError(),
            found.low(),
            found.high(),
            found.statistic(),
            found.df(),
            found.pValue()),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        smallest);
  }
}
