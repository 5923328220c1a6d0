package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HierarchicalBayesTest {
  private static HierarchicalBayes.Posterior milk(double factor) {
    return HierarchicalBayes.withDefaults()
        .with(VariancePrior.FLAT_VARIANCE)
        .withNodes(96, 32)
        .fit(Milk.data(factor));
  }

  @ParameterizedTest
  @CsvSource({
    // Posterior mean, deviation and P(above 1) of areas 1, 2 and 43 by adaptive integration over A
    // with a flat prior; R: hbsae::fSAE.Area agrees to six digits.
    "1, 1, 1.02638416689307, 0.116277213714129, 0.586746576506274",
    "1, 2, 1.04919827791278, 0.0722352131039831, 0.751649391169851",
    "1, 43, 0.678803608245981, 0.0982838852185105, 0.000591593922136719",
    "4, 1, 0.982265428911283, 0.12070137789244, 0.434793574454908",
    "4, 2, 0.995288787563184, 0.103817156878279, 0.475654734313622",
    "4, 43, 0.700897469641373, 0.0967642889545537, 0.00321878111142358",
  })
  void equalsIntegrationOfTheVariance(
      double factor, int area, double mean, double deviation, double above) {
    HierarchicalBayes.Posterior posterior = milk(factor);

    assertThat(posterior.mean(area - 1)).isCloseTo(mean, within(1e-9));
    assertThat(posterior.deviation(area - 1)).isCloseTo(deviation, within(1e-9));
    assertThat(posterior.exceedance(area - 1, 1)).isCloseTo(above, within(1e-9));
  }

  @Test
  void theVarianceHasItsOwnPosterior() {
    // By the same integration: mean and standard deviation of A.
    assertThat(milk(1).within()).isCloseTo(0.0226582287371681, within(1e-12));
    assertThat(milk(1).withinDeviation()).isCloseTo(0.00937342542018691, within(1e-11));
    assertThat(milk(1).between()).isZero();
  }

  @Test
  void drawsHaveThePosteriorsMeansAndDeviationsAndFollowTheSeed() {
    HierarchicalBayes.Posterior posterior =
        HierarchicalBayes.withDefaults().fit(Milk.data(1), Milk.majors());
    int count = 20_000;
    double[][] draws = posterior.draws(count, 7);

    assertThat(draws[0]).hasSize(posterior.size());
    for (int area : new int[] {0, 1, 42}) {
      double mean = Arrays.stream(draws).mapToDouble(draw -> draw[area]).average().orElseThrow();
      double squares =
          Arrays.stream(draws).mapToDouble(draw -> Math.pow(draw[area] - mean, 2)).sum();
      double deviation = posterior.deviation(area);
      // Five standard errors of a mean and of a standard deviation of so many draws.
      assertThat(mean).isCloseTo(posterior.mean(area), within(5 * deviation / Math.sqrt(count)));
      assertThat(Math.sqrt(squares / count))
          .isCloseTo(deviation, within(5 * deviation / Math.sqrt(2.0 * count)));
    }
    assertThat(posterior.draws(3, 7)).isDeepEqualTo(Arrays.copyOf(draws, 3));
    assertThat(posterior.draws(1, 8)[0]).isNotEqualTo(draws[0]);
  }

  @Test
  void aLevelOfGroupsTakesWhatTheyShare() {
    // With an intercept alone the four major areas differ much more than areas within them do.
    AreaData milk = Milk.data(1);
    double[][] ones = new double[milk.size()][];
    Arrays.fill(ones, new double[] {1});
    AreaData plain =
        new AreaData(
            milk.areas(), milk.direct(), milk.variances(), milk.terms().subList(0, 1), ones);
    HierarchicalBayes bayes = HierarchicalBayes.withDefaults();
    HierarchicalBayes.Posterior nested = bayes.fit(plain, Milk.majors());

    assertThat(nested.between()).isGreaterThan(nested.within());
    assertThat(nested.within()).isLessThan(bayes.fit(plain).within());
  }

  /** Leaving out 4 of 43 areas moves the posterior of the variances, but not off the nodes. */
  @Test
  void aRefitIsTheFitToTheOtherData() {
    HierarchicalBayes bayes = HierarchicalBayes.withDefaults();
    AreaData all = Milk.data(1);
    double[] direct = all.direct().clone();
    for (int i : new int[] {0, 1, 20, 42}) {
      direct[i] = Double.NaN;
    }
    AreaData part = new AreaData(all.areas(), direct, all.variances(), all.terms(), all.design());
    HierarchicalBayes.Posterior refitted = bayes.fit(all, Milk.majors()).refit(part);
    HierarchicalBayes.Posterior fitted = bayes.fit(part, Milk.majors());

    for (int area : new int[] {0, 5, 42}) {
      double deviation = fitted.deviation(area);
      assertThat(refitted.mean(area)).isCloseTo(fitted.mean(area), within(0.01 * deviation));
      assertThat(refitted.deviation(area)).isCloseTo(deviation, within(0.01 * deviation));
    }
  }
}
