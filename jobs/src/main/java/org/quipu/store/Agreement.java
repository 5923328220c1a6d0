package org.quipu.store;

import org.quipu.Coded;

/** How a computed figure agrees with the published one. */
public enum Agreement implements Coded {
  /** To the digits printed; of standard errors: within 0.005 points. */
  EQUAL,
  /** Within two standard errors. */
  WITHIN_2SE,
  DIFFERS,
  NOT_COMPUTED
}
