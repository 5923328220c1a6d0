package org.quipu.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quipu.math.Distributions;
import org.quipu.math.TestedEstimate;
import org.quipu.meta.BaselineRegression.Baseline;

/**
 * What the methods do on data whose truth is known: 25 regions with sampling errors of the size
 * that ENDES has, 1,000 seeded runs each.
 */
class SimulationTest {
  private static final int RUNS = 1000;
  private static final int REGIONS = 25;
  private static final String COVERAGE = "coverage";

  /** One run's regions. */
  private static final class Regions {
    final double[] level = new double[REGIONS];
    final double[] first = new double[REGIONS];
    final double[] second = new double[REGIONS];
    final double[] v1 = new double[REGIONS];
    final double[] v2 = new double[REGIONS];

    /** Levels of 55 ± 7 %, standard errors of 1.6 to 2.7 points, true changes of −3 ± spread. */
    Regions(SplittableRandom random, double spread) {
      for (int i = 0; i < REGIONS; i++) {
        double error1 = 1.6 + 1.1 * random.nextDouble();
        double error2 = 1.6 + 1.1 * random.nextDouble();
        level[i] = 55 + 7 * normal(random);
        first[i] = level[i] + error1 * normal(random);
        second[i] = level[i] - 3 + spread * normal(random) + error2 * normal(random);
        v1[i] = error1 * error1;
        v2[i] = error2 * error2;
      }
    }

    double[] change() {
      return IntStream.range(0, REGIONS).mapToDouble(i -> second[i] - first[i]).toArray();
    }

    Effects effects(double[] coverage) {
      double[] v = IntStream.range(0, REGIONS).mapToDouble(i -> v1[i] + v2[i]).toArray();
      return Effects.of(change(), v).with(COVERAGE, coverage);
    }
  }

  private static double normal(SplittableRandom random) {
    return Distributions.normalQuantile(random.nextDouble());
  }

  private static double[] skewed(SplittableRandom random) {
    return random
        .doubles(REGIONS)
        .map(u -> 100 * Math.exp(0.6 * Distributions.normalQuantile(u)))
        .toArray();
  }

  private static double share(ToDoubleFunction<SplittableRandom> hit) {
    SplittableRandom random = new SplittableRandom(20240614);
    double hits = 0;
    for (int run = 0; run < RUNS; run++) {
      hits += hit.applyAsDouble(random.split());
    }

    return hits / RUNS;
  }

  private static int significant(double p) {
    return p < 0.05 ? 1 : 0;
  }

  private static double p(Effects effects) {
    return MetaRegression.withDefaults().fit(effects).coefficient(COVERAGE).pValue();
  }

  @Test
  void noAssociationIsFoundInOneRunOfTwenty() {
    for (double spread : new double[] {0, 2, 6}) {
      double share =
          share(random -> significant(p(new Regions(random, spread).effects(skewed(random)))));
      assertThat(share).as("true changes differ by %s points", spread).isBetween(0.03, 0.07);
    }
  }

  @Test
  void intervalsHoldTheTrueSlope() {
    double slope = -0.03;
    double share =
        share(
            random -> {
              double[] coverage = skewed(random);
              Regions r = new Regions(random, 2);
              for (int i = 0; i < REGIONS; i++) {
                r.second[i] += slope * coverage[i];
              }
              TestedEstimate c =
                  MetaRegression.withDefaults().fit(r.effects(coverage)).coefficient(COVERAGE);
              return c.low() <= slope && slope <= c.high() ? 1 : 0;
            });
    assertThat(share).isBetween(0.92, 0.97);
  }

  @Test
  void predictionIntervalsHoldANewRegion() {
    double share =
        share(
            random -> {
              Regions r = new Regions(random, 4);
              MetaFit fit =
                  MetaRegression.withDefaults().fit(r.effects(skewed(random)).withoutModerators());
              double change = -3 + 4 * normal(random);
              Prediction range = fit.predict(1);
              return range.predictionLow() <= change && change <= range.predictionHigh() ? 1 : 0;
            });
    assertThat(share).isBetween(0.90, 0.98);
  }

  /** Programmes go where these levels are high; no true change depends on anything. */
  private static double[] targetedAt(double[] levels, SplittableRandom random) {
    return IntStream.range(0, REGIONS)
        .mapToDouble(i -> 100 + 8 * (levels[i] - 55) + 40 * normal(random))
        .toArray();
  }

  private static BaselineRegression.Fit onTrueBaseline(Regions r, double[] coverage) {
    return BaselineRegression.withDefaults()
        .fit(r.effects(coverage), Baseline.independent(r.first, r.v1))
        .orElseThrow();
  }

  @Test
  void regressionToTheMeanAloneIsNoAssociation() {
    int[] found = new int[5];
    SplittableRandom random = new SplittableRandom(20240614);
    for (int run = 0; run < RUNS; run++) {
      Regions r = new Regions(random, 2);
      double[] coverage = targetedAt(r.level, random);
      Effects effects = r.effects(coverage);
      BaselineRegression.Fit adjusted = onTrueBaseline(r, coverage);
      MetaFit naive = MetaRegression.withDefaults().fit(effects.with("observed", r.first));
      found[0] += significant(p(effects));
      found[1] += significant(adjusted.coefficient(COVERAGE).pValue());
      found[2] += significant(adjusted.coefficient(BaselineRegression.BASELINE).pValue());
      found[3] += significant(naive.coefficient(COVERAGE).pValue());
      found[4] += significant(naive.coefficient("observed").pValue());
    }

    assertThat(found[0]).as("plain").isBetween(30, 70);
    assertThat(found[1]).as("coverage with the true baseline").isBetween(20, 70);
    assertThat(found[2]).as("the true baseline").isBetween(20, 70);
    assertThat(found[3]).as("coverage with the observed baseline").isGreaterThan(100);
    assertThat(found[4]).as("the observed baseline").isGreaterThan(150);
  }

  // Where programmes follow the survey's own first figure, its error is in the coverage too.
  @Test
  void targetingOnTheObservedLevelNeedsTheObservedLevel() {
    int[] found = new int[2];
    SplittableRandom random = new SplittableRandom(20240614);
    for (int run = 0; run < RUNS; run++) {
      Regions r = new Regions(random, 2);
      double[] coverage = targetedAt(r.first, random);
      Effects second = Effects.of(r.second, r.v2).with(COVERAGE, coverage);
      found[0] += significant(p(r.effects(coverage)));
      found[1] += significant(p(second.with("observed", r.first)));
    }

    assertThat(found[0]).as("plain").isGreaterThan(80);
    assertThat(found[1]).as("second level given the first").isBetween(30, 70);
  }

  @Test
  void adjustedIntervalsHoldTheTrueSlope() {
    double slope = -0.03;
    double share =
        share(
            random -> {
              Regions r = new Regions(random, 2);
              double[] coverage = targetedAt(r.level, random);
              for (int i = 0; i < REGIONS; i++) {
                r.second[i] += slope * coverage[i] - 0.3 * (r.level[i] - 55);
              }
              TestedEstimate c = onTrueBaseline(r, coverage).coefficient(COVERAGE);
              return c.low() <= slope && slope <= c.high() ? 1 : 0;
            });
    assertThat(share).isBetween(0.92, 0.97);
  }
}
