package org.quipu.cli;

import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.quipu.UserException;

/**
 * What an error comes to for the user.
 *
 * @param code the exit code
 * @param message what went wrong and, where the user can mend it, what to do
 * @param isUnforeseen whether nobody foresaw it, so that where it arose in the program is worth
 *     knowing
 */
record Failure(int code, String message, boolean isUnforeseen) {
  static final int WRONG_INPUT = 2;
  static final int OTHER = 3;

  /** As Linux words it, and Java and Hadoop after it. */
  private static final String DISK_FULL = "No space left on device";

  /** What was foreseen. */
  Failure(int code, String message) {
    this(code, message, false);
  }

  /** What an error comes to, whatever it is wrapped in. */
  static Failure of(Throwable error) {
    return userException(error)
        .or(() -> diskFull(error))
        .or(() -> noMemory(error))
        .orElseGet(() -> new Failure(OTHER, "failed: " + reason(error), true));
  }

  private static Optional<Failure> userException(Throwable error) {
    return causes(error)
        .filter(UserException.class::isInstance)
        .findFirst()
        .map(wrong -> new Failure(WRONG_INPUT, wrong.getMessage()));
  }

  private static Optional<Failure> diskFull(Throwable error) {
    return causes(error)
        .map(Throwable::getMessage)
        .filter(message -> message != null && message.contains(DISK_FULL))
        .findFirst()
        .map(
            message ->
                new Failure(
                    WRONG_INPUT,
                    "a disk is full ("
                        + message
                        + "). Make room where --store and --out are and in the folder for temporary"
                        + " files, "
                        + System.getProperty("java.io.tmpdir")
                        + ", and run it again; the tables are as they were."));
  }

  private static Optional<Failure> noMemory(Throwable error) {
    return causes(error)
        .filter(OutOfMemoryError.class::isInstance)
        .findFirst()
        .map(
            any ->
                new Failure(
                    OTHER,
                    "Java has not enough memory with %,d MB. Give it more: QUIPU_JAVA_OPTS=-Xmx8g before ./quipu, or --driver-memory and --executor-memory of spark-submit. The tables are as they were."
                        .formatted(Runtime.getRuntime().maxMemory() >> 20)));
  }

  /**
   * What went wrong, with its cause where the message does not hold it: one of them names the file.
   */
  private static String reason(Throwable error) {
    String what = error instanceof UncheckedIOException ? error.getMessage() : error.toString();
    return error.getCause() == null || what.contains(error.getCause().toString())
        ? what
        : what + " (" + error.getCause() + ")";
  }

  /** An error and what it comes from. */
  private static Stream<Throwable> causes(Throwable error) {
    return Stream.iterate(error, Objects::nonNull, Throwable::getCause);
  }
}
