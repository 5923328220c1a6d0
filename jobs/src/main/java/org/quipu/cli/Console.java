package org.quipu.cli;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;
import org.quipu.Progress;

/** Where a command tells what it does (standard error) and what it found (standard output). */
final class Console implements Progress {
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean quiet;
  private final Set<String> settled = new HashSet<>();

  /**
   * @param quiet whether warnings alone are told, not what is being done
   */
  Console(PrintWriter out, PrintWriter err, boolean quiet) {
    this.out = out;
    this.err = err;
    this.quiet = quiet;
  }

  /** What is being done or noticed. */
  @Override
  public void progress(String message) {
    if (!quiet) {
      tell(message);
    }
  }

  private void tell(String message) {
    err.println(message);
    err.flush();
  }

  /** Things that are made: told every two seconds, with the time that is left. */
  @Override
  public Runnable steps(String what, int total) {
    return new Steps(what, total, System::nanoTime, this::progress);
  }

  /** A table is there as it should be. Told once: jobs that build on each other ask repeatedly. */
  @Override
  public void upToDate(String table) {
    if (settled.add(table)) {
      progress(table + ": up to date");
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
    tell("warning: " + message);
  }

  /** A result. */
  void say(String message) {
    out.println(message);
    out.flush();
  }
}
