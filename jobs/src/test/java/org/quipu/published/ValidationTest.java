package org.quipu.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.Provenance;
import org.quipu.store.Agreement;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.PublishedRow;
import org.quipu.store.ValidationRow;
import org.quipu.survey.quality.Quality;

class ValidationTest {
  private static final double NA = Double.NaN;

  @ParameterizedTest
  @CsvSource({
    "55.66, 2, 55.6568, equal",
    "55.66, 2, 55.6651, within_2se",
    "55.66, 2, 55.6549, within_2se",
    "55.6568, 4, 55.6617, equal",
    "55.6568, 4, 55.6619, within_2se",
    "65.4, 1, 65.4499, equal",
    "65.4, 1, 65.46, within_2se",
    "65.4, 1, 66.8, within_2se",
    "65.4, 1, 66.92, differs",
    "65.4, 1, 63.9, within_2se",
    "65.4, 1, 63.8, differs",
    "65, 0, 65.49, equal",
    "65.4, 1, NaN, not_computed",
  })
  void aVerdictRespectsTheDigitsPrinted(
      double published, int decimals, double computed, String verdict) {
    ValidationRow row = compare(published, decimals, NA, computed, 0.755);

    assertThat(row.verdict().code()).isEqualTo(verdict);
    assertThat(row.difference()).isEqualTo((Double) (computed - published));
  }

  @ParameterizedTest
  @CsvSource({
    "0.750, 0.7503, equal",
    "0.750, 0.7549, equal",
    "0.750, 0.756, differs",
    "NaN, 0.75,",
    "0.75, NaN,",
  })
  void standardErrorsAreComparedWherePublished(double published, double computed, String verdict) {
    Agreement found = compare(55.66, 2, published, 55.66, computed).seVerdict();

    assertThat(found == null ? null : found.code()).isEqualTo(verdict);
  }

  @Test
  void thePublishedStandardErrorDecidesBeforeTheComputed() {
    assertThat(compare(50, 1, 2, 53, 1).verdict()).isEqualTo(Agreement.WITHIN_2SE);
    assertThat(compare(50, 1, NA, 53, 1).verdict()).isEqualTo(Agreement.DIFFERS);
  }

  @Test
  void aFigureIsNotComparedWithItself() {
    PrevalenceRow taken = prevalence(55.66, 0.75, Provenance.PUBLISHED);

    assertThat(Validation.of(List.of(published(55.66, 2, NA)), List.of(taken)).rows().get(0))
        .satisfies(row -> assertThat(row.verdict()).isEqualTo(Agreement.NOT_COMPUTED))
        .satisfies(row -> assertThat(row.computed()).isNaN());
  }

  @Test
  void theSummaryCountsTheVerdicts() {
    Validation validation =
        Validation.of(
            List.of(
                published(55.66, 2, 0.75),
                new PublishedRow(2017, "19", "x", 74.3, NA, null, Provenance.PUBLISHED, "", 1)),
            List.of(prevalence(55.6568, 0.7503, Provenance.MICRODATA)));

    assertThat(validation.summary())
        .isEqualTo(
            "2 published figures; 1 equal to the digits printed; 0 within two standard errors; 0 differ; 1 not computed; largest difference 0.0032 points; 1 of 1 standard errors equal within 0.005");
  }

  private static ValidationRow compare(
      double published, int decimals, double publishedSe, double computed, double computedSe) {
    return Validation.of(
            List.of(published(published, decimals, publishedSe)),
            List.of(prevalence(computed, computedSe, Provenance.MICRODATA)))
        .rows()
        .get(0);
  }

  private static PublishedRow published(double percent, int decimals, double se) {
    return new PublishedRow(
        2022, "00", "any", percent, se, null, Provenance.PUBLISHED, "", decimals);
  }

  private static PrevalenceRow prevalence(double percent, double se, Provenance source) {
    return new PrevalenceRow(
        2022,
        "any",
        "national",
        "00",
        "Perú",
        percent,
        se,
        0,
        0,
        0,
        1,
        100,
        700L,
        700,
        100,
        8,
        Quality.NONE,
        source,
        "");
  }
}
