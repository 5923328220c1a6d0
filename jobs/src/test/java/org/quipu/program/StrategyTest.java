package org.quipu.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quipu.Provenance;
import org.quipu.store.ProgramRow;

class StrategyTest {
  @Test
  void tellsWhereItWorksFromWhenAndWhereItCameLater() {
    Strategy strategy =
        Strategy.in(
                List.of(
                    member("A", 2022, 6, "07", ""),
                    member("A", 2022, 3, "08", "0801"),
                    member("A", 2023, 1, "07", ""),
                    member("A", 2024, 1, "21", ""),
                    member("B", 2023, 1, "21", "")))
            .get(0);

    assertThat(strategy.name()).isEqualTo("A");
    assertThat(strategy.year()).isEqualTo(2022);
    assertThat(strategy.month()).isEqualTo(3);
    assertThat(strategy.regions()).containsExactlyInAnyOrder("07", "08", "21");
    assertThat(strategy.inPart()).containsExactly("08");
    assertThat(strategy.later()).containsExactly("21");
  }

  @Test
  void aRegionMayBeInTwoStrategiesOfDifferentFiles() {
    RecordFile one = file("one.csv", member("A", 2024, 6, "21", ""));
    RecordFile two = file("two.csv", member("B", 2024, 6, "21", ""));
    RecordFile again = file("again.csv", member("A", 2024, 6, "21", ""));

    Overlaps overlaps = Overlaps.resolve(List.of(), List.of(one, two, again));

    assertThat(overlaps.rows()).extracting(ProgramRow::strategy).containsExactly("A", "B");
    assertThat(overlaps.notes())
        .containsExactly(
            "again.csv: region_in_strategy of A of 2024 left out, another file covers the same or"
                + " more of Puno");
  }

  private static RecordFile file(String name, ProgramRow row) {
    return new RecordFile(name, "long layout", 1, List.of(row), List.of(), List.of());
  }

  private static ProgramRow member(
      String strategy, int year, int month, String region, String province) {
    return new ProgramRow(
        year,
        month,
        12,
        region,
        province,
        "",
        strategy,
        "",
        Strategy.MEMBER,
        "",
        "",
        "regions",
        1,
        Provenance.PUBLISHED,
        "");
  }
}
