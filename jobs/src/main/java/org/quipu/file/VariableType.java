package org.quipu.file;

/** What the values of a variable are. */
public enum VariableType {
  /** A double. */
  NUMBER,
  TEXT,
  /** A day. */
  DATE,
  /** A day and a time of it, in no time zone. */
  DATE_TIME,
  /** A time of the day, or a length of time. */
  TIME
}
