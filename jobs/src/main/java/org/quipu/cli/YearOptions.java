package org.quipu.cli;

import org.quipu.YearRange;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that name the two years of a change. */
final class YearOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--from", paramLabel = "Y", required = true)
  private int from;

  @Option(names = "--to", paramLabel = "Y", required = true)
  private int to;

  YearRange range() {
    if (from >= to) {
      throw WrongCommandLine.of(command, "wrong.not.before", from, to);
    }

    return new YearRange(from, to);
  }
}
