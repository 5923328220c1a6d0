package org.quipu.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quipu.Notice;
import org.quipu.Progress;
import org.quipu.file.RemoteCopies;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/** Where a command tells what it does (standard error) and what it found (standard output). */
final class Console implements Progress {
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean quiet;
  private final Language language;
  private final Messages texts;
  private final Set<String> settled = new HashSet<>();

  /**
   * @param quiet whether warnings alone are told, not what is being done
   * @param language of all that is told
   */
  Console(PrintWriter out, PrintWriter err, boolean quiet, Language language) {
    this.out = out;
    this.err = err;
    this.quiet = quiet;
    this.language = language;
    this.texts = Terminal.texts(language);
  }

  /** The language in which the reader is told, with the decimal mark. */
  Language language() {
    return language;
  }

  /** The texts of the terminal in it. */
  Messages texts() {
    return texts;
  }

  /** What is being done or noticed. */
  @Override
  public void progress(String message) {
    if (!quiet) {
      tell(message);
    }
  }

  @Override
  public void progress(Notice notice) {
    progress(notice.in(language));
  }

  private void tell(String message) {
    err.println(RemoteCopies.named(message));
    err.flush();
  }

  /** Things that are made: told every two seconds, with the time that is left. */
  @Override
  public Runnable steps(Notice what, int total) {
    return new Steps(
        total,
        System::nanoTime,
        (made, seconds) ->
            progress(
                texts.of(
                    "steps",
                    language.count(made),
                    language.count(total),
                    what.in(language),
                    language.count(seconds))));
  }

  /** A table is there as it should be. Told once: jobs that build on each other ask repeatedly. */
  @Override
  public void upToDate(String table) {
    if (settled.add(table)) {
      progress(texts.of("up.to.date", table));
    }
  }

  /** A table was made by this very command, so that {@link #upToDate} is no news. */
  @Override
  public void made(String table) {
    settled.add(table);
  }

  /** Something that the user should know before using the result. */
  @Override
  public void warn(String message) {
    tell(texts.of("warning", message));
  }

  @Override
  public void warn(Notice notice) {
    warn(notice.in(language));
  }

  /**
   * Warns of what was asked for and is not among what was found.
   *
   * @param option by which it was asked for
   */
  <T> void warnOfMissing(String option, Collection<T> asked, Stream<T> found) {
    Set<T> there = found.collect(Collectors.toSet());
    List<String> missing =
        asked.stream()
            .distinct()
            .filter(name -> !there.contains(name))
            .map(Object::toString)
            .toList();
    if (!missing.isEmpty()) {
      warn(texts.of("no.rows", option, String.join(", ", missing)));
    }
  }

  /** A result. */
  void say(String message) {
    out.println(RemoteCopies.named(message));
    out.flush();
  }

  /** A result in words: the text of a key with its values in place. */
  void sayText(String key, Object... values) {
    say(texts.of(key, values));
  }
}
