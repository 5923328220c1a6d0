package org.quipu.association;

import org.quipu.Coded;

/** Which regions of a strategy an event study takes. */
public enum EventStudyRun implements Coded {
  /** All of them. */
  ALL,
  /** Without those in which the strategy works in a part only. */
  WHOLE_REGIONS
}
