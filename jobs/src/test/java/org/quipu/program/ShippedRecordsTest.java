package org.quipu.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quipu.YearRange;
import org.quipu.file.TextTable;
import org.quipu.store.CoverageRow;
import org.quipu.store.ProgramRow;

/** The figures of the two source documents. */
class ShippedRecordsTest {
  private static final List<ProgramRow> ROWS = ProgramIngest.shipped();

  private static List<ProgramRow> measure(String measure) {
    return ROWS.stream().filter(row -> row.measure().equals(measure)).toList();
  }

  @Test
  void bulletinOfPasco() {
    List<CoverageRow> coverage =
        Coverage.of(
                ROWS,
                Denominators.of(GeographyIngest.shippedRegions(), List.of()),
                Optional.of(new YearRange(2023, 2023)))
            .rows();

    assertThat(coverage)
        .filteredOn(row -> row.region().equals("19") && row.measure().endsWith("_people"))
        .filteredOn(row -> !row.measure().startsWith("people_informed"))
        .extracting(CoverageRow::measure, CoverageRow::numerator)
        .containsExactlyInAnyOrder(
            // 105 + 4,474 + 78 + 573
            tuple("hombres_por_la_igualdad_people", 5230.0),
            // 51 + 62 + 77
            tuple("mujeres_acompanando_mujeres_people", 190.0),
            // 56, of whom 38 started a business
            tuple("mujeres_empoderadas_y_autonomas_people", 56.0),
            // 147 + 553 + 570
            tuple("estrategia_educativa_people", 1270.0),
            tuple("estrategia_comunicacional_people", 16_590.0));
    assertThat(measure("districts_with_entre_patas"))
        .extracting(ProgramRow::district)
        .containsExactly("190101", "190109", "190113", "190307");
    assertThat(measure("radio_programmes"))
        .singleElement()
        .satisfies(row -> assertThat(row.fromMonth()).isEqualTo(11));
  }

  @Test
  void strategyPrevenirParaProteger() {
    assertThat(measure("region_in_strategy"))
        .hasSize(15)
        .extracting(ProgramRow::region)
        .containsExactly(
            "01", "02", "04", "05", "06", "07", "08", "10", "14", "15", "16", "17", "21", "22",
            "24");
    double all = measure("cases_of_violence_against_minors").get(0).value();
    double girls = measure("of_which_against_girls").get(0).value();
    assertThat(all).isEqualTo(18_711);
    assertThat(girls).isEqualTo(12_906);
    assertThat(Math.round(100 * girls / all))
        .isEqualTo((long) measure("share_against_girls").get(0).value())
        .isEqualTo(69);
    List<TextTable.Row> objectives = TextTable.shipped("programs/objectives.csv").rows();
    assertThat(objectives.stream().map(row -> row.integer("objective")).distinct())
        .containsExactly(1, 2, 3, 4);
    assertThat(objectives)
        .filteredOn(row -> row.integer("objective") == 2)
        .extracting(row -> row.text("intervention_es"))
        .containsExactly(
            "Familias con Punche", "Acercándonos", "Asistencia económica por orfandad");
  }

  @Test
  void everyInterventionOfTheBulletinHasItsAim() {
    assertThat(TextTable.shipped("programs/interventions.csv").rows())
        .extracting(row -> row.text("intervention"))
        .containsAll(
            ROWS.stream()
                .filter(row -> row.region().equals("19"))
                .map(ProgramRow::intervention)
                .distinct()
                .toList());
  }
}
