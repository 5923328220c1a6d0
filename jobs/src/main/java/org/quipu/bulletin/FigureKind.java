package org.quipu.bulletin;

import org.quipu.Coded;

/** What figures show; the first part of their files' names. */
public enum FigureKind implements Coded {
  PREVALENCE,
  CHANGE,
  MAP,
  MAP_INTERVAL,
  MAP_CHANGE,
  ASSOCIATION,
  STRATEGY,
  HIGHEST,
  MAP_TARGETS,
  SERIES,
  REACH,
  YEARS,
  PANELS,
  SLOPES,
  STANDING,
  HEAT,
  ANSWERS,
  RIDGES,
  EXCEEDANCE,
  RANKS,
  MODEL,
  REGRESSION
}
