package org.quipu.bulletin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quipu.charts.ChangeFigure;
import org.quipu.store.AssociationRow;
import org.quipu.store.ChangeRow;
import org.quipu.text.Language;

/** Results in words. Changes of a percentage are points; relative changes are percent. */
final class Sentences {
  private static final Pattern TESTS = Pattern.compile("(\\d+) tests?\\b");

  /** The level of the tests, of all of a family together. */
  private static final double CLEAR = 0.05;

  private final Labels labels;
  private final Language language;

  Sentences(Labels labels) {
    this.labels = labels;
    this.language = labels.language();
  }

  /** A change in points with its interval: {@code −9.7 puntos porcentuales (IC 95 %: …)}. */
  String points(ChangeRow row) {
    return labels.text("points", language.signed(row.change()))
        + interval(row.ciLow(), row.ciHigh(), "");
  }

  /** A change relative to the first level, in percent of it. */
  String relative(ChangeRow row) {
    return signedPercent(row.relativeChange())
        + interval(row.relativeCiLow(), row.relativeCiHigh(), "%");
  }

  /** A change in points, the unit left to the heading: {@code −9.7 (−11.8 a −7.6)}. */
  String bareWithInterval(ChangeRow row) {
    boolean interval = !Double.isNaN(row.ciLow()) && !Double.isNaN(row.ciHigh());

    return language.signed(row.change())
        + (interval
            ? " " + whole("(" + language.signedInterval(row.ciLow(), row.ciHigh()) + ")")
            : "");
  }

  /** A relative change without its interval. */
  String bareRelative(ChangeRow row) {
    return signedPercent(row.relativeChange());
  }

  private String signedPercent(double value) {
    String number = language.signed(value);

    return Double.isNaN(value) ? number : number + (language == Language.SPANISH ? "\u00a0%" : "%");
  }

  private String interval(double low, double high, String unit) {
    if (Double.isNaN(low) || Double.isNaN(high)) {
      return "";
    }

    String ends =
        unit.isEmpty()
            ? language.signedInterval(low, high)
            : labels.text("interval.percent", signedPercent(low), signedPercent(high));

    return " " + whole(labels.text("interval", ends));
  }

  /** Words that no end of a line divides. */
  private static String whole(String words) {
    return words.replace(' ', '\u00a0');
  }

  /** What the test says of a change, and among how many tests. */
  String verdict(ChangeRow row, ChangeFigure.Family family) {
    String key = "verdict." + row.verdict();
    if (row.verdict().equals("not_tested")) {
      return labels.text(key);
    }

    String p = labels.p(row.pAdjusted());
    String among = family.tests() > 1 ? labels.text("among", family.tests(), family.method()) : "";

    return labels.text(key, p + among);
  }

  /** Whether violence fell more where coverage was greater, for readers who know no statistics. */
  String answer(AssociationRow row) {
    boolean clear = row.pAdjusted() < CLEAR;
    String found = clear ? (row.estimate() < 0 ? "more" : "less") : "unknown";

    return labels.text("association.answer." + found);
  }

  /** An association between low and high coverage, with its interval and the tests around it. */
  String association(AssociationRow row) {
    double step = step(row);
    int tests = tests(row.family());
    boolean several = tests > 1 && !Double.isNaN(row.pAdjusted());

    return labels.text(
        "association.sentence",
        language.significant(row.coverageLow()),
        language.significant(row.coverageHigh()),
        language.decimal(row.estimate() * step, 2),
        language.decimal(row.ciLow() * step, 2),
        language.decimal(row.ciHigh() * step, 2),
        row.k(),
        labels.p(row.pValue()),
        several ? labels.text("association.among", tests, labels.p(row.pAdjusted())) : "");
  }

  /** How many tests a family of associations says that it has; 0 where it does not say. */
  static int tests(String family) {
    Matcher tests = TESTS.matcher(family);

    return tests.find() ? Integer.parseInt(tests.group(1)) : 0;
  }

  /** The smallest association that these data could have found; empty where not known. */
  String power(AssociationRow row) {
    return Double.isNaN(row.smallestDetectable())
        ? ""
        : labels.text(
            "association.power",
            language.decimal(Math.abs(row.smallestDetectable()) * step(row), 2));
  }

  /** The same difference among regions of equal first level, by the same step of coverage. */
  String adjusted(AssociationRow row, AssociationRow adjusted) {
    double step = step(row);

    return labels.text(
        "association.adjusted",
        language.decimal(adjusted.estimate() * step, 2),
        language.decimal(adjusted.ciLow() * step, 2),
        language.decimal(adjusted.ciHigh() * step, 2),
        labels.p(adjusted.pValue()));
  }

  private static double step(AssociationRow row) {
    return row.coverageHigh() - row.coverageLow();
  }
}
