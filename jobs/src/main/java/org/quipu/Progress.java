package org.quipu;

import java.util.function.Consumer;
import org.quipu.text.Language;

/** Where a job reports what it does; results are returned, not reported. */
public interface Progress {
  /** What is being done or was noticed. */
  void progress(String message);

  /** The same, in the user's language where it is known; else in English. */
  default void progress(Notice notice) {
    progress(notice.in(Language.ENGLISH));
  }

  /** Something that the user should know before using the result. */
  void warn(String message);

  /** The same, in the user's language where it is known; else in English. */
  default void warn(Notice notice) {
    warn(notice.in(Language.ENGLISH));
  }

  /**
   * A table is already as it should be. Reported once: jobs that build on each other ask
   * repeatedly.
   */
  void upToDate(String table);

  /** A table was made by this very job, so that {@link #upToDate} is no news. */
  void made(String table);

  /**
   * Announces so many things that are about to be made, perhaps side by side.
   *
   * @param what they are, such as figures
   * @return to be run once for each that is made, from any thread
   */
  Runnable steps(Notice what, int total);

  /** Reports nothing. */
  static Progress silent() {
    return ofWarnings(warning -> {});
  }

  /** Reports warnings and nothing else, for notebooks and programs. */
  static Progress ofWarnings(Consumer<String> warnings) {
    return new Progress() {
      @Override
      public void progress(String message) {}

      @Override
      public void warn(String message) {
        warnings.accept(message);
      }

      @Override
      public void upToDate(String table) {}

      @Override
      public void made(String table) {}

      @Override
      public Runnable steps(Notice what, int total) {
        return () -> {};
      }
    };
  }
}
