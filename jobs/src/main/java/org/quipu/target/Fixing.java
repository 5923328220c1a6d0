package org.quipu.target;

/** Whether a candidate is settled. */
enum Fixing {
  IN,
  OUT,
  OPEN
}
