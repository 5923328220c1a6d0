package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BenchmarkTest {
  private static final double[] ESTIMATES = {10, 20, 40};
  private static final double[] MSE = {1, 4, 4};
  private static final double[] SHARES = {0.5, 0.3, 0.2};

  @ParameterizedTest
  @EnumSource(value = Benchmark.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void theAreasAddUpToTheirGroup(Benchmark benchmark) {
    double[] values = benchmark.apply(ESTIMATES, MSE, SHARES, 21);

    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += SHARES[i] * values[i];
    }
    assertThat(sum).isCloseTo(21, within(1e-12));
  }

  /** By hand: the areas add up to 19, two less than 21; Σ share · MSE is 2.5. */
  @Test
  void eachWayHasItsFormula() {
    assertThat(Benchmark.NONE.apply(ESTIMATES, MSE, SHARES, 21)).containsExactly(ESTIMATES);
    assertThat(Benchmark.RATIO.apply(ESTIMATES, MSE, SHARES, 21))
        .containsExactly(new double[] {210 / 19.0, 420 / 19.0, 840 / 19.0}, within(1e-13));
    assertThat(Benchmark.RAKING.apply(ESTIMATES, MSE, SHARES, 21))
        .containsExactly(new double[] {12, 22, 42}, within(1e-13));
    assertThat(Benchmark.MSE.apply(ESTIMATES, MSE, SHARES, 21))
        .containsExactly(new double[] {10.8, 23.2, 43.2}, within(1e-13));
  }

  @Test
  void zerosThatNoFactorRaisesBecomeTheTarget() {
    // As in a draw in which all the provinces of a region are at 0 %.
    assertThat(
            Benchmark.RATIO.apply(
                new double[2], new double[] {1, 1}, new double[] {0.25, 0.75}, 0.01))
        .containsExactly(0.01, 0.01);
  }
}
