package org.quipu.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden numbers: influence(rma(...)) of metafor 3.8-1, src/test/r/meta-regression.R. */
class InfluenceTest {
  // rma(yi, vi, mods = ~ ablat + year, test = "knha"):
  // trial, rstudent, dffits, cook.d, cov.r, tau2.del, QE.del, hat
  @ParameterizedTest
  @CsvSource({
    "1, 0.265918729923, 0.15941802743182, 0.02828323360055, 1.911210519739, 0.1316912665536, 28.3142403434, 0.1724991043651",
    "4, -1.246655925560, -2.61331308766937, 5.95415964760855, 3.858148155365, 0.0905641260935, 23.1836456925, 0.8082150751714",
    "7, -2.548139853229, -0.66892747350429, 0.33949706539948, 0.143329239711, 0.0544442206804, 19.1240274352, 0.0765751607077",
    "13, 1.844057467998, 0.70550569632207, 0.40630337295223, 0.278693020307, 0.0497801193556, 21.4920093638, 0.1612451079280",
  })
  void ofOneTrial(
      int trial,
      double rstudent,
      double dffits,
      double cook,
      double ratio,
      double tau2,
      double q,
      double hat) {
    MetaFit fit = MetaRegression.withDefaults().fit(Examples.bcgOnLatitudeAndYear());
    Influence one = Influence.of(fit).get(trial - 1);

    assertThat(one.leftOut()).isEqualTo(Integer.toString(trial));
    assertThat(one.rstudent()).isCloseTo(rstudent, within(1e-9));
    assertThat(one.dffits()).isCloseTo(dffits, within(1e-9));
    assertThat(one.cook()).isCloseTo(cook, within(1e-9));
    assertThat(one.covarianceRatio()).isCloseTo(ratio, within(1e-9));
    assertThat(one.without().tau2()).isCloseTo(tau2, within(1e-11));
    assertThat(one.without().heterogeneity().q()).isCloseTo(q, within(1e-9));
    assertThat(one.hat()).isCloseTo(hat, within(1e-11));
  }

  @Test
  void leveragesAddUpToTheNumberOfTerms() {
    MetaFit fit = MetaRegression.withDefaults().fit(Examples.bcgOnLatitude());
    List<Influence> all = Influence.of(fit);

    assertThat(all).hasSize(13);
    assertThat(all.stream().mapToDouble(Influence::hat).sum()).isCloseTo(2, within(1e-12));
    assertThat(all).allSatisfy(one -> assertThat(one.without().effects().size()).isEqualTo(12));
  }
}
