package org.quipu.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quipu.Provenance;
import org.quipu.store.ProgramRow;

class InformedWomenTest {
  private static ProgramRow row(
      int year, int toMonth, String province, String sex, String ages, double value) {
    return row(year, toMonth, province, "", sex, ages, value);
  }

  private static ProgramRow row(
      int year,
      int toMonth,
      String province,
      String district,
      String sex,
      String ages,
      double value) {
    return new ProgramRow(
        year,
        1,
        toMonth,
        "19",
        province,
        district,
        "CEM",
        "",
        "people_informed",
        sex,
        ages,
        "people",
        value,
        Provenance.PUBLISHED,
        "records");
  }

  @Test
  void womenOfTheLastWholeYearAreAddedByProvince() {
    InformedWomen informed =
        InformedWomen.of(
            List.of(
                row(2021, 12, "1901", "women", "", 5),
                row(2022, 12, "1901", "women", "", 100),
                row(2022, 12, "1901", "women", "", 20),
                row(2022, 12, "1901", "women", "18_29", 50),
                row(2022, 12, "1901", "men", "", 70),
                row(2023, 7, "1902", "women", "", 30)));

    assertThat(informed.year()).hasValue(2022);
    assertThat(informed.in("1901")).isEqualTo(120);
    assertThat(informed.in("1902")).isZero();
  }

  @Test
  void aDistrictIsKnownWhereTheRecordsOfItsProvinceNameTheirs() {
    InformedWomen informed =
        InformedWomen.of(
            List.of(
                row(2022, 12, "1901", "190101", "women", "", 100),
                row(2022, 12, "1901", "190101", "women", "", 20),
                row(2022, 12, "1902", "women", "", 7)));

    assertThat(informed.in("190101")).isEqualTo(120);
    assertThat(informed.in("1901")).isEqualTo(120);
    assertThat(informed.in("190102")).isZero();
    assertThat(informed.in("1902")).isEqualTo(7);
    assertThat(informed.in("190201")).isNaN();
    assertThat(informed.in("1903")).isZero();
    assertThat(informed.in("2001")).isNaN();
  }

  @Test
  void nobodyIsNotNamedWhereRecordsDoNotSayWhere() {
    InformedWomen informed =
        InformedWomen.of(
            List.of(row(2022, 12, "1901", "women", "", 5), row(2022, 12, "", "women", "", 9)));

    assertThat(informed.in("1901")).isEqualTo(5);
    assertThat(informed.in("1902")).isNaN();
  }

  @Test
  void withoutAWholeYearNothingIsKnown() {
    List<ProgramRow> half = new ArrayList<>(List.of(row(2023, 7, "1902", "women", "", 30)));

    assertThat(InformedWomen.of(half).in("1902")).isNaN();
    assertThat(InformedWomen.of(List.of()).year()).isEmpty();
  }
}
