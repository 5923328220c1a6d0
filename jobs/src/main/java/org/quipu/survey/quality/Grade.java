package org.quipu.survey.quality;

import org.quipu.Coded;

/** The grades of all schemes, on one scale, so that those of two years can be compared. */
public enum Grade implements Coded {
  VERY_GOOD(1),
  GOOD(2),
  RELIABLE(3),
  PUBLISH(3),
  SHOWN(3),
  ACCEPTABLE(4),
  REFERENTIAL(5),
  PARENTHESES(5),
  WEAKLY_RELIABLE(5),
  REVIEW(5),
  NOT_RELIABLE(6),
  /** The scheme needs what is not known. */
  NOT_ASSESSED(7),
  SUPPRESS(8),
  SUPPRESSED(9);

  /** From 1, the best. */
  private final int severity;

  Grade(int severity) {
    this.severity = severity;
  }

  /** Whether the number may not be shown. */
  public boolean isHidden() {
    return severity >= SUPPRESS.severity;
  }

  /** Whether the number is shown with a caution: its precision or its cases are low. */
  public boolean isReferential() {
    return severity == REFERENTIAL.severity || this == NOT_RELIABLE;
  }

  /** This grade, unless the other is worse. */
  Grade worse(Grade other) {
    return severity >= other.severity ? this : other;
  }
}
