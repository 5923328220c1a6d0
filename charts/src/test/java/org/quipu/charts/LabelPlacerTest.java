package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelPlacerTest {
  private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 720, 420);
  private static final LabelPlacer.Ground FREE = (label, box) -> 0;

  /** Twenty-five points, more crowded with every seed, with labels as long as region names. */
  private static List<LabelPlacer.Anchor> crowd(int seed) {
    Random random = new Random(seed);
    double spread = 220 - 15 * seed;
    List<LabelPlacer.Anchor> anchors = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      double x = Math.min(715, Math.max(5, 360 + spread * random.nextGaussian()));
      double y = Math.min(415, Math.max(5, 210 + spread / 2 * random.nextGaussian()));
      anchors.add(new LabelPlacer.Anchor(x, y, 5, 30 + random.nextInt(60), 12));
    }

    return anchors;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void labelsNeitherOverlapNorLeaveTheArea(int seed) {
    List<Rectangle2D> boxes = LabelPlacer.place(AREA, crowd(seed), FREE);

    assertThat(boxes).hasSize(25).allMatch(AREA::contains);
    assertDisjoint(boxes);
  }

  static void assertDisjoint(List<Rectangle2D> boxes) {
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = i + 1; j < boxes.size(); j++) {
        assertThat(boxes.get(i).intersects(boxes.get(j))).as("labels %d and %d", i, j).isFalse();
      }
    }
  }

  @Test
  void aLoneLabelStandsRightOfItsPoint() {
    var anchor = new LabelPlacer.Anchor(100, 100, 5, 40, 12);

    Rectangle2D box = LabelPlacer.place(AREA, List.of(anchor), FREE).get(0);

    assertThat(box.getMinX()).isEqualTo(107);
    assertThat(box.getCenterY()).isEqualTo(100);
  }

  @Test
  void aLabelAtTheEdgeTurnsInwards() {
    var anchor = new LabelPlacer.Anchor(715, 100, 5, 40, 12);

    assertThat(LabelPlacer.place(AREA, List.of(anchor), FREE).get(0).getMaxX()).isLessThan(715);
  }

  @Test
  void aLabelAvoidsWhatItHadBetterNotCover() {
    var anchor = new LabelPlacer.Anchor(100, 100, 5, 40, 12);
    LabelPlacer.Ground right = (label, box) -> box.getMaxX() > 106 ? 50 : 0;

    assertThat(LabelPlacer.place(AREA, List.of(anchor), right).get(0).getMaxX()).isLessThan(106);
  }

  @Test
  void aLabelWithoutPointStandsOnItsPlace() {
    var anchor = new LabelPlacer.Anchor(100, 100, 0, 40, 12);

    Rectangle2D box = LabelPlacer.place(AREA, List.of(anchor), FREE).get(0);

    assertThat(box.getCenterX()).isEqualTo(100);
    assertThat(box.getCenterY()).isEqualTo(100);
  }

  @Test
  void theSamePointsGiveTheSamePlaces() {
    assertThat(LabelPlacer.place(AREA, crowd(8), FREE))
        .isEqualTo(LabelPlacer.place(AREA, crowd(8), FREE));
  }

  @Test
  void aLabelLargerThanTheAreaIsRefused() {
    var anchor = new LabelPlacer.Anchor(100, 100, 5, 900, 12);

    assertThatThrownBy(() -> LabelPlacer.place(AREA, List.of(anchor), FREE))
        .hasMessageStartingWith("no place for a label");
  }
}
