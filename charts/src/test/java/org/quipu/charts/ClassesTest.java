package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quipu.text.Language;

class ClassesTest {
  @Test
  void levelsAreInRoundClassesNotNarrowerThanHalfAnInterval() {
    Classes classes = Classes.ofLevels(new double[] {35.9, 52, 66.4}, 18);

    assertThat(classes.size()).isEqualTo(4);
    assertThat(classes.low(0)).isEqualTo(30);
    assertThat(classes.high(3)).isEqualTo(70);
    assertThat(Classes.ofLevels(new double[] {35.9, 52, 66.4}, 33).high(0)).isEqualTo(40);
  }

  @Test
  void thereAreAtMostFiveWhateverTheLevels() {
    for (double highest : new double[] {0.4, 3.2, 17, 55, 99}) {
      for (double interval : new double[] {Double.NaN, 0, 0.3, 7, 40}) {
        assertThat(Classes.ofLevels(new double[] {0.1, highest}, interval).size()).isBetween(1, 5);
      }
    }
    assertThat(Classes.ofChanges(Better.LOWER).size()).isEqualTo(4);
    assertThat(Classes.ofWidths().size()).isEqualTo(5);
    assertThat(Classes.ofFrequencies().size()).isEqualTo(4);
  }

  @Test
  void fewFarLevelsFallIntoOpenClasses() {
    double[] levels = IntStream.range(0, 100).mapToDouble(i -> 40 + i * 0.2).toArray();
    levels[0] = 3;
    levels[99] = 95;
    Classes classes = Classes.ofLevels(levels, 10);

    assertThat(classes.low(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(classes.high(classes.size() - 1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(classes.index(3)).isZero();
    assertThat(classes.index(95)).isEqualTo(classes.size() - 1);
    assertThat(classes.position(95)).isEqualTo(classes.size() - 0.5);
  }

  @Test
  void aLimitBelongsToTheClassAboveIt() {
    Classes classes = Classes.ofLevels(new double[] {31, 69}, 16);

    assertThat(classes.index(39.99)).isZero();
    assertThat(classes.index(40)).isEqualTo(1);
    assertThat(classes.spans(40, 49.9)).isFalse();
    assertThat(classes.spans(39, 41)).isTrue();
    assertThat(classes.position(45)).isEqualTo(1.5);
    assertThat(classes.text(Language.SPANISH, 40)).isEqualTo("40");
    assertThat(classes.text(Language.SPANISH, 0.3)).isEqualTo("0.3");
  }

  @Test
  void neighbouringClassesDifferInLightness() {
    for (Classes classes :
        new Classes[] {
          Classes.ofLevels(new double[] {31, 79}, 8), Classes.ofWidths(), Classes.ofFrequencies()
        }) {
      for (int i = 1; i < classes.size(); i++) {
        assertThat(lightness(classes.colorOf(i)))
            .isLessThan(lightness(classes.colorOf(i - 1)) - 0.07);
      }
    }
  }

  @Test
  void fallsAreBlueWhereLowerIsBetter() {
    assertThat(Classes.ofChanges(Better.LOWER).color(-3))
        .isEqualTo(Classes.ofChanges(Better.HIGHER).color(3));
    assertThat(Classes.ofChanges(Better.LOWER).color(-3).getBlue()).isGreaterThan(150);
  }

  private static double lightness(Color color) {
    return (0.21 * color.getRed() + 0.72 * color.getGreen() + 0.07 * color.getBlue()) / 255;
  }
}
