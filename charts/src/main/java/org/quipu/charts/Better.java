package org.quipu.charts;

/** Which way an indicator should move. */
public enum Better {
  /** Down, as violence. */
  LOWER,
  /** Up, as help that was sought. */
  HIGHER
}
