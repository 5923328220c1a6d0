package org.quipu.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.Provenance;
import org.quipu.UserException;
import org.quipu.store.PublishedRow;

class PublishedFiguresTest {
  @TempDir Path dir;

  @Test
  void aRowIsReadWithTheDigitsItPrints() throws IOException {
    PublishedRow row =
        read(
                "year,region_code,region,form,window,percent,standard_error,n,kind,source",
                "2022,19,Pasco,any,ever,53.80,0.75,753,recomputed,\"a, b\"")
            .rows()
            .get(0);

    assertThat(row)
        .isEqualTo(
            new PublishedRow(
                2022,
                "19",
                "partner_violence_any_ever",
                53.8,
                0.75,
                753L,
                Provenance.RECOMPUTED,
                "a, b",
                2));
  }

  @Test
  void headingsInAnyOrderRegionsByNameAndIndicatorsByTheirOwnName() throws IOException {
    PublishedRow row =
        read(
                "percent;indicator;year;region;extra",
                "12,5;partner_violence_physical_12m;2021;Región Áncash;x")
            .rows()
            .get(0);

    assertThat(row.region()).isEqualTo("02");
    assertThat(row.indicator()).isEqualTo("partner_violence_physical_12m");
    assertThat(row.percent()).isEqualTo(12.5);
    assertThat(row.decimals()).isEqualTo(1);
    assertThat(row.standardError()).isNaN();
    assertThat(row.n()).isNull();
    assertThat(row.source()).isEqualTo(Provenance.PUBLISHED);
  }

  @Test
  void ineisFigureStandsBeforeARecomputedOneWhateverItsDigits() throws IOException {
    PublishedFigures figures =
        read(
            "year,region,form,window,percent,n,kind",
            "2022,19,any,ever,49.81,753,recomputed",
            "2022,19,any,ever,49.6,,published");

    assertThat(figures.rows()).hasSize(1);
    assertThat(figures.rows().get(0).percent()).isEqualTo(49.6);
    assertThat(figures.conflicts())
        .containsExactly(
            "2022 19 partner_violence_any_ever: kept 49.6 (published, no reference) and ignored 49.81 (recomputed, no reference)");
  }

  @Test
  void moreDigitsStandBeforeFewerAndRoundingIsNoConflict() throws IOException {
    PublishedFigures figures =
        read(
            "year,region,form,window,percent",
            "2022,00,any,ever,55.7",
            "2022,00,any,ever,55.66",
            "2022,00,any,ever,55.7");

    assertThat(figures.rows()).extracting(PublishedRow::percent).containsExactly(55.66);
    assertThat(figures.conflicts()).isEmpty();
  }

  @Test
  void aUsersFileJoinsTheFiguresThatShip() throws IOException {
    PublishedFigures shipped = PublishedFigures.shipped();
    PublishedFigures both =
        shipped.and(
            read(
                "year,region,form,window,percent,n",
                "2022,00,any,ever,55.6568,21321",
                "2022,01,any,ever,51.3,700"));

    assertThat(both.rows()).hasSize(shipped.rows().size() + 1);
    assertThat(both.rows())
        .filteredOn(row -> row.year() == 2022 && row.region().equals("00"))
        .filteredOn(row -> row.indicator().equals("partner_violence_any_ever"))
        .extracting(PublishedRow::percent)
        .containsExactly(55.6568);
    assertThat(both.conflicts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "20x2, 19, any, ever, 50, year",
    "1900, 19, any, ever, 50, year",
    "2022, Pasko, any, ever, 50, Pasko",
    "2022, 19, any form, ever, 50, form",
    "2022, 19, any, , 50, window",
    "2022, 19, any, ever, 150, percent",
    "2022, 19, any, ever, , percent",
  })
  void aWrongValueIsNamedWithItsRow(
      String year, String region, String form, String window, String percent, String named) {
    assertThatThrownBy(
            () ->
                read(
                    "year,region,form,window,percent",
                    "2021,19,any,ever,50",
                    String.join(
                        ",",
                        year,
                        region,
                        form,
                        window == null ? "" : window,
                        percent == null ? "" : percent)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("published.csv, row 2")
        .hasMessageContaining(named);
  }

  @Test
  void missingColumnsAreNamed() {
    assertThatThrownBy(() -> read("year,region,percent", "2021,19,50"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("form and window (or indicator)");
  }

  // INEI, ENDES, cuadro 12.1.1 of 2022 and the press release on ENDES 2017.
  @ParameterizedTest
  @CsvSource({
    "2017, 00, partner_violence_any_ever, 65.4, NaN",
    "2022, 00, partner_violence_any_ever, 55.66, 0.750",
    "2017, 19, partner_violence_any_ever, 74.3, NaN",
    "2022, 19, partner_violence_any_ever, 49.6, NaN",
    "2009, 00, partner_violence_sexual_ever, 8.8, NaN",
    "2025, 00, partner_violence_physical_or_sexual_12m, 6.82, NaN",
  })
  void shipsTheNationalSeriesAndTheSourceBulletinsFigures(
      int year, String region, String indicator, double percent, double standardError) {
    PublishedFigures shipped = PublishedFigures.shipped();

    assertThat(shipped.rows())
        .filteredOn(
            row ->
                row.year() == year
                    && row.region().equals(region)
                    && row.indicator().equals(indicator))
        .singleElement()
        .satisfies(row -> assertThat(row.percent()).isEqualTo(percent))
        .satisfies(row -> assertThat(row.standardError()).isEqualTo((Double) standardError));
    assertThat(shipped.conflicts()).isEmpty();
  }

  private PublishedFigures read(String... lines) throws IOException {
    Path file = dir.resolve("published.csv");
    Files.write(file, List.of(lines));
    return PublishedFigures.read(file);
  }
}
