package org.quipu.survey.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.UserException;

/** Each rule of each scheme just inside and just outside its limit. */
class QualitySchemeTest {
  // INEI, Ficha técnica ENDES 2018 and 2020, 1.4: CV under 5 muy buena, under 10 buena, under 15
  // aceptable, from 15 referencial, and no rule beyond: INEI's tables of 2017 print a CV of 57 %.
  @ParameterizedTest
  @CsvSource({
    "24, 0.5, 0.01, suppressed, FEW_CASES",
    "25, 0.5, 0.0249, very_good, SHOWN",
    "25, 0.5, 0.0250, good, SHOWN",
    "25, 0.5, 0.0499, good, SHOWN",
    "25, 0.5, 0.0500, acceptable, SHOWN",
    "25, 0.5, 0.0749, acceptable, SHOWN",
    "25, 0.5, 0.0750, referential, SHOWN",
    "25, 0.5, 0.2870, referential, SHOWN",
    "25, 0.0, 0, referential, SHOWN",
    "25, 1.0, 0, referential, SHOWN",
    "25, 0.5, NaN, not_assessed, SHOWN",
    "NaN, 0.5, 0.01, very_good, SHOWN",
  })
  void inei(double n, double p, double se, String grade, Assessment.Hiding hiding) {
    Assessment found =
        QualityScheme.INEI.assess(figure(p, se, n, Double.NaN, Double.NaN, Double.NaN));

    assertThat(found.grade().code()).isEqualTo(grade);
    assertThat(found.hiding()).isEqualTo(hiding);
    assertThat(found.reason()).isNotEmpty();
  }

  /** No degrees of freedom, or no variance although the estimate lies between 0 % and 100 %. */
  @ParameterizedTest
  @CsvSource({
    "inei, 0.3, 0.0, 0, not_assessed",
    "inei, 0.3, 0.01, 0, not_assessed",
    "inei, 0.3, 0.0, 20, not_assessed",
    "inei, 0.0, 0.0, 0, not_assessed",
    "inei, 0.0, 0.0, 20, referential",
    "chile, 0.3, 0.0, 20, not_assessed",
    "cepal-2020, 0.3, 0.0, 20, not_assessed",
    "cepal-2023, 0.3, 0.0, 20, not_assessed",
  })
  void aDomainInOneClusterHasNoVerdictOfPrecision(
      String scheme, double p, double se, double df, String grade) {
    assertThat(QualityScheme.named(scheme).assess(figure(p, se, 500, 150, 0, df)).grade().code())
        .isEqualTo(grade);
  }

  // Guide to DHS Statistics: under 25 not shown, 25-49 in parentheses.
  @ParameterizedTest
  @CsvSource({
    "24, suppressed",
    "25, parentheses",
    "49, parentheses",
    "50, shown",
    "NaN, not_assessed"
  })
  void dhs(double n, String grade) {
    assertThat(QualityScheme.DHS.assess(figure(0.5, 0.4, n, 1, 1, 1)).grade().code())
        .isEqualTo(grade);
  }

  // q(0.2) = 0.2^(2/3)/9 = 0.0379995; q(0.9) = 0.1^(2/3)/9 = 0.0239382 (R: p^(2/3)/9)
  @ParameterizedTest
  @CsvSource({
    "0.2, 0.0379994, 60, 9, reliable",
    "0.2, 0.0379996, 60, 9, weakly_reliable",
    "0.9, 0.0239381, 60, 9, reliable",
    "0.9, 0.0239383, 60, 9, weakly_reliable",
    "0.2, 0.01, 59, 9, not_reliable",
    "0.2, 0.01, 60, 8, not_reliable",
    "0.2, NaN, 60, 9, not_assessed",
  })
  void chileProportion(double p, double se, double n, double df, String grade) {
    assertThat(
            QualityScheme.CHILE.assess(figure(p, se, n, Double.NaN, Double.NaN, df)).grade().code())
        .isEqualTo(grade);
  }

  @ParameterizedTest
  @CsvSource({
    "15.00, 60, 9, reliable",
    "15.01, 60, 9, weakly_reliable",
    "30.00, 60, 9, weakly_reliable",
    "30.01, 60, 9, not_reliable",
    "1, 59, 9, not_reliable",
    "1, 60, 8, not_reliable",
  })
  void chileLevel(double se, double n, double df, String grade) {
    assertThat(
            QualityScheme.CHILE.assess(ReviewedEstimate.level(100, se, n, n, 1, df)).grade().code())
        .isEqualTo(grade);
  }

