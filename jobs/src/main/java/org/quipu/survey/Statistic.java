package org.quipu.survey;

import org.quipu.Coded;

/** What is estimated. */
public enum Statistic implements Coded {
  MEAN,
  TOTAL,
  PROPORTION,
  RATIO
}
