package org.quipu.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.quipu.file.RemoteCopies;
import org.quipu.text.Language;
import org.quipu.text.narrative.TableWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Option(names = "--stacktrace")
  private boolean stackTrace;

  @Option(names = "--quiet")
  private boolean quiet;

  @Mixin private LanguageOptions language;

  /**
   * Does the work. A wrong input is a {@link org.quipu.UserException}.
   *
   * @param console where progress and results are shown
   */
  protected abstract void run(Console console) throws Exception;

  @Override
  public final Integer call() throws Exception {
    requireOutsideOfStore();
    run(
        new Console(
            spec.commandLine().getOut(),
            spec.commandLine().getErr(),
            quiet,
            language.or(root().language())));
    RemoteCopies.upload();
    return 0;
  }

  /** What is written for readers does not belong among the tables of a store. */
  private void requireOutsideOfStore() {
    if (value("--store") instanceof String store
        && value("--out") instanceof Path out
        && RemoteCopies.liesIn(out, store)) {
      throw wrongOption("wrong.out.in.store", out);
    }
  }

  /** The language of what is written for others than who runs the command: Spanish unless asked. */
  Language written() {
    return language.or(root().written());
  }

  /** Tables with their words in that language. */
  TableWords words() {
    return TableWords.in(written());
  }

  private CommandLines.Root root() {
    return (CommandLines.Root) spec.root().userObject();
  }

  private Object value(String option) {
    OptionSpec found = spec.findOption(option);
    return found == null ? null : found.getValue();
  }

  boolean showsStackTrace() {
    return stackTrace;
  }

  /** A command line that cannot be right: exit code 1. */
  protected ParameterException wrongOption(String key, Object... values) {
    return WrongCommandLine.of(spec, key, values);
  }
}
