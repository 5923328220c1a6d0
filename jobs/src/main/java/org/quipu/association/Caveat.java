package org.quipu.association;

import org.quipu.Coded;

/** What a reader must know of the data behind a result. */
public enum Caveat implements Coded {
  /** Some of the data are synthetic and say nothing of the country. */
  SYNTHETIC,
  /** Standard errors are approximated from the number of interviews. */
  SE_APPROXIMATED
}
