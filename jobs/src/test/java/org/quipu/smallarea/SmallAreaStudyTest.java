package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SmallAreaStudyTest {
  private static final int REGIONS = 8;
  private static final int PROVINCES = 7;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Country(
      List<DirectEstimate> areas, AreaCovariates covariates, Groups groups, double[] sizes) {}

  /** 56 provinces of 8 regions; every seventh has no sample, one is at 0 %. */
  private static Country country() {
    SplittableRandom random = new SplittableRandom(11);
    List<DirectEstimate> areas = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    double[] sizes = new double[REGIONS * PROVINCES];
    Map<String, Double> targets = new HashMap<>();
    for (int r = 0; r < REGIONS; r++) {
      double region = 0.08 * random.nextGaussian();
      for (int p = 0; p < PROVINCES; p++) {
        int i = r * PROVINCES + p;
        double x = random.nextGaussian();
        double truth =
            Scale.ARCSINE.inverse(0.6 + 0.04 * x + region + 0.05 * random.nextGaussian());
        int n = 20 + random.nextInt(150);
        double deff = 1 + random.nextDouble();
        double error = Math.sqrt(deff * truth * (1 - truth) / n);
        double estimate = i == 9 ? 0 : Math.max(0, truth + error * random.nextGaussian());
        values.add(new double[] {x});
        sizes[i] = 500 + random.nextInt(5000);
        areas.add(
            p == 6
                ? DirectEstimate.none("p" + i, "r" + r)
                : new DirectEstimate(
                    "p" + i, "r" + r, estimate, i == 9 ? 0 : error, n, 5, 4, deff));
      }
      targets.put("r" + r, 0.25 + 0.02 * r);
    }

    return new Country(
        areas, new AreaCovariates(List.of("x"), values), new Groups(sizes, targets), sizes);
  }

  private static SmallAreaStudy study(SmallAreaSpec spec) {
    Country country = country();
    return SmallAreaStudy.of(spec, country.areas, country.covariates, Optional.of(country.groups));
  }

  private static SmallAreaSpec with(SmallAreaSpec usual, Benchmark benchmark, double threshold) {
    return Specs.with(usual, benchmark, threshold, 10, 400, 7);
  }

  private static SmallAreaSpec plain(SmallAreaMethod method, boolean nested, OptionalDouble deff) {
    return new SmallAreaSpec(
        method,
        nested,
        Scale.PLAIN,
        BackTransformation.NAIVE,
        VarianceSource.DIRECT,
        deff,
        Benchmark.NONE,
        Double.NaN,
        10,
        400,
        7,
        Optional.empty(),
        Optional.empty());
  }

  /** R: sae::eblupFH and sae::mseFH, as in {@link FayHerriotTest}. */
  @Test
  void theClassicalStudyGivesTheEblup() {
    AreaData milk = Milk.data(1);
    List<DirectEstimate> areas = new ArrayList<>();
    for (int i = 0; i < milk.size(); i++) {
      areas.add(
          new DirectEstimate(
              milk.areas().get(i),
              "",
              milk.direct()[i],
              Math.sqrt(milk.variances()[i]),
              Double.NaN,
              Double.NaN,
              Double.NaN,
              Double.NaN));
    }
    AreaCovariates majors =
        new AreaCovariates(
            List.of("m2", "m3", "m4"),
            Arrays.stream(milk.design()).map(row -> Arrays.copyOfRange(row, 1, 4)).toList());
    SmallAreaStudy study = SmallAreaStudy.of(SmallAreaSpec.reml(), areas, majors, Optional.empty());

    SmallAreaEstimate first = study.estimates().get(0);
    assertThat(first.prediction().estimate()).isCloseTo(1.0219705441506157, within(1e-12));
    assertThat(first.prediction().mse()).isCloseTo(0.01346025645964558, within(1e-14));
    assertThat(first.benchmarked()).isEqualTo(first.prediction().estimate());
    // R: metafor 3.8-1, rma(y, s^2, mods = ~ factor(major), method = "REML"), (y - fitted) /
    // sqrt(tau2 + s^2)
    assertThat(first.residual()).isCloseTo(0.615833010994289, within(1e-7));
    assertThat(study.estimates().get(42).residual()).isCloseTo(-0.463171327040396, within(1e-7));
    assertThat(first.withoutDirect().residual()).isNaN();
    assertThat(study.terms())
        .extracting(ModelTerm::term)
        .containsExactly(
            "(Intercept)", "m2", "m3", "m4", "sigma2u", "log_likelihood", "aic", "bic", "areas");
    assertThat(study.diagnostics()).containsEntry(Diagnostic.AREAS_SAMPLED, 43.0);
  }

  @Test
  void regionsAddUpAfterBenchmarkingAndDrawsFollow() {
    Country country = country();
    for (Benchmark benchmark : List.of(Benchmark.RATIO, Benchmark.RAKING, Benchmark.MSE)) {
      SmallAreaStudy study = study(with(SmallAreaSpec.bayes(), benchmark, 0.3));
      for (int r = 0; r < REGIONS; r++) {
        double sum = 0;
        double size = 0;
        for (int i = r * PROVINCES; i < (r + 1) * PROVINCES; i++) {
          sum += country.sizes[i] * study.estimates().get(i).benchmarked();
          size += country.sizes[i];
        }
        assertThat(sum / size).isCloseTo(0.25 + 0.02 * r, within(1e-12));
      }
      for (int i = 0; i < country.sizes.length; i++) {
        int area = i;
        SmallAreaEstimate estimate = study.estimates().get(i);
        double mean =
            Arrays.stream(study.draws()).mapToDouble(draw -> draw[area]).average().orElseThrow();
        double deviation = Math.sqrt(estimate.prediction().mse());
        // Five standard errors of a mean of 400 draws, for a factor of at most 1.6.
        assertThat(mean).isCloseTo(estimate.benchmarked(), within(5 * 1.6 * deviation / 20));
        assertThat(estimate.benchmarked()).isBetween(estimate.low(), estimate.high());
        assertThat(estimate.exceedance()).isBetween(0.0, 1.0);
        AreaRank rank = estimate.rank();
        assertThat(rank.low()).isLessThanOrEqualTo(rank.median());
        assertThat(rank.high()).isGreaterThanOrEqualTo(rank.median());
      }
    }
  }

  /** The women of a region make a share as uncertain as the survey's estimate of the region is. */
  @Test
  void drawsAreAsUncertainAsTheRegionsEstimates() {
    Country country = country();
    double error = 0.04;
    for (Benchmark benchmark : List.of(Benchmark.RATIO, Benchmark.RAKING, Benchmark.MSE)) {
      SmallAreaSpec spec = with(SmallAreaSpec.bayes(), benchmark, Double.NaN);
      SmallAreaStudy certain = study(spec);
      SmallAreaStudy study = with(country, spec, error);
      for (int r = 0; r < REGIONS; r++) {
        int from = r * PROVINCES;
        double size = Arrays.stream(country.sizes, from, from + PROVINCES).sum();
        double[] shares =
            Arrays.stream(study.draws())
                .mapToDouble(
                    draw -> {
                      double sum = 0;
                      for (int i = from; i < from + PROVINCES; i++) {
                        sum += country.sizes[i] * draw[i] / size;
                      }
                      return sum;
                    })
                .toArray();
        double mean = Arrays.stream(shares).average().orElseThrow();
        double variance =
            Arrays.stream(shares).map(s -> (s - mean) * (s - mean)).average().orElseThrow();
        // Five standard errors of a mean and of a standard deviation of 400 draws.
        assertThat(mean).isCloseTo(0.25 + 0.02 * r, within(5 * error / 20));
        assertThat(Math.sqrt(variance)).isCloseTo(error, within(5 * error / 28));
      }
      for (int i = 0; i < country.sizes.length; i++) {
        assertThat(study.estimates().get(i).benchmarked())
            .isEqualTo(certain.estimates().get(i).benchmarked());
      }
      assertThat(width(study)).isGreaterThan(width(with(country, spec, 0.01)));
    }
  }

  private static double width(SmallAreaStudy study) {
    return study.estimates().stream().mapToDouble(area -> area.high() - area.low()).sum();
  }

  private static SmallAreaStudy with(Country country, SmallAreaSpec spec, double error) {
    Map<String, Double> errors = new HashMap<>();
    country.groups.targets().keySet().forEach(region -> errors.put(region, error));
    return SmallAreaStudy.of(
        spec,
        country.areas,
        country.covariates,
        Optional.of(new Groups(country.sizes, country.groups.targets(), errors)));
  }

  @Test
  void anAreaWithoutSampleIsLessSureThanItsNeighbours() {
    SmallAreaStudy study = study(with(SmallAreaSpec.bayes(), Benchmark.NONE, Double.NaN));

    SmallAreaEstimate sampled = study.estimates().get(5);
    SmallAreaEstimate none = study.estimates().get(6);
    assertThat(none.gamma()).isZero();
    assertThat(sampled.gamma()).isBetween(0.05, 0.95);
    assertThat(none.prediction().scaledMse()).isGreaterThan(sampled.prediction().scaledMse());
    assertThat(none.exceedance()).isNaN();
  }

  @Test
  void theTermsOfANestedStudyNameBothVariances() {
    SmallAreaStudy study = study(SmallAreaSpec.bayes());

    assertThat(study.terms())
        .extracting(ModelTerm::term)
        .containsExactly("(Intercept)", "x", "sigma2u", "sigma2v", "deff", "areas");
    assertThat(study.terms().get(1).estimate()).isBetween(0.0, 0.08);
    assertThat(study.terms().get(3).standardError()).isPositive();
    assertThat(study.diagnostics().get(Diagnostic.BIAS_SLOPE)).isBetween(0.7, 1.5);
    assertThat(study.diagnostics().get(Diagnostic.RESIDUAL_KURTOSIS)).isBetween(1.5, 6.0);
  }

  @Test
  void oneLevelAndPlainScaleAreForTheAsking() {
    SmallAreaSpec plain = plain(SmallAreaMethod.BAYES, false, OptionalDouble.empty());
    SmallAreaStudy study = study(plain);

    assertThat(study.terms()).extracting(ModelTerm::term).doesNotContain("sigma2v", "deff");
    assertThat(study.estimates().get(9).repaired()).isTrue();
    assertThat(study.diagnostics()).containsEntry(Diagnostic.AREAS_REPAIRED, 1.0);
  }

  /** Each province has the next one of its region as a neighbour, in a ring. */
  @Test
  void aSpatialStudyEqualsTheModelOfNeighbours() {
    Country country = country();
    List<Neighbours> pairs = new ArrayList<>();
    for (int i = 0; i < country.areas.size(); i++) {
      int next = i / PROVINCES * PROVINCES + (i + 1) % PROVINCES;
      pairs.add(new Neighbours("p" + i, "p" + next));
    }
    SpatialWeights ring =
        SpatialWeights.ofNeighbours(
            country.areas.stream().map(DirectEstimate::area).toList(), pairs);
    SmallAreaSpec spec = plain(SmallAreaMethod.SPATIAL, false, OptionalDouble.empty());
    SmallAreaStudy study =
        SmallAreaStudy.of(
            spec,
            country.areas,
            country.covariates,
            Optional.empty(),
            Optional.of(ring),
            Optional.empty());
    SamplingVariances variances =
        SamplingVariances.of(
            country.areas, Scale.PLAIN, VarianceSource.DIRECT, OptionalDouble.empty());
    AreaModelFit fit =
        SpatialFayHerriot.fit(
            new AreaData(
                country.areas.stream().map(DirectEstimate::area).toList(),
                variances.direct(),
                variances.variances(),
                country.covariates.terms(),
                country.covariates.design()),
            ring,
            VarianceEstimator.REML);

    for (int i = 0; i < country.areas.size(); i++) {
      assertThat(study.estimates().get(i).prediction().estimate()).isEqualTo(fit.eblup(i));
    }
    assertThat(study.terms()).extracting(ModelTerm::term).contains("rho");
    assertThatThrownBy(
            () -> SmallAreaStudy.of(spec, country.areas, country.covariates, Optional.empty()))
        .hasMessage("the method spatial needs neighbours");
  }

  @Test
  void partsThatDoNotGoTogetherAreRefused() {
    assertThatThrownBy(() -> plain(SmallAreaMethod.REML, true, OptionalDouble.empty()))
        .hasMessage("the method reml has one level; two need the method bayes");
    assertThatThrownBy(() -> plain(SmallAreaMethod.REML, false, OptionalDouble.of(-1)))
        .hasMessageContaining("not positive");
  }
}
