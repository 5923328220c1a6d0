package org.quipu.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command shares: help, the wish for a stack trace, and where its words go. */
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = CommandLines.VersionProvider.class)
abstract class BaseCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(names = "--stacktrace", description = "Show where in the program an error arose.")
  private boolean stackTrace;

  @Option(
      names = "--quiet",
      description = "Tell results and warnings alone, not what is being done.")
  private boolean quiet;

  /**
   * Does the work. A wrong input is a {@link org.quipu.UserException}.
   *
   * @param console where progress and results are shown
   */
  protected abstract void run(Console console) throws Exception;

  @Override
  public final Integer call() throws Exception {
    requireOutsideOfStore();
    run(new Console(spec.commandLine().getOut(), spec.commandLine().getErr(), quiet));
    return 0;
  }

  /** What is written for readers does not belong among the tables of a store. */
  private void requireOutsideOfStore() {
    if (value("--store") instanceof String store
        && value("--out") instanceof Path out
        && out.toAbsolutePath()
            .normalize()
            .startsWith(
                Path.of(store.replaceFirst("^file:/*", "/")).toAbsolutePath().normalize())) {
      throw wrongOption("--out: " + out + " lies in the store; name a folder outside it");
    }
  }

  private Object value(String option) {
    OptionSpec found = spec.findOption(option);
    return found == null ? null : found.getValue();
  }

  boolean showsStackTrace() {
    return stackTrace;
  }

  /** A command line that cannot be right: exit code 1. */
  protected ParameterException wrongOption(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
