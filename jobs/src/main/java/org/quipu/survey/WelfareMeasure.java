package org.quipu.survey;

import org.quipu.Coded;

/**
 * Measures of inequality and poverty of an amount, such as income or spending. Who has less than
 * the line is poor, not who has as much. Where amounts may be negative, a coefficient or a gap may
 * be above 1.
 */
public enum WelfareMeasure implements Coded {
  /** Gini's coefficient: 0 where all have the same, 1 where one has everything. */
  GINI,
  /** The poverty line, in the amount's units, where it is a share of the median. */
  POVERTY_LINE,
  /** The share of the population below the line (Foster, Greer and Thorbecke 1984, α = 0). */
  POVERTY_HEADCOUNT,
  /** How far below the line the population is in the mean, in lines; 0 of those above (α = 1). */
  POVERTY_GAP,
  /** The mean square of that distance (α = 2). */
  POVERTY_SEVERITY
}
