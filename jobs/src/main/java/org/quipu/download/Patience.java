package org.quipu.download;

import java.time.Duration;

/**
 * How long a download goes on.
 *
 * @param silence the longest wait for a connection, and for the next bytes
 * @param attempts how often a file is asked for in all
 * @param pause before the second attempt; it doubles before each further one
 * @param longestPause that a server may ask for
 */
public record Patience(Duration silence, int attempts, Duration pause, Duration longestPause) {
  /** For a portal that is often busy: a minute of silence, half a minute of pauses. */
  public static final Patience USUAL =
      new Patience(Duration.ofMinutes(1), 5, Duration.ofSeconds(2), Duration.ofMinutes(5));

  /** The pause after so many attempts, or the one that the server asked for if that is longer. */
  Duration after(int attempt, Duration asked) {
    Duration own = pause.multipliedBy(1L << (attempt - 1));
    return asked.compareTo(own) > 0 ? asked : own;
  }
}
