package org.quipu.job;

import java.io.PrintWriter;

/** Where a command tells what it does (standard error) and what it found (standard output). */
record Console(PrintWriter out, PrintWriter err) {
  /** What is being done or noticed. */
  void progress(String message) {
    err.println(message);
    err.flush();
  }

  /** Something that the user should know before using the result. */
  void warn(String message) {
    progress("warning: " + message);
  }

  /** A result. */
  void say(String message) {
    out.println(message);
    out.flush();
  }
}
