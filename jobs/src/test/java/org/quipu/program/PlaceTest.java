package org.quipu.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.Ubigeo;
import org.quipu.UserException;

class PlaceTest {
  /** Place columns that stand in the ministry's records of 2012 to 2023, and where they lead. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // agree
        "030101, APURÍMAC, ABANCAY, ABANCAY, 03, 030101, -",
        // the zero in front is lost
        "30101, APURIMAC, ABANCAY, ABANCAY, 03, 030101, -",
        "30101.0, APURIMAC, ABANCAY, ABANCAY, 03, 030101, -",
        // DEPARTMENT is wrong, code and PROVINCE agree
        "130106, LIMA METROPOLITANA, TRUJILLO, LAREDO, 13, 130106, DEPARTMENT_DIFFERS",
        "70101, LIMA METROPOLITANA, CALLAO, CALLAO, 07, 070101, DEPARTMENT_DIFFERS",
        // more than a zero is lost: DEPARTMENT and the names decide
        "20011, PIURA, PIURA, TAMBO GRANDE, 20, 200114, UBIGEO_UNKNOWN",
        "24010, TUMBES, TUMBES, PAMPAS DE HOSPITAL, 24, 240104, UBIGEO_UNKNOWN",
        // PROVINCE is wrong, code and DISTRICT agree
        "40122, AREQUIPA, CAYLLOMA, SOCABAYA, 04, 040122, PROVINCE_DIFFERS",
        // spellings
        "50301, AYACUCHO, HUANCASANCOS, SANCOS, 05, 050301, PROVINCE_SPELLING",
        "190201, PASCO, DANIEL ALCIDES CARRI, YANAHUANCA, 19, 190201, PROVINCE_SPELLING",
        "150119, LIMA, LIMA, LIMA, 15, 150119, DISTRICT_DIFFERS",
        "70103, CALLAO, CALLAO, CARMEN DE LA LEGUA, 07, 070103, DISTRICT_SPELLING",
        // no code
        "'', LIMA PROVINCIAS, HUARAL, CHANCAY, 15, 150605, -",
        "'', PIURA, PIURA, NINGUNA PARTE, 20, '', DISTRICT_UNKNOWN",
        "'', ANCASH, '', '', 02, '', -",
      })
  void followsTheCodeWhereItsProvinceAgreesElseTheDepartment(
      String ubigeo,
      String department,
      String province,
      String district,
      String region,
      String foundDistrict,
      Place.Conflict conflict) {
    Place place =
        Place.of(
            new Place.Written(ubigeo, department, province, district), Ubigeo.shipped(), "row 1");

    assertThat(place.region()).isEqualTo(region);
    assertThat(place.district()).isEqualTo(foundDistrict);
    if (conflict == null) {
      assertThat(place.conflicts()).isEmpty();
    } else {
      assertThat(place.conflicts()).containsExactly(conflict);
    }
  }

  @Test
  void tellsTheMetropolisFromTheOtherProvincesOfLima() {
    Place place =
        Place.of(
            new Place.Written("150605", "LIMA METROPOLITANA", "HUARAL", "CHANCAY"),
            Ubigeo.shipped(),
            "row 1");

    assertThat(place.province()).isEqualTo("1506");
    assertThat(place.conflicts()).containsExactly(Place.Conflict.LIMA_PART_DIFFERS);
  }

  @Test
  void stopsWhereNothingTellsTheRegion() {
    assertThatThrownBy(
            () ->
                Place.of(new Place.Written("99", "PASTO", "", ""), Ubigeo.shipped(), "a.csv row 7"))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("a.csv row 7", "PASTO", "99");
  }
}
