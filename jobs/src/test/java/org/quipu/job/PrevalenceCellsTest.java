package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quipu.job.PrevalenceCells.Cell;
import org.quipu.store.Manifest;

class PrevalenceCellsTest {
  private static final Cell REGIONS = new Cell(2022, "region", "physical");
  private static final Cell COUNTRY = new Cell(2022, "national", "physical");
  private static final Cell OTHER_YEAR = new Cell(2017, "national", "physical");
  private static final Cell OTHER_INDICATOR = new Cell(2022, "national", "sexual");

  @Test
  void whatWasComputedIsNotComputedAgain() {
    PrevalenceCells there = PrevalenceCells.none().with(Set.of(REGIONS, COUNTRY));

    assertThat(there.toCompute(Set.of(REGIONS))).isEmpty();
    assertThat(PrevalenceCells.none().toCompute(Set.of(REGIONS))).containsExactly(REGIONS);
  }

  @Test
  void allTablesOfAnIndicatorAndYearAreComputedTogether() {
    PrevalenceCells there =
        PrevalenceCells.none().with(Set.of(COUNTRY, OTHER_YEAR, OTHER_INDICATOR));

    assertThat(there.toCompute(Set.of(REGIONS))).containsExactlyInAnyOrder(REGIONS, COUNTRY);
  }

  @Test
  void allIndicatorsOfAUniverseAndYearAreComputedTogether() {
    Cell physical = new Cell(2022, "region", "partner_violence_physical_ever");
    Cell sexual = new Cell(2022, "region", "partner_violence_sexual_ever");
    Cell help = new Cell(2022, "region", "help_sought_police");
    PrevalenceCells there = PrevalenceCells.none().with(Set.of(sexual, help));

    assertThat(there.toCompute(Set.of(physical))).containsExactlyInAnyOrder(physical, sexual);
  }

  @Test
  void aManifestKeepsThem() {
    PrevalenceCells cells = PrevalenceCells.none().with(Set.of(REGIONS, OTHER_YEAR));
    Manifest manifest = Manifest.plan("prevalence", Map.of(), List.of()).withFacts(cells.facts());

    assertThat(manifest.facts())
        .containsEntry("computed", "2017/national/physical 2022/region/physical");
    assertThat(PrevalenceCells.of(manifest).facts()).isEqualTo(cells.facts());
  }

  @Test
  void aRequestAsksForEveryCombination() {
    assertThat(
            PrevalenceCells.of(
                List.of(2017, 2022), List.of("national"), List.of("physical", "sexual")))
        .hasSize(4)
        .contains(OTHER_YEAR, OTHER_INDICATOR);
  }
}
