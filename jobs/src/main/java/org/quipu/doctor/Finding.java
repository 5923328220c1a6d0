package org.quipu.doctor;

import java.util.Locale;
import org.quipu.text.Messages;

/**
 * What one check found.
 *
 * @param subject what was looked at, such as "memory"
 * @param found what is there
 * @param advice what to do about it; empty where it is fine
 */
public record Finding(String subject, State state, String found, String advice) {
  /** Whether it is as it should be. */
  public enum State {
    FINE,
    /** It works, and would work better or faster otherwise. */
    POOR,
    /** Commands that need it fail. */
    WRONG;

    /** The key of its word in the texts of this package. */
    public String key() {
      return "state." + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A finding in the words of a key, which has {@code .subject}, {@code .found} and, unless it is
   * always fine, {@code .advice}.
   */
  static Finding of(Messages texts, String key, State state, Object... values) {
    return new Finding(
        texts.of(key + ".subject"),
        state,
        texts.of(key + ".found", values),
        state == State.FINE ? "" : texts.of(key + ".advice", values));
  }
}
