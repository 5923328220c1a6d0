package org.quipu.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quipu.UserException;

class TargetProblemTest {
  /** Region north with three areas, south with one. */
  private static final List<Area> AREAS =
      List.of(
          new Area("0101", "north", 10, 4),
          new Area("0102", "north", 8, 3),
          new Area("0103", "north", 1, 1),
          new Area("0201", "south", 2, 5));

  private static void assertNoPlan(Bounds bounds, String... words) {
    assertThatThrownBy(() -> new TargetProblem(AREAS, bounds))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no plan keeps all bounds")
        .hasMessageContainingAll(words);
  }

  @Test
  void saysWhichBoundLeavesNoPlan() {
    // The cheapest area of each region: 1 + 5; two of the north, all of the south: 1 + 3 + 5.
    assertNoPlan(
        Bounds.NONE.withBudget(5.5).withFloor(1),
        "a budget of 5.5",
        "floor of 1",
        "6 at least for the floor");
    assertNoPlan(
        Bounds.NONE.withBudget(8).withFloor(2), "a budget of 8", "9 at least for the floor");
    assertNoPlan(
        Bounds.NONE.withMaxAreas(2).withFloor(2),
        "a maximum of 2 areas",
        "3 at least for the floor of 2");
    assertNoPlan(
        Bounds.NONE.withFloor(1).excluding(List.of("0201")),
        "floor of 1",
        "0 areas of region south");
    assertNoPlan(
        Bounds.NONE.withMaxAreas(1).requiring(List.of("0101", "0201")),
        "a maximum of 1 areas",
        "2 at least for the required areas");
    assertNoPlan(
        Bounds.NONE.withBudget(8).requiring(List.of("0101", "0201")),
        "a budget of 8",
        "9 at least for the required areas");
    assertNoPlan(
        Bounds.NONE.requiring(List.of("0101")).excluding(List.of("0101", "0102")),
        "both required and excluded: 0101");
  }

  @Test
  void requiredAreasCountForTheFloorAndTheBudget() {
    TargetProblem problem =
        new TargetProblem(AREAS, Bounds.NONE.withBudget(9).withFloor(1).requiring(List.of("0101")));

    // 0101 meets the floor of the north; the south's only area takes the rest of the budget.
    assertThat(FastChoice.of(problem).plan()).isEqualTo(new Plan(List.of(0, 3), 12, 9));
    assertThat(FastChoice.of(problem).bound()).isEqualTo(12);
  }

  @Test
  void withoutBoundsAllThatGainIsChosen() {
    assertThat(FastChoice.of(new TargetProblem(AREAS, Bounds.NONE)).plan())
        .isEqualTo(new Plan(List.of(0, 1, 2, 3), 21, 13));
  }

  @Test
  void aBudgetIsMetInSpiteOfRounding() {
    // In doubles 0.1 + 0.1 + 0.1 is more than 0.3.
    List<Area> tenths =
        List.of(new Area("a", "r", 1, 0.1), new Area("b", "r", 1, 0.1), new Area("c", "r", 1, 0.1));

    assertThat(FastChoice.of(new TargetProblem(tenths, Bounds.NONE.withBudget(0.3))).plan().size())
        .isEqualTo(3);
  }

  @Test
  void refusesWhatIsNoProblem() {
    assertThatThrownBy(
            () -> new TargetProblem(AREAS, Bounds.NONE.excluding(List.of("0901", "0102"))))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("the excluded areas", "0901");
    assertThatThrownBy(() -> new TargetProblem(AREAS, Bounds.NONE.requiring(List.of("x"))))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("the required areas", "x");
    assertThatThrownBy(() -> new TargetProblem(List.of(AREAS.get(0), AREAS.get(0)), Bounds.NONE))
        .hasMessage("area 0101 stands twice");
    assertThatThrownBy(() -> new Area("0101", "north", Double.NaN, 1))
        .hasMessage("area 0101 has no value");
    assertThatThrownBy(() -> new Area("0101", "north", 1, -1))
        .hasMessage("area 0101 has no cost of 0 or more");
    assertThatThrownBy(() -> Bounds.NONE.withBudget(-1)).hasMessage("a budget of -1.0");
    assertThatThrownBy(() -> Bounds.NONE.withFloor(-1)).hasMessageContaining("a floor of -1");
  }
}
