package org.quipu.file;

/** The type of the values of a variable. */
public enum VariableType {
  /** A double. */
  NUMBER,
  TEXT,
  /** A day. */
  DATE,
  /** A date with a time of day, without a time zone. */
  DATE_TIME,
  /** A time of day, or a duration. */
  TIME
}
