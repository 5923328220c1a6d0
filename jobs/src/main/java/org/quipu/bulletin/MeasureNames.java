package org.quipu.bulletin;

import org.quipu.text.Language;

/** What measures of coverage are called in public. */
public final class MeasureNames {
  private static final Labels SPANISH = new Labels(Language.SPANISH);

  private MeasureNames() {}

  /** The measure in Spanish; its name with blanks where it has no words of its own. */
  public static String spanish(String measure) {
    return SPANISH.measure(measure);
  }
}
