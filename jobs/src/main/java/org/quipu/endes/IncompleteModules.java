package org.quipu.endes;

import org.quipu.Coded;

/** What becomes of a year that lacks the answers of many women whom its modules should tell of. */
public enum IncompleteModules implements Coded {
  /** It is not loaded. */
  REFUSED,
  /** It is loaded, and the quality of its estimates marked. */
  ACCEPTED
}
