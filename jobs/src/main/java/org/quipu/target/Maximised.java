package org.quipu.target;

import org.quipu.Coded;

/** What a choice among the areas of a store maximises. */
public enum Maximised implements Coded {
  /** Women affected. */
  AFFECTED,
  /** Women affected whom prevention has not reached, as far as its coverage tells. */
  UNREACHED
}
