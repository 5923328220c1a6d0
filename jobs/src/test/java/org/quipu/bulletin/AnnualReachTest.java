package org.quipu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quipu.Provenance;
import org.quipu.program.ServiceFigure;
import org.quipu.store.ProgramRow;
import org.quipu.store.Table;

class AnnualReachTest {
  private static ProgramRow row(
      int year,
      int fromMonth,
      int toMonth,
      String district,
      String intervention,
      String sex,
      double value) {
    return new ProgramRow(
        year,
        fromMonth,
        toMonth,
        district.substring(0, 2),
        "",
        district,
        "CEM",
        intervention,
        ServiceFigure.PEOPLE_INFORMED.code(),
        sex,
        "",
        "people",
        value,
        Provenance.PUBLISHED,
        "file");
  }

  private static final List<ProgramRow> ROWS =
      List.of(
          row(2022, 1, 12, "190101", "", "", 100),
          row(2022, 1, 12, "190113", "", "", 20),
          row(2022, 1, 12, "190113", "", "women", 11),
          row(2022, 1, 12, "190113", "Hombres por la Igualdad", "", 999),
          row(2023, 1, 7, "190101", "", "", 30),
          row(2022, 1, 12, "210101", "", "", 7));

  private static List<ProgramRow> of(String region) {
    return Evidence.NONE.with(Table.PROGRAMS, ROWS).programs(region);
  }

  @Test
  void sumsTheServicesAndNotTheirPartsNorInterventions() {
    assertThat(AnnualReach.byYear(of("19"), ServiceFigure.PEOPLE_INFORMED).get(2022).value())
        .isEqualTo(120);
    assertThat(AnnualReach.byYear(of("00"), ServiceFigure.PEOPLE_INFORMED).get(2022).value())
        .isEqualTo(127);
  }

  @Test
  void knowsAYearThatIsNotWhole() {
    AnnualReach.Year year = AnnualReach.byYear(of("19"), ServiceFigure.PEOPLE_INFORMED).get(2023);

    assertThat(year.whole()).isFalse();
    assertThat(year.fromMonth()).isEqualTo(1);
    assertThat(year.toMonth()).isEqualTo(7);
    assertThat(AnnualReach.byYear(of("19"), ServiceFigure.PEOPLE_INFORMED).get(2022).whole())
        .isTrue();
  }

  @Test
  void aYearWithoutRecordIsNotZero() {
    assertThat(AnnualReach.byYear(of("19"), ServiceFigure.PEOPLE_INFORMED)).doesNotContainKey(2021);
    assertThat(AnnualReach.byYear(of("01"), ServiceFigure.PEOPLE_INFORMED)).isEmpty();
  }

  @Test
  void countsDistrictsOnce() {
    assertThat(AnnualReach.districts(of("19"))).containsEntry(2022, 2).containsEntry(2023, 1);
    assertThat(AnnualReach.districts(of("00"))).containsEntry(2022, 3);
  }
}
