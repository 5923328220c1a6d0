package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupsTest {
  /** The order of Map.of differs from one Java process to the next, and with it the last digit. */
  @Test
  void groupsAreInOneOrderWhateverTheOrderThatTheyComeIn() {
    Map<String, Double> values = Map.of("19", 0.3, "05", 0.2, "25", 0.5, "01", 0.4, "14", 0.1);

    Groups groups = new Groups(new double[] {1}, values, values);

    assertThat(groups.targets().keySet()).containsExactly("01", "05", "14", "19", "25");
    assertThat(groups.standardErrors().keySet()).containsExactly("01", "05", "14", "19", "25");
  }
}
