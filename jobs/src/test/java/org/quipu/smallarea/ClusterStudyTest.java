package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterStudyTest {
  private static final int REGIONS = 8;
  private static final int PROVINCES = 5;
  private static final int DISTRICTS = 6;
  private static final double URBAN = 0.3;
  private static final double COVARIATE = 0.4;
  private static final double[] DEVIATIONS = {0.35, 0.2, 0.3};

  /**
   * Districts in provinces in regions, the true prevalence of each, and counts of their clusters.
   */
  private record Country(ClusterAreas areas, List<Double> truth, List<ClusterCount> counts) {}

  private static Country country(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<ClusterAreas.Area> areas = new ArrayList<>();
    List<Double> truth = new ArrayList<>();
    List<ClusterCount> counts = new ArrayList<>();
    for (int region = 1; region <= REGIONS; region++) {
      double ofRegion = DEVIATIONS[2] * random.nextGaussian();
      for (int province = 1; province <= PROVINCES; province++) {
        double ofProvince = ofRegion + DEVIATIONS[1] * random.nextGaussian();
        for (int district = 1; district <= DISTRICTS; district++) {
          double x = random.nextGaussian();
          double urban = random.nextDouble();
          double logit = -1 + COVARIATE * x + ofProvince + DEVIATIONS[0] * random.nextGaussian();
          String key = String.format(Locale.ROOT, "%02d%02d%02d", region, province, district);
          areas.add(
              new ClusterAreas.Area(
                  key,
                  key.substring(0, 4),
                  key.substring(0, 2),
                  500 + random.nextInt(4000),
                  urban,
                  0.5,
                  List.of(0.0, x),
                  district == 1));
          truth.add(urban * chance(logit + URBAN) + (1 - urban) * chance(logit));
          // One district in three has no sample.
          for (int cluster = 0; district % 3 > 0 && cluster < 4; cluster++) {
            counts.add(count(random, key, cluster, logit));
          }
        }
      }
    }

    return new Country(new ClusterAreas(List.of(ClusterAreas.URBAN, "x"), areas), truth, counts);
  }

  private static double chance(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  private static ClusterCount count(
      SplittableRandom random, String district, int cluster, double logit) {
    boolean urban = cluster % 2 == 0;
    int women = 8 + random.nextInt(12);
    int cases = 0;
    for (int woman = 0; woman < women; woman++) {
      cases += random.nextDouble() < chance(logit + (urban ? URBAN : 0)) ? 1 : 0;
    }
    double weight = 1 + random.nextDouble();
    return new ClusterCount(
        district.substring(0, 2),
        district + cluster,
        district.substring(0, 2),
        district.substring(0, 4),
        district,
        urban,
        "violence",
        women,
        cases,
        weight * women,
        weight * cases,
        weight * weight * women);
  }

  private static SmallAreaSpec spec(Benchmark benchmark) {
    return Specs.with(SmallAreaSpec.clusters(), benchmark, 0.4, 10, 600, 3);
  }

  @Test
  void findsWhatWasSimulated() {
    Country country = country(11);
    ClusterStudy study = ClusterStudy.of(spec(Benchmark.NONE), country.counts, country.areas);

    Map<String, ModelTerm> terms =
        study.terms().stream().collect(Collectors.toMap(ModelTerm::term, term -> term));
    assertThat(terms.get("urban").estimate())
        .isCloseTo(URBAN, within(3 * terms.get("urban").standardError()));
    assertThat(terms.get("x").estimate())
        .isCloseTo(COVARIATE, within(3 * terms.get("x").standardError()));
    assertThat(Math.sqrt(terms.get("sigma2u").estimate())).isCloseTo(DEVIATIONS[0], within(0.1));
    assertThat(Math.sqrt(terms.get("sigma2v").estimate())).isCloseTo(DEVIATIONS[1], within(0.2));
    assertThat(Math.sqrt(terms.get("sigma2w").estimate())).isCloseTo(DEVIATIONS[2], within(0.25));
    assertThat(terms.get("areas").estimate()).isEqualTo(160);
    assertThat(terms.get("aic").estimate())
        .isCloseTo(2 * 7 - 2 * terms.get("log_likelihood").estimate(), within(1e-9));
    int held = 0;
    for (int i = 0; i < country.truth.size(); i++) {
      SmallAreaEstimate estimate = study.estimates().get(i);
      held +=
          estimate.low() <= country.truth.get(i) && country.truth.get(i) <= estimate.high() ? 1 : 0;
      assertThat(estimate.gamma() > 0).isEqualTo(estimate.direct().isSampled());
      assertThat(estimate.benchmarked()).isEqualTo(estimate.prediction().estimate());
    }
    // Intervals of 95 % of 240 districts that share the effects of 40 provinces and 8 regions.
    assertThat(held / 240.0).isBetween(0.9, 0.995);
  }

  /** The fit is that of the model, whose equality with glmmTMB ClusterModelTest holds. */
  @Test
  void isTheModelOfItsCounts() {
    Country country = country(5);
    ClusterStudy study = ClusterStudy.of(spec(Benchmark.NONE), country.counts, country.areas);
    List<String> keys = country.areas.areas().stream().map(ClusterAreas.Area::key).toList();
    ClusterFit fit =
        ClusterModel.BETA_BINOMIAL.fit(
            new ClusterData(
                country.counts.stream().mapToInt(ClusterCount::cases).toArray(),
                country.counts.stream().mapToInt(ClusterCount::women).toArray(),
                List.of("1", "urban", "x"),
                country.counts.stream()
                    .map(
                        count ->
                            new double[] {
                              1,
                              count.urban() ? 1 : 0,
                              country
                                  .areas
                                  .areas()
                                  .get(keys.indexOf(count.district()))
                                  .values()
                                  .get(1)
                            })
                    .toArray(double[][]::new),
                country.counts.stream().mapToInt(count -> keys.indexOf(count.district())).toArray(),
                keys,
                List.of(
                    keys.stream().map(key -> key.substring(0, 4)).toList(),
                    keys.stream().map(key -> key.substring(0, 2)).toList())));

    double[] coefficients = fit.coefficients();
    for (int t = 0; t < coefficients.length; t++) {
      assertThat(study.terms().get(t).estimate()).isEqualTo(coefficients[t]);
      assertThat(study.terms().get(t).standardError()).isEqualTo(fit.standardErrors()[t]);
    }
    assertThat(study.terms()).contains(ModelTerm.of("log_likelihood", fit.logLikelihood()));
    for (int i = 0; i < keys.size(); i++) {
      assertThat(study.estimates().get(i).gamma()).isEqualTo(fit.weights().get(i));
    }
  }

  @Test
  void areasAddUpToTheirGroupsInEstimatesAndMoveWithTheirDraws() {
    Country country = country(2);
    ClusterStudy plain = ClusterStudy.of(spec(Benchmark.NONE), country.counts, country.areas);
    ClusterStudy study = ClusterStudy.of(spec(Benchmark.RATIO), country.counts, country.areas);
    Map<String, Double> direct =
        DirectEstimates.of(country.counts, ClusterCount::region, ClusterCount::region).stream()
            .collect(Collectors.toMap(DirectEstimate::area, DirectEstimate::estimate));

    direct.forEach(
        (region, target) -> {
          double sum = 0;
          double women = 0;
          for (int i = 0; i < country.areas.areas().size(); i++) {
            ClusterAreas.Area area = country.areas.areas().get(i);
            if (area.group().equals(region)) {
              sum += area.size() * study.estimates().get(i).benchmarked();
              women += area.size();
            }
          }
          assertThat(sum / women).isCloseTo(target, within(1e-12));
        });
    Map<String, Double> factors = new HashMap<>();
    for (int i = 0; i < country.areas.areas().size(); i++) {
      SmallAreaEstimate estimate = study.estimates().get(i);
      assertThat(estimate.benchmarked()).isBetween(estimate.low(), estimate.high());
      // One draw of a region moves all its areas alike.
      double factor = study.draws()[7][i] / plain.draws()[7][i];
      assertThat(factor)
          .isCloseTo(
              factors.computeIfAbsent(country.areas.areas().get(i).group(), any -> factor),
              within(1e-12));
    }
  }

  @Test
  void anAreaIsSetBesideTheLargerOneInWhichItLies() {
    Country country = country(2);
    ClusterStudy study = ClusterStudy.of(spec(Benchmark.NONE), country.counts, country.areas);
    double[][] draws = study.draws();
    int[] members = IntStream.range(0, DISTRICTS).toArray();
    double women =
        IntStream.of(members).mapToDouble(i -> country.areas.areas().get(i).size()).sum();
    double province =
        IntStream.of(members)
                .mapToDouble(
                    i ->
                        country.areas.areas().get(i).size()
                            * study.estimates().get(i).prediction().estimate())
                .sum()
            / women;

    for (int i : members) {
      double square =
          DoubleStream.of(IntStream.range(0, draws.length).mapToDouble(r -> draws[r][i]).toArray())
              .map(value -> (value - province) * (value - province))
              .average()
              .orElseThrow();
      SmallAreaEstimate estimate = study.estimates().get(i);
      assertThat(estimate.largerError()).isCloseTo(Math.sqrt(square), within(1e-12));
      assertThat(estimate.noBetterThanLarger())
          .isEqualTo(Math.sqrt(estimate.prediction().mse()) >= 0.95 * estimate.largerError());
    }
    assertThat(study.estimates().stream().filter(SmallAreaEstimate::noBetterThanLarger).count())
        .isEqualTo(study.diagnostics().get(Diagnostic.AREAS_NO_BETTER_THAN_LARGER).longValue())
        .isBetween(1L, 239L);
    assertThat(study.diagnostics().get(Diagnostic.AREAS_WITHOUT_SAMPLE_PERCENT))
        .isCloseTo(100 / 3.0, within(1e-9));
    assertThat(study.diagnostics().get(Diagnostic.AREAS_IMPUTED)).isEqualTo(40);
    assertThat(study.diagnostics().get(Diagnostic.URBAN_SHARE_ERROR_OF_LARGER)).isLessThan(0.1);
    assertThat(study.diagnostics().get(Diagnostic.URBAN_SHARE_ERROR)).isBetween(0.2, 0.4);
  }

  @Test
  void theOrderOfTheCountsDoesNotMatter() {
    Country country = country(2);
    List<ClusterCount> reversed = new ArrayList<>(country.counts);
    Collections.reverse(reversed);

    double[] values =
        benchmarked(ClusterStudy.of(spec(Benchmark.RATIO), country.counts, country.areas));
    double[] others = benchmarked(ClusterStudy.of(spec(Benchmark.RATIO), reversed, country.areas));
    for (int i = 0; i < values.length; i++) {
      assertThat(others[i]).isCloseTo(values[i], within(1e-6));
    }
  }

  private static double[] benchmarked(ClusterStudy study) {
    return study.estimates().stream().mapToDouble(SmallAreaEstimate::benchmarked).toArray();
  }

  @Test
  void whatCannotBeFittedIsRefused() {
    Country country = country(2);
    assertThatThrownBy(() -> ClusterStudy.of(spec(Benchmark.NONE), List.of(), country.areas))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no woman of these areas was asked");
    assertThatThrownBy(() -> ClusterStudy.of(SmallAreaSpec.bayes(), country.counts, country.areas))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the method bayes is of direct estimates");
  }
}
