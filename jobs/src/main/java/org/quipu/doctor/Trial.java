package org.quipu.doctor;

import org.quipu.doctor.Finding.State;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/** One of Quipu's parts at work on a small example. */
@FunctionalInterface
interface Trial {
  /**
   * Does the work.
   *
   * @return what was used, such as a version
   */
  String run() throws Exception;

  /** What came of it, with the seconds that it took; whatever is thrown is what is wrong. */
  default Finding finding(Messages texts, Language language, String part) {
    long start = System.nanoTime();
    try {
      String used = run();
      double seconds = (System.nanoTime() - start) / 1e9;
      return Finding.of(texts, part, State.FINE, used, language.decimal(seconds, 1));
    } catch (Exception | LinkageError e) {
      return new Finding(
          texts.of(part + ".subject"),
          State.WRONG,
          texts.of("trial.found", e),
          texts.of(part + ".advice"));
    }
  }
}
