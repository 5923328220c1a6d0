package org.quipu.survey.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.Coded;

class QualityTest {
  @ParameterizedTest
  @ValueSource(strings = {"good", "good;partial", "partial;synthetic", ""})
  void isReadAsItIsWritten(String text) {
    assertThat(Quality.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "good, referential, referential",
    "referential, good, referential",
    "suppressed, very_good, suppressed",
    "suppress;partial, suppressed;partial, suppressed;partial",
    "good;partial, good;recomputed, good;partial;recomputed",
    "recomputed, good, good;recomputed",
    "not_assessed, good, not_assessed",
    "weakly_reliable, not_reliable, not_reliable",
  })
  void aMergeKeepsTheWorseVerdictAndAllMarks(String one, String other, String merged) {
    assertThat(Quality.parse(one).merge(Quality.parse(other))).hasToString(merged);
  }

  @Test
  void anUnknownPartIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> Quality.parse("good;splendid"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no QualityMark 'splendid'; there are partial, household_weight");
  }

  @ParameterizedTest
  @CsvSource({"suppressed, true", "suppress, true", "suppress;partial, true", "good, false"})
  void hiddenVerdictsAreKnown(String quality, boolean hidden) {
    assertThat(Quality.parse(quality).isHidden()).isEqualTo(hidden);
  }

  @ParameterizedTest
  @CsvSource({
    "referential, true",
    "not_reliable, true",
    "not_assessed;one_cluster, true",
    "good, false"
  })
  void whatIsUncertainIsShownWithACaution(String quality, boolean cautious) {
    assertThat(Quality.parse(quality).isReferential()).isEqualTo(cautious);
  }

  @ParameterizedTest
  @CsvSource({"good, partial, good;partial", "good;partial, partial, good;partial"})
  void aMarkStandsOnce(String quality, String mark, String marked) {
    assertThat(Quality.parse(quality).with(Coded.of(QualityMark.class, mark))).hasToString(marked);
  }
}
