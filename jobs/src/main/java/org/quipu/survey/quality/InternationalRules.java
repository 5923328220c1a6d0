package org.quipu.survey.quality;

/** The rules of INEI and of the DHS programme. */
final class InternationalRules {
  private static final double MINIMUM_CASES = 25;
  private static final double FEW_CASES = 50;

  private InternationalRules() {}

  static Verdict inei(ReviewedEstimate figure) {
    if (figure.n() < MINIMUM_CASES) {
      return Verdict.fewCases("suppressed", "fewer than 25 cases");
    }

    if (figure.onBoundary()) {
      return Verdict.shown("referential", "at 0 % or 100 % the CV tells nothing");
    }

    double cv = figure.cv();
    if (Double.isNaN(cv)) {
      return Verdict.notAssessed("standard error");
    } else if (cv < 0.05) {
      return Verdict.shown("very_good", "CV under 5 %");
    } else if (cv < 0.10) {
      return Verdict.shown("good", "CV from 5 to under 10 %");
    } else if (cv < 0.15) {
      return Verdict.shown("acceptable", "CV from 10 to under 15 %");
    } else if (cv < 0.50) {
      return Verdict.shown("referential", "CV of 15 % or more");
    }

    return Verdict.imprecise("not_shown", "CV of 50 % or more");
  }

  static Verdict dhs(ReviewedEstimate figure) {
    if (Double.isNaN(figure.n())) {
      return Verdict.notAssessed("cases");
    } else if (figure.n() < MINIMUM_CASES) {
      return Verdict.fewCases("suppressed", "fewer than 25 cases");
    } else if (figure.n() < FEW_CASES) {
      return Verdict.shown("parentheses", "25 to 49 cases");
    }

    return Verdict.shown("shown", "50 cases or more");
  }
}