  // log-CV at p = 0.3 is 0.175 where SE = 0.175 · 0.3 · ln(1/0.3) = 0.0632086;
  // CV is 20 % at p = 0.125 where SE = 0.025 (log-CV 0.0962).
  @ParameterizedTest
  @CsvSource({
    "0.3, 0.0632085, 200, 60, 1, 9, review, SHOWN",
    "0.3, 0.0632087, 200, 60, 1, 9, suppress, IMPRECISE",
    "0.125, 0.0249, 600, 60, 1, 9, publish, SHOWN",
    "0.125, 0.0250, 600, 60, 1, 9, review, SHOWN",
    "0.5, 0.02, 99, 50, 0.5, 9, suppress, FEW_CASES",
    "0.5, 0.02, 100, 50, 0.5, 9, publish, SHOWN",
    "0.5, 0.02, 280, 140, 2, 9, publish, SHOWN",
    "0.5, 0.02, 279, 140, 2, 9, suppress, FEW_CASES",
    "0.5, 0.02, 280, 49, 2, 9, suppress, FEW_CASES",
    "0.5, 0.02, 280, 50, 2, 9, publish, SHOWN",
    "0.5, 0.02, 280, 50, 2, 8, review, SHOWN",
    "0.0, 0, 280, 0, NaN, 9, suppress, FEW_CASES",
    "0.5, 0.02, 280, NaN, 1, 9, not_assessed, SHOWN",
  })
  void cepal2020Proportion(
      double p,
      double se,
      double n,
      double count,
      double deff,
      double df,
      String grade,
      Assessment.Hiding hiding) {
    Assessment found = QualityScheme.CEPAL_2020.assess(figure(p, se, n, count, deff, df));

    assertThat(found.grade().code()).isEqualTo(grade);
    assertThat(found.hiding()).isEqualTo(hiding);
  }

  // From one half on the log-CV is CV/(−ln(1−p)): at p = 0.6 it is 0.175 where
  // SE = 0.175 · 0.6 · ln(1/0.4) = 0.0962105.
  @ParameterizedTest
  @CsvSource({
    "0.3, 0.0632085, 200, 50, 1, 9, reliable",
    "0.3, 0.0632085, 200, 49, 1, 9, weakly_reliable",
    "0.3, 0.0632085, 200, 30, 1, 9, weakly_reliable",
    "0.3, 0.0632085, 200, 29, 1, 9, not_reliable",
    "0.3, 0.0632087, 200, 99, 1, 9, not_reliable",
    "0.6, 0.0962104, 200, 50, 1, 9, reliable",
    "0.6, 0.0962106, 200, 50, 1, 9, weakly_reliable",
    "0.6, 0.0962106, 200, 29, 1, 9, not_reliable",
    "0.3, 0.01, 200, 50, 0.99, 9, not_reliable",
    "0.3, 0.01, 119, 50, 2, 9, not_reliable",
    "0.3, 0.01, 120, 50, 2, 9, reliable",
    "0.3, 0.01, 120, 50, 2, 8, not_reliable",
    "0.3, 0.01, 120, NaN, 2, 9, not_assessed",
  })
  void cepal2023Proportion(
      double p, double se, double n, double count, double deff, double df, String grade) {
    assertThat(QualityScheme.CEPAL_2023.assess(figure(p, se, n, count, deff, df)).grade().code())
        .isEqualTo(grade);
  }

  @ParameterizedTest
  @CsvSource({
    "20.00, 50, reliable",
    "20.00, 49, weakly_reliable",
    "20.00, 29, not_reliable",
    "20.01, 50, weakly_reliable",
    "30.00, 30, weakly_reliable",
    "30.00, 29, not_reliable",
    "30.01, 99, not_reliable",
  })
  void cepal2023Level(double se, double count, String grade) {
    assertThat(
            QualityScheme.CEPAL_2023
                .assess(ReviewedEstimate.level(100, se, 200, count, 1, 9))
                .grade()
                .code())
        .isEqualTo(grade);
  }

  @ParameterizedTest
  @CsvSource({"inei", "dhs", "cepal-2020", "cepal-2023", "chile", "INEI"})
  void isFoundByName(String name) {
    assertThat(QualityScheme.named(name)).hasToString(name.toLowerCase(java.util.Locale.ROOT));
  }

  @Test
  void anUnknownSchemeIsRefusedWithTheList() {
    assertThatThrownBy(() -> QualityScheme.named("ine"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'ine'")
        .hasMessageContaining("inei, dhs, cepal-2020, cepal-2023, chile");
  }

  private static ReviewedEstimate figure(
      double p, double se, double n, double count, double deff, double df) {
    return ReviewedEstimate.proportion(p, se, n, count, deff, df);
  }
}
