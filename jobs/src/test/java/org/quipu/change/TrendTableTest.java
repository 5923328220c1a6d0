package org.quipu.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quipu.Provenance;
import org.quipu.math.Adjustment;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.TrendRow;
import org.quipu.survey.quality.Quality;

class TrendTableTest {
  private static final int[] YEARS = {2018, 2019, 2020, 2022, 2024};
  private static final double[] LEVELS = {61.2, 58.9, 59.4, 54.1, 55.0};
  private static final double[] ERRORS = {.8, .9, 1.1, .7, .75};

  // Slope and error as in TrendTest: covariances .30, .22 and .35 between the first three years.
  @Test
  void covariancesBetweenTheYearsCount() {
    TrendRow row =
        TrendTable.rows(List.of(rows("01")), TrendTableTest::covariance, Adjustment.HOLM).get(0);

    assertThat(row.slope()).isCloseTo(-1.100849216441619, withPercentage(1e-9));
    assertThat(row.standardError()).isCloseTo(0.177361569409084, withPercentage(1e-9));
    assertThat(row.years()).isEqualTo("2018;2019;2020;2022;2024");
    assertThat(row.pAdjusted()).isEqualTo(row.pValue());
    assertThat(row.family()).isEqualTo("any by region: 1 test, holm, trends");
    assertThat(row.source()).isEqualTo(Provenance.RECOMPUTED);
  }

  @Test
  void theSlopesOfATableAreAFamily() {
    List<TrendRow> rows =
        TrendTable.rows(
            List.of(rows("01"), rows("02")), TrendTableTest::covariance, Adjustment.HOLM);

    assertThat(rows).extracting(TrendRow::domain).containsExactly("01", "02");
    assertThat(rows.get(0).pAdjusted()).isCloseTo(2 * rows.get(0).pValue(), withPercentage(1e-9));
  }

  @Test
  void yearsWithoutStandardErrorAreLeftOut() {
    List<PrevalenceRow> two = List.of(row("01", 0), row("01", 1), without(row("01", 2)));
    List<PrevalenceRow> three =
        List.of(row("01", 0), row("01", 1), without(row("01", 2)), row("01", 3));

    assertThat(TrendTable.rows(List.of(two), (a, b) -> 0, Adjustment.HOLM)).isEmpty();
    assertThat(TrendTable.rows(List.of(three), (a, b) -> 0, Adjustment.HOLM))
        .extracting(TrendRow::years)
        .containsExactly("2018;2019;2022");
  }

  private static double covariance(PrevalenceRow one, PrevalenceRow other) {
    return switch (one.year() + "-" + other.year()) {
      case "2018-2019" -> .30;
      case "2018-2020" -> .22;
      case "2019-2020" -> .35;
      default -> 0;
    };
  }

  private static List<PrevalenceRow> rows(String domain) {
    return List.of(row(domain, 0), row(domain, 1), row(domain, 2), row(domain, 3), row(domain, 4));
  }

  private static PrevalenceRow row(String domain, int i) {
    return row(
        domain,
        YEARS[i],
        LEVELS[i],
        ERRORS[i],
        i == 1 ? Provenance.RECOMPUTED : Provenance.MICRODATA);
  }

  private static PrevalenceRow without(PrevalenceRow row) {
    return row(row.domain(), row.year(), row.percent(), Double.NaN, row.source());
  }

  private static PrevalenceRow row(
      String domain, int year, double percent, double se, Provenance source) {
    return new PrevalenceRow(
        year,
        "any",
        "region",
        domain,
        "",
        percent,
        se,
        0,
        0,
        0,
        1.7,
        110,
        700L,
        700,
        100,
        8,
        Quality.parse("good"),
        source,
        "");
  }
}
