package org.quipu.meta;

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
    "1, 0.2659187299506, 0.159418027456153, 0.028283233609869, 1.9112105197640, 0.13169126655316, 28.31424034247, 0.17249910436528",
    "4, -1.2466559255861, -2.613313087776159, 5.954159648167185, 3.8581481549912, 0.09056412609344, 23.18364568970, 0.80821507517537",
    "7, -2.5481398532319, -0.668927473612307, 0.339497065506378, 0.1433292397097, 0.05444422068051, 19.12402743489, 0.07657516070840",
    "13, 1.8440574679677, 0.705505696138295, 0.406303372833734, 0.2786930203018, 0.04978011935589, 21.49200936279, 0.16124510793024",
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
    MetaFit fit = MetaRegression.withDefaults().fit(PublishedMetaAnalyses.bcgOnLatitudeAndYear());
    Influence one = Influence.of(fit).get(trial - 1);

    assertThat(one.leftOut()).isEqualTo(Integer.toString(trial));
    assertThat(one.rstudent()).isCloseTo(rstudent, within(1e-10));
    assertThat(one.dffits()).isCloseTo(dffits, within(1e-10));
    assertThat(one.cook()).isCloseTo(cook, within(1e-10));
    assertThat(one.covarianceRatio()).isCloseTo(ratio, within(1e-10));
    assertThat(one.without().tau2()).isCloseTo(tau2, within(1e-11));
    assertThat(one.without().heterogeneity().q()).isCloseTo(q, within(1e-10));
    assertThat(one.hat()).isCloseTo(hat, within(1e-11));
  }

  @Test
  void leveragesAddUpToTheNumberOfTerms() {
    MetaFit fit = MetaRegression.withDefaults().fit(PublishedMetaAnalyses.bcgOnLatitude());
    List<Influence> all = Influence.of(fit);

    assertThat(all).hasSize(13);
    assertThat(all.stream().mapToDouble(Influence::hat).sum()).isCloseTo(2, within(1e-12));
    assertThat(all).allSatisfy(one -> assertThat(one.without().effects().size()).isEqualTo(12));
  }
}
