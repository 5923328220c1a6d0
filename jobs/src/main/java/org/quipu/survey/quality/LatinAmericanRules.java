package org.quipu.survey.quality;

/**
 * The rules of INE Chile and of ECLAC, as the R package calidad applies them. A rule fails only on
 * what is known: few cases hide a cell whether or not its precision could be had.
 */
final class LatinAmericanRules {
  private static final double MINIMUM_DF = 9;
  private static final double MAXIMUM_LOG_CV = 0.175;

  private LatinAmericanRules() {}

  static Assessment chile(ReviewedEstimate figure) {
    if (figure.n() < 60) {
      return Assessment.shown(Grade.NOT_RELIABLE, "fewer than 60 cases");
    } else if (figure.df() < MINIMUM_DF) {
      return Assessment.shown(Grade.NOT_RELIABLE, "fewer than 9 degrees of freedom");
    } else if (anyUnknown(figure.n(), figure.df(), figure.standardError())) {
      return Assessment.notAssessed("cases, degrees of freedom or standard error");
    }

    return figure.isProportion() ? chileProportion(figure) : chileLevel(figure);
  }

  private static Assessment chileProportion(ReviewedEstimate figure) {
    double p = figure.estimate();
    double largest = Math.pow(p <= 0.5 ? p : 1 - p, 2.0 / 3) / 9;
    return figure.standardError() <= largest
        ? Assessment.shown(Grade.RELIABLE, "standard error within the curve of the proportion")
        : Assessment.shown(
            Grade.WEAKLY_RELIABLE, "standard error above the curve of the proportion");
  }

  private static Assessment chileLevel(ReviewedEstimate figure) {
    if (figure.cv() > 0.30) {
      return Assessment.shown(Grade.NOT_RELIABLE, "CV over 30 %");
    }

    return figure.cv() <= 0.15
        ? Assessment.shown(Grade.RELIABLE, "CV of 15 % or less")
        : Assessment.shown(Grade.WEAKLY_RELIABLE, "CV over 15 to 30 %");
  }

  static Assessment cepal2020(ReviewedEstimate figure) {
    if (figure.n() < 100) {
      return Assessment.fewCases(Grade.SUPPRESS, "fewer than 100 cases");
    } else if (figure.ess() < 140) {
      return Assessment.fewCases(Grade.SUPPRESS, "effective sample under 140");
    } else if (figure.count() < 50) {
      return Assessment.fewCases(Grade.SUPPRESS, "fewer than 50 cases with the outcome");
    } else if (figure.isProportion() && figure.logCv() > MAXIMUM_LOG_CV) {
      return Assessment.imprecise(Grade.SUPPRESS, "log-CV over 0.175");
    } else if (figure.df() < MINIMUM_DF) {
      return Assessment.shown(Grade.REVIEW, "fewer than 9 degrees of freedom");
    } else if (figure.isProportion() && figure.cv() >= 0.20) {
      return Assessment.shown(Grade.REVIEW, "CV of 20 % or more");
    } else if (anyUnknown(figure.n(), figure.ess(), figure.count(), figure.df(), figure.cv())) {
      return Assessment.notAssessed(
          "cases, cases with the outcome, design effect, degrees of freedom or CV");
    }

    return Assessment.shown(Grade.PUBLISH, "every rule is met");
  }

  static Assessment cepal2023(ReviewedEstimate figure) {
    if (figure.deff() < 1) {
      return Assessment.shown(Grade.NOT_RELIABLE, "design effect under 1");
    } else if (figure.ess() < 60) {
      return Assessment.shown(Grade.NOT_RELIABLE, "effective sample under 60");
    } else if (figure.df() < MINIMUM_DF) {
      return Assessment.shown(Grade.NOT_RELIABLE, "fewer than 9 degrees of freedom");
    } else if (figure.count() < 30) {
      return Assessment.shown(Grade.NOT_RELIABLE, "fewer than 30 cases with the outcome");
    } else if (anyUnknown(figure.ess(), figure.count(), figure.df(), figure.cv())) {
      return Assessment.notAssessed(
          "cases with the outcome, design effect, degrees of freedom or CV");
    }

    return figure.isProportion() ? cepal2023Proportion(figure) : cepal2023Level(figure);
  }

  private static Assessment cepal2023Proportion(ReviewedEstimate figure) {
    if (figure.logCv() <= MAXIMUM_LOG_CV) {
      return byCount(figure);
    }

    return figure.estimate() >= 0.5
        ? Assessment.shown(
            Grade.WEAKLY_RELIABLE, "log-CV over 0.175, a proportion of one half or more")
        : Assessment.shown(Grade.NOT_RELIABLE, "log-CV over 0.175");
  }

  private static Assessment cepal2023Level(ReviewedEstimate figure) {
    if (figure.cv() > 0.30) {
      return Assessment.shown(Grade.NOT_RELIABLE, "CV over 30 %");
    } else if (figure.cv() <= 0.20) {
      return byCount(figure);
    }

    return Assessment.shown(Grade.WEAKLY_RELIABLE, "CV over 20 to 30 %");
  }

  /** With 30 cases or more: fewer have been refused, whatever the precision. */
  private static Assessment byCount(ReviewedEstimate figure) {
    return figure.count() >= 50
        ? Assessment.shown(Grade.RELIABLE, "every rule is met")
        : Assessment.shown(Grade.WEAKLY_RELIABLE, "30 to 49 cases with the outcome");
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
