package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SamplingVariancesTest {
  private static DirectEstimate area(
      String name, double estimate, double error, double n, double psus, double deff) {
    return new DirectEstimate(name, "", estimate, error, n, psus, psus - 1, deff);
  }

  private static final List<DirectEstimate> AREAS =
      List.of(
          area("a", 0.2, 0.04, 100, 8, 1),
          area("b", 0.3, 0.05, 300, 20, 2),
          area("one cluster", 0.4, 0.3, 20, 1, 9),
          area("nobody", 0, 0, 50, 4, Double.NaN),
          DirectEstimate.none("no sample", ""));

  private static SamplingVariances of(Scale scale, VarianceSource source) {
    return SamplingVariances.of(AREAS, scale, source, OptionalDouble.empty());
  }

  @Test
  void theDesignEffectIsPooledOverAreasThatHaveOne() {
    // (100 · 1 + 300 · 2) / 400: one cluster and no variation say nothing of it.
    assertThat(SamplingVariances.pooledDeff(AREAS)).isEqualTo(1.75);
    assertThat(SamplingVariances.pooledDeff(AREAS.subList(2, 5))).isEqualTo(1);
  }

  @Test
  void onTheArcsineScaleNoAreaHasAVarianceOfZero() {
    SamplingVariances variances = of(Scale.ARCSINE, VarianceSource.DIRECT);

    assertThat(variances.variances())
        .containsExactly(
            new double[] {1.75 / 400, 1.75 / 1200, 1.75 / 80, 1.75 / 200, Double.NaN},
            within(1e-15));
    assertThat(variances.direct()[3]).isZero();
    assertThat(variances.repaired()).isZero();
    assertThat(
            SamplingVariances.of(AREAS, Scale.ARCSINE, VarianceSource.DIRECT, OptionalDouble.of(1))
                .variances()[0])
        .isEqualTo(0.0025);
  }

  @Test
  void aVarianceThatTheAreaCannotGiveIsTheOthersPerInterview() {
    SamplingVariances variances = of(Scale.PLAIN, VarianceSource.DIRECT);

    // (100 · 100 · 0.0016 + 300 · 300 · 0.0025) / 400 for one interview.
    double one = (16 + 225) / 400.0;
    assertThat(variances.variances())
        .containsExactly(
            new double[] {0.0016, 0.0025, one / 20, one / 50, Double.NaN}, within(1e-15));
    assertThat(variances.isRepaired(0)).isFalse();
    assertThat(variances.isRepaired(2)).isTrue();
    assertThat(variances.repaired()).isEqualTo(2);
  }

  @Test
  void aProportionOfZeroIsMovedInsideForItsLogit() {
    SamplingVariances variances = of(Scale.LOGIT, VarianceSource.DIRECT);

    double effective = 50 / 1.75;
    double inside = 0.5 / (effective + 1);
    assertThat(variances.direct()[3]).isCloseTo(Scale.LOGIT.of(inside), within(1e-14));
    assertThat(variances.isRepaired(3)).isTrue();
  }

  @Test
  void oneDesignEffectGivesTheVarianceOfAProportion() {
    SamplingVariances variances = of(Scale.PLAIN, VarianceSource.DEFF);

    double effective = 100 / 1.75;
    double inside = (effective * 0.2 + 0.5) / (effective + 1);
    assertThat(variances.deff()).isEqualTo(1.75);
    assertThat(variances.variances()[0])
        .isCloseTo(inside * (1 - inside) / effective, within(1e-16));
  }

  /** Areas whose variances are p / 10 n, a function that CEPAL's has no term for, but is near. */
  @Test
  void aVarianceFunctionSmoothsAllAreasAndServesThoseThatHaveNone() {
    List<DirectEstimate> areas = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      double p = 0.1 + 0.017 * (i % 23);
      double n = 40 + 13 * (i % 17);
      areas.add(area("a" + i, p, Math.sqrt(p / (10 * n)), n, 12, 1.2));
    }
    areas.add(area("one cluster", 0.3, 0.5, 100, 1, 9));
    SamplingVariances variances =
        SamplingVariances.of(areas, Scale.PLAIN, VarianceSource.GVF, OptionalDouble.empty());

    for (int i = 0; i < areas.size(); i++) {
      double expected = areas.get(i).estimate() / (10 * areas.get(i).n());
      assertThat(variances.variances()[i]).isCloseTo(expected, within(0.1 * expected));
    }
    assertThat(variances.repaired()).isZero();
    assertThatThrownBy(
            () ->
                SamplingVariances.of(
                    areas.subList(0, 5), Scale.PLAIN, VarianceSource.GVF, OptionalDouble.empty()))
        .hasMessageContaining("5 of 5 areas have a reliable variance");
  }

  @Test
  void whatIsMissingForAVarianceIsNamed() {
    List<DirectEstimate> withoutN =
        List.of(area("x", 0.2, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    assertThatThrownBy(
            () ->
                SamplingVariances.of(
                    withoutN, Scale.ARCSINE, VarianceSource.DIRECT, OptionalDouble.of(1)))
        .hasMessageContaining("area x")
        .hasMessageContaining("number of interviews");
    List<DirectEstimate> percent = List.of(area("x", 20, 4, 100, 8, 1));
    assertThatThrownBy(
            () ->
                SamplingVariances.of(
                    percent, Scale.ARCSINE, VarianceSource.DIRECT, OptionalDouble.of(1)))
        .hasMessageContaining("proportions from 0 to 1");
    List<DirectEstimate> negative = List.of(area("x", -1, 4, 100, 8, 1));
    assertThatThrownBy(
            () ->
                SamplingVariances.of(
                    negative, Scale.LOG, VarianceSource.DIRECT, OptionalDouble.empty()))
        .hasMessageContaining("positive numbers");
    List<DirectEstimate> alone = List.of(area("x", 0.3, 0, 100, 1, 1));
    assertThatThrownBy(
            () ->
                SamplingVariances.of(
                    alone, Scale.PLAIN, VarianceSource.DIRECT, OptionalDouble.empty()))
        .hasMessageContaining("no sampling variance");
  }
}
