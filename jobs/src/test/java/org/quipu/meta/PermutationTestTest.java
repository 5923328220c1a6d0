package org.quipu.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Golden numbers: permutest(rma(...), exact = TRUE) of metafor 3.8-1, src/test/r/meta-regression.R.
 */
class PermutationTestTest {
  private static final int[] SIX = {0, 3, 4, 6, 8, 10};
  private static final MetaRegression DEFAULT = MetaRegression.withDefaults();

  private static double[] ofSix(double[] all) {
    return IntStream.of(SIX).mapToDouble(i -> all[i]).toArray();
  }

  private static Effects six() {
    double[] variances =
        IntStream.range(0, 13).mapToDouble(PublishedMetaAnalyses.bcg()::variance).toArray();
    return Effects.of(ofSix(PublishedMetaAnalyses.bcg().values().toArray()), ofSix(variances));
  }

  @Test
  void allOrdersOfDistinctRows() {
    Effects effects = six().with("ablat", ofSix(PublishedMetaAnalyses.bcgColumn(4)));
    PermutationTest.Result result = new PermutationTest(1000, 1).run(effects, DEFAULT);

    assertThat(result.exact()).isTrue();
    assertThat(result.arrangements()).isEqualTo(720);
    assertThat(result.pValues().get(0)).isCloseTo(0.769444444444444, within(1e-14));
    assertThat(result.pValues().get(1)).isCloseTo(0.05, within(1e-14));
  }

  @Test
  void onlyDistinctOrdersOfTiedRows() {
    double[] north =
        IntStream.of(SIX)
            .mapToDouble(i -> PublishedMetaAnalyses.bcgColumn(4)[i] > 30 ? 1 : 0)
            .toArray();
    PermutationTest.Result result =
        new PermutationTest(1000, 1)
            .run(six().with("north", north), DEFAULT.with(CoefficientTest.NORMAL));

    assertThat(result.arrangements()).isEqualTo(15);
    assertThat(result.pValues().get(1)).isCloseTo(0.133333333333333, within(1e-14));
  }

  @Test
  void signsAreTurnedWithoutModerators() {
    PermutationTest.Result result =
        new PermutationTest(64, 1).run(six(), DEFAULT.with(CoefficientTest.NORMAL));

    assertThat(result.arrangements()).isEqualTo(64);
    assertThat(result.exact()).isTrue();
    assertThat(result.pValues().get(0)).isEqualTo(0.03125);
  }

  @Test
  void drawsAreSeededAndCountTheDataThemselves() {
    Effects effects = PublishedMetaAnalyses.bcgOnLatitude();
    PermutationTest.Result first = new PermutationTest(500, 7).run(effects, DEFAULT);

    assertThat(first).isEqualTo(new PermutationTest(500, 7).run(effects, DEFAULT));
    assertThat(first).isNotEqualTo(new PermutationTest(500, 8).run(effects, DEFAULT));
    assertThat(first.exact()).isFalse();
    assertThat(first.pValues().get(1)).isBetween(1 / 500.0, 0.03);
  }

  @Test
  void drawnOrdersComeCloseToAllOrders() {
    Effects effects = six().with("ablat", ofSix(PublishedMetaAnalyses.bcgColumn(4)));
    double drawn = new PermutationTest(700, 3).run(effects, DEFAULT).pValues().get(1);

    // The standard error of 700 draws at p = 0.05 is 0.008.
    assertThat(drawn).isCloseTo(0.05, within(0.025));
  }
}
