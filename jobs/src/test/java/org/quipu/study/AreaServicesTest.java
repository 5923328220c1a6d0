package org.quipu.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.Provenance;
import org.quipu.UserException;
import org.quipu.program.ServiceCentres;
import org.quipu.store.DistrictRow;
import org.quipu.store.ProgramRow;

class AreaServicesTest {
  private static final double NONE = Double.NaN;

  /** A degree of the equator in km: 2 π 6371.0088 / 360. */
  private static final double DEGREE = 111.1950797;

  /** Capitals near the equator, one degree and three degrees apart. */
  private static final List<DistrictRow> DISTRICTS =
      List.of(
          district("010101", 3000, -70),
          district("010102", 1000, -71),
          district("010201", 500, -74),
          district("010202", NONE, NONE));

  @TempDir private Path folder;

  private static DistrictRow district(String code, double people, double longitude) {
    return new DistrictRow(
        code,
        code.substring(0, 4),
        code.substring(0, 2),
        code,
        "",
        people,
        2025,
        NONE,
        NONE,
        NONE,
        NONE,
        Double.isNaN(longitude) ? NONE : -0.05,
        longitude);
  }

  private static ProgramRow record(
      int year, int fromMonth, String district, String measure, String reference) {
    return new ProgramRow(
        year,
        fromMonth,
        12,
        district.substring(0, 2),
        district.substring(0, 4),
        district,
        "CENTRO EMERGENCIA MUJER",
        "",
        measure,
        "",
        "",
        "people",
        10,
        Provenance.PUBLISHED,
        reference);
  }

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("sites.csv"), List.of(lines));
  }

  @Test
  void recordsCountACentreARow() {
    AreaServices services =
        AreaServices.ofRecords(
            ServiceCentres.of(
                List.of(
                    record(2021, 1, "010102", "cases_attended", "row 1"),
                    record(2022, 1, "010101", "cases_attended", "row 2"),
                    record(2022, 1, "010101", "cases_attended", "row 3"),
                    record(2022, 7, "010101", "cases_attended", "row 4"),
                    record(2022, 1, "010101", "people_informed", "row 5"),
                    record(2022, 1, "010101", "femicides", "row 6"))),
            DISTRICTS);

    assertThat(services.of("010101")).isEqualTo(new AreaServices.Services(2, 1, 0, 2022));
    AreaServices.Services second = services.of("010102");
    assertThat(second.services()).isZero();
    assertThat(second.distanceKm()).isCloseTo(DEGREE, within(1e-3));
    AreaServices.Services province = services.of("0101");
    assertThat(province.services()).isEqualTo(2);
    assertThat(province.districtsWithService()).isEqualTo(1);
    // By people: 3,000 have none to go and 1,000 one degree.
    assertThat(province.distanceKm()).isCloseTo(DEGREE / 4, within(1e-3));
    // No record is of the region 02.
    assertThat(services.of("0201")).isEqualTo(new AreaServices.Services(NONE, NONE, NONE, 2022));
  }

  @Test
  void withoutCasesOtherFiguresCount() {
    ServiceCentres centres =
        ServiceCentres.of(
            List.of(
                record(2022, 1, "010101", "people_informed", "row 1"),
                record(2022, 1, "010102", "preventive_actions", "row 2")));

    assertThat(centres.byDistrict()).containsOnlyKeys("010101", "010102");
  }

  @Test
  void withoutRecordsNothingIsKnown() {
    AreaServices services = AreaServices.ofRecords(ServiceCentres.of(List.of()), DISTRICTS);

    assertThat(services.of("0101")).isEqualTo(AreaServices.Services.UNKNOWN);
  }

  @Test
  void sitesOfAFileCountWhereTheyAre() throws IOException {
    List<ServiceSite> sites =
        ServiceSite.read(
            file(
                "\ufeffNombre;Latitud;LONGITUD;Ubigeo",
                "\"Centro",
                "Norte\";-0,05;-70,25;",
                "Este;-0.05;-70;10102"));
    AreaServices services = AreaServices.ofSites(sites, DISTRICTS);

    assertThat(services.of("010101").year()).isNull();
    assertThat(services.of("010101").services()).isEqualTo(1);
    assertThat(services.of("010102").services()).isEqualTo(1);
    assertThat(services.of("010102").distanceKm()).isCloseTo(0.75 * DEGREE, within(1e-3));
    // The district without a place counts in no mean.
    assertThat(services.of("0102").services()).isZero();
    assertThat(services.of("0102").distanceKm()).isCloseTo(3.75 * DEGREE, within(1e-3));
    assertThat(services.of("010202").distanceKm()).isNaN();
  }

  @Test
  void sitesNeedAPlaceInPeru() throws IOException {
    String heading = "name,latitude,longitude,ubigeo";
    refused(file("name,lat", "a,-12"), "the columns name, lat", "latitude and longitude");
    refused(file(heading), "no row");
    refused(file(heading, "a,-12,-77,", "b,,-77,"), "row 3, column 'latitude'", "no coordinate");
    refused(file(heading, "a,-12,west,"), "row 2, column 'longitude'", "a text");
    refused(file(heading, "a,-77.03,-12.05,"), "row 2", "outside Peru", "Exchange");
    refused(file(heading, "a,12.05,77.03,"), "row 2", "minus sign");
    refused(file(heading, "a,1e308,-77,"), "row 2", "outside Peru", "Correct the row");
    refused(file(heading, "a,NaN,-77,"), "row 2");
    refused(file(heading, "a,-12,-77,Lima"), "row 2, column 'ubigeo'", "six digits");
    List<ServiceSite> one = ServiceSite.read(file(heading, "a,-12,-77,"));
    assertThatThrownBy(() -> AreaServices.ofSites(one, List.of(district("010101", 1, NONE))))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("no coordinates of districts", "ingest --geography");
  }

  private static void refused(Path file, String... messages) {
    assertThatThrownBy(() -> ServiceSite.read(file))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll(messages);
  }
}
