package org.quipu.survey.quality;

/**
 * The rules of INE Chile and of ECLAC, as the R package calidad applies them. A rule fails only on
 * what is known: few cases hide a cell whether or not its precision could be had.
 */
final class LatinAmericanRules {
  private static final double MINIMUM_DF = 9;
  private static final double MAXIMUM_LOG_CV = 0.175;

  private LatinAmericanRules() {}

  static Verdict chile(ReviewedEstimate figure) {
    if (figure.n() < 60) {
      return Verdict.shown("not_reliable", "fewer than 60 cases");
    } else if (figure.df() < MINIMUM_DF) {
      return Verdict.shown("not_reliable", "fewer than 9 degrees of freedom");
    } else if (anyUnknown(figure.n(), figure.df(), figure.standardError())) {
      return Verdict.notAssessed("cases, degrees of freedom or standard error");
    }

    return figure.isProportion() ? chileProportion(figure) : chileLevel(figure);
  }

  private static Verdict chileProportion(ReviewedEstimate figure) {
    double p = figure.estimate();
    double largest = Math.pow(p <= 0.5 ? p : 1 - p, 2.0 / 3) / 9;
    return figure.standardError() <= largest
        ? Verdict.shown("reliable", "standard error within the curve of the proportion")
        : Verdict.shown("weakly_reliable", "standard error above the curve of the proportion");
  }

  private static Verdict chileLevel(ReviewedEstimate figure) {
    if (figure.cv() > 0.30) {
      return Verdict.shown("not_reliable", "CV over 30 %");
    }

    return figure.cv() <= 0.15
        ? Verdict.shown("reliable", "CV of 15 % or less")
        : Verdict.shown("weakly_reliable", "CV over 15 to 30 %");
  }

  static Verdict cepal2020(ReviewedEstimate figure) {
    if (figure.n() < 100) {
      return Verdict.fewCases("suppress", "fewer than 100 cases");
    } else if (figure.ess() < 140) {
      return Verdict.fewCases("suppress", "effective sample under 140");
    } else if (figure.count() < 50) {
      return Verdict.fewCases("suppress", "fewer than 50 cases with the outcome");
    } else if (figure.isProportion() && figure.logCv() > MAXIMUM_LOG_CV) {
      return Verdict.imprecise("suppress", "log-CV over 0.175");
    } else if (figure.df() < MINIMUM_DF) {
      return Verdict.shown("review", "fewer than 9 degrees of freedom");
    } else if (figure.isProportion() && figure.cv() >= 0.20) {
      return Verdict.shown("review", "CV of 20 % or more");
    } else if (anyUnknown(figure.n(), figure.ess(), figure.count(), figure.df(), figure.cv())) {
      return Verdict.notAssessed(
          "cases, cases with the outcome, design effect, degrees of freedom or CV");
    }

    return Verdict.shown("publish", "every rule is met");
  }

  static Verdict cepal2023(ReviewedEstimate figure) {
    if (figure.deff() < 1) {
      return Verdict.shown("not_reliable", "design effect under 1");
    } else if (figure.ess() < 60) {
      return Verdict.shown("not_reliable", "effective sample under 60");
    } else if (figure.df() < MINIMUM_DF) {
      return Verdict.shown("not_reliable", "fewer than 9 degrees of freedom");
    } else if (figure.count() < 30) {
      return Verdict.shown("not_reliable", "fewer than 30 cases with the outcome");
    } else if (anyUnknown(figure.ess(), figure.count(), figure.df(), figure.cv())) {
      return Verdict.notAssessed("cases with the outcome, design effect, degrees of freedom or CV");
    }

    return figure.isProportion() ? cepal2023Proportion(figure) : cepal2023Level(figure);
  }

  private static Verdict cepal2023Proportion(ReviewedEstimate figure) {
    if (figure.logCv() <= MAXIMUM_LOG_CV) {
      return byCount(figure);
    }

    return figure.estimate() >= 0.5
        ? Verdict.shown("weakly_reliable", "log-CV over 0.175, a proportion of one half or more")
        : Verdict.shown("not_reliable", "log-CV over 0.175");
  }

  private static Verdict cepal2023Level(ReviewedEstimate figure) {
    if (figure.cv() > 0.30) {
      return Verdict.shown("not_reliable", "CV over 30 %");
    } else if (figure.cv() <= 0.20) {
      return byCount(figure);
    }

    return Verdict.shown("weakly_reliable", "CV over 20 to 30 %");
  }

  /** With 30 cases or more: fewer have been refused, whatever the precision. */
  private static Verdict byCount(ReviewedEstimate figure) {
    return figure.count() >= 50
        ? Verdict.shown("reliable", "every rule is met")
        : Verdict.shown("weakly_reliable", "30 to 49 cases with the outcome");
  }

  private static boolean anyUnknown(double... values) {
    for (double value : values) {
      if (Double.isNaN(value)) {
        return true;
      }
    }

    return false;
  }
}
