package org.quipu.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quipu.Provenance;
import org.quipu.store.DistrictRow;
import org.quipu.store.DistrictServiceRow;
import org.quipu.store.ProgramRow;

class DistrictServicesTest {
  private static final String INFORMED = "people_informed";
  private static final String CASES = "cases_attended";

  private final List<ProgramRow> records = new ArrayList<>();

  private static DistrictRow district(String code, double people) {
    return new DistrictRow(
        code,
        code.substring(0, 4),
        code.substring(0, 2),
        "District " + code,
        "Province",
        people,
        2025,
        1,
        1,
        1,
        1,
        -10,
        -75);
  }

  private void record(
      int year, int toMonth, String district, String measure, double value, String centre) {
    record(year, toMonth, district, measure, "", value, centre);
  }

  private void record(
      int year,
      int toMonth,
      String district,
      String measure,
      String sex,
      double value,
      String centre) {
    records.add(
        new ProgramRow(
            year,
            1,
            toMonth,
            district.substring(0, 2),
            district.length() < 4 ? "" : district.substring(0, 4),
            district.length() < 6 ? "" : district,
            "",
            "",
            measure,
            sex,
            "",
            "people",
            value,
            Provenance.PUBLISHED,
            centre));
  }

  private DistrictServiceRow row(String district, int year) {
    return DistrictServices.of(
            List.of(district("190101", 30000), district("190102", 900), district("200101", 5)),
            records)
        .stream()
        .filter(each -> each.district().equals(district) && each.year() == year)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDistrictHasItsCentresPeopleAndCasesOfEachYear() {
    record(2021, 12, "190101", INFORMED, 700, "one");
    record(2022, 12, "190101", INFORMED, 400, "one");
    record(2022, 12, "190101", INFORMED, 100, "two");
    record(2022, 12, "190101", INFORMED, "women", 80, "two");
    record(2022, 12, "190101", CASES, 30, "one");
    record(2022, 12, "190101", CASES, 12, "two");

    DistrictServiceRow last = row("190101", 2022);
    assertThat(last.centres()).isEqualTo(2);
    assertThat(last.peopleInformed()).isEqualTo(500);
    assertThat(last.casesAttended()).isEqualTo(42);
    assertThat(last.firstYear()).isEqualTo(2021);
    assertThat(last.people()).isEqualTo(30000);
    assertThat(row("190101", 2021).peopleInformed()).isEqualTo(700);
  }

  @Test
  void aDistrictThatNoRecordOfItsRegionNamesHasNoServiceAndOneWithoutRecordsIsNotKnown() {
    record(2022, 7, "190101", INFORMED, 400, "one");

    DistrictServiceRow none = row("190102", 2022);
    assertThat(none.centres()).isZero();
    assertThat(none.peopleInformed()).isZero();
    assertThat(none.firstYear()).isNull();
    assertThat(none.toMonth()).isEqualTo(7);
    assertThat(row("200101", 2022).centres()).isNaN();
    assertThat(row("200101", 2022).peopleInformed()).isNaN();
  }

  @Test
  void whereRecordsNameTheRegionAloneNothingIsKnownOfItsDistricts() {
    record(2022, 12, "19", INFORMED, 400, "one");

    assertThat(row("190102", 2022).peopleInformed()).isNaN();
  }

  @Test
  void withoutATableOfDistrictsTheOnesOfTodayAreListed() {
    record(2022, 12, "190101", INFORMED, 400, "one");

    List<DistrictServiceRow> all = DistrictServices.of(List.of(), records);
    assertThat(all).hasSize(1891);
    assertThat(all).allMatch(each -> Double.isNaN(each.people()) && !each.label().isEmpty());
  }
}
