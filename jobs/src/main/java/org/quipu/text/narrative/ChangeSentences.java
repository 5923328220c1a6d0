package org.quipu.text.narrative;

import org.quipu.store.ChangeRow;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/** Changes in words. Changes of a percentage are points; relative changes are percent. */
public final class ChangeSentences {
  private final Names names;
  private final Language language;
  private final Messages texts;

  public ChangeSentences(Names names) {
    this.names = names;
    this.language = names.language();
    this.texts = names.texts();
  }

  /** A change in points with its interval: {@code −9.7 puntos porcentuales (IC 95 %: …)}. */
  public String points(ChangeRow row) {
    return texts.of("change.points", language.signed(row.change()))
        + between(language.signed(row.ciLow()), language.signed(row.ciHigh()), row.ciLow());
  }

  /** A change relative to the first level, in percent of it. */
  public String relative(ChangeRow row) {
    double low = row.relativeCiLow();
    return signedPercent(row.relativeChange())
        + between(signedPercent(low), signedPercent(row.relativeCiHigh()), low);
  }

  /** A change in points, the unit left to the heading: {@code −9.7 (−11.8 a −7.6)}. */
  public String bareWithInterval(ChangeRow row) {
    boolean interval = !Double.isNaN(row.ciLow()) && !Double.isNaN(row.ciHigh());
    return language.signed(row.change())
        + (interval
            ? " " + unbroken("(" + language.signedInterval(row.ciLow(), row.ciHigh()) + ")")
            : "");
  }

  /** A relative change without its interval. */
  public String bareRelative(ChangeRow row) {
    return signedPercent(row.relativeChange());
  }

  private String signedPercent(double value) {
    String number = language.signed(value);
    return Double.isNaN(value)
        ? number
        : number + (language.is(Language.SPANISH) ? "\u00a0%" : "%");
  }

  private String between(String low, String high, double known) {
    return Double.isNaN(known) ? "" : " " + unbroken(texts.of("change.between", low, high));
  }

  /** Words that no end of a line divides. */
  private static String unbroken(String words) {
    return words.replace(' ', '\u00a0');
  }

  /** What the test of a change says. */
  public String verdict(ChangeRow row) {
    if (row.isHint()) {
      return texts.of(
          "change.hint." + row.uncorrectedVerdict().code(),
          names.p(row.pValue()),
          row.tests(),
          names.p(row.pAdjusted()),
          language.signedInterval(row.simultaneousLow(), row.simultaneousHigh()));
    }

    String among =
        row.tests() > 1
            ? texts.of("change.among", row.tests(), names.correction(row.correction()))
            : "";
    return texts.of("change.verdict." + row.verdict().code(), names.p(row.pAdjusted()) + among);
  }
}
