package org.quipu.survey.quality;

/** The rules of INEI and of the DHS programme. */
final class InternationalRules {
  private static final double MINIMUM_CASES = 25;
  private static final double FEW_CASES = 50;

  private InternationalRules() {}

  static Assessment inei(ReviewedEstimate figure) {
    if (figure.n() < MINIMUM_CASES) {
      return Assessment.fewCases(Grade.SUPPRESSED, "fewer than 25 cases");
    }

    if (figure.onBoundary()) {
      return Assessment.shown(Grade.REFERENTIAL, "at 0 % or 100 % the CV tells nothing");
    }

    double cv = figure.cv();
    if (Double.isNaN(cv)) {
      return Assessment.notAssessed("standard error");
    } else if (cv < 0.05) {
      return Assessment.shown(Grade.VERY_GOOD, "CV under 5 %");
    } else if (cv < 0.10) {
      return Assessment.shown(Grade.GOOD, "CV from 5 to under 10 %");
    } else if (cv < 0.15) {
      return Assessment.shown(Grade.ACCEPTABLE, "CV from 10 to under 15 %");
    }

    return Assessment.shown(Grade.REFERENTIAL, "CV of 15 % or more");
  }

  static Assessment dhs(ReviewedEstimate figure) {
    if (Double.isNaN(figure.n())) {
      return Assessment.notAssessed("cases");
    } else if (figure.n() < MINIMUM_CASES) {
      return Assessment.fewCases(Grade.SUPPRESSED, "fewer than 25 cases");
    } else if (figure.n() < FEW_CASES) {
      return Assessment.shown(Grade.PARENTHESES, "25 to 49 cases");
    }

    return Assessment.shown(Grade.SHOWN, "50 cases or more");
  }
}
