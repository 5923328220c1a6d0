package org.quipu.download;

import java.time.Duration;

/** What went wrong with one attempt and may go right in the next. */
final class TryAgain extends Exception {
  private static final long serialVersionUID = 1L;

  private final Duration pause;

  /**
   * @param found what came instead of the file
   * @param pause that the server asked for, zero for none
   */
  TryAgain(String found, Duration pause, Throwable cause) {
    super(found, cause);
    this.pause = pause;
  }

  TryAgain(String found) {
    this(found, Duration.ZERO, null);
  }

  Duration pause() {
    return pause;
  }
}
