package org.quipu;

import java.util.Locale;
import org.quipu.cli.CommandLines;

/**
 * The program: {@code quipu COMMAND …}. Exit codes: 0 done; 1 the command line is wrong; 2 an input
 * is wrong; 3 anything else. On success the process is left to end by itself, so that a cluster's
 * own bookkeeping can finish.
 */
public final class Quipu {
  private Quipu() {}

  public static void main(String[] args) {
    Locale.setDefault(Locale.US);
    Thread.setDefaultUncaughtExceptionHandler(CommandLines::uncaught);
    int code = CommandLines.run(args);
    if (code != 0) {
      System.exit(code);
    }
  }
}
