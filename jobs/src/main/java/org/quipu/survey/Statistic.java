package org.quipu.survey;

import java.util.Locale;

/** What is estimated. */
public enum Statistic {
  MEAN,
  TOTAL,
  PROPORTION,
  RATIO;

  /** The name in tables and options: {@code mean}, {@code total}, … */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
