package org.quipu.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.quipu.UserException;
import org.quipu.spark.Sessions;
import org.quipu.store.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.InitializationException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line: finds the command, runs it and turns what went wrong into a message and an exit
 * code.
 */
public final class CommandLines {
  static final int WRONG_COMMAND_LINE = 1;
  static final int WRONG_INPUT = 2;
  static final int FAILURE = 3;

  private CommandLines() {}

  /** Runs a command and returns its exit code. Never exits. */
  public static int run(String... args) {
    return run(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        args);
  }

  /** The same, with results written to {@code out} and messages to {@code err}. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    try {
      return execute(out, err, args);
    } catch (InitializationException | ExceptionInInitializerError e) {
      // A shipped file that was edited and cannot be read, such as data/indicators.yaml.
      Optional<UserException> wrong = userException(e);
      if (wrong.isEmpty()) {
        throw e;
      }

      err.println("quipu: " + wrong.get().getMessage());
      return WRONG_INPUT;
    }
  }

  private static int execute(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = new CommandLine(new Root());
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setUsageHelpLongOptionsMaxWidth(34);
    line.setParameterExceptionHandler(CommandLines::wrongCommandLine);
    line.setExecutionExceptionHandler(CommandLines::failed);
    try {
      return line.execute(args);
    } finally {
      Sessions.stop();
    }
  }

  private static int wrongCommandLine(ParameterException e, String[] args) {
    CommandLine line = e.getCommandLine();
    PrintWriter err = line.getErr();
    err.println("quipu: " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("See: " + line.getCommandSpec().qualifiedName() + " --help");
    return WRONG_COMMAND_LINE;
  }

  private static int failed(Exception e, CommandLine line, ParseResult parsed) {
    PrintWriter err = line.getErr();
    boolean stackTrace = line.getCommand() instanceof BaseCommand job && job.showsStackTrace();
    if (stackTrace) {
      e.printStackTrace(err);
    }

    Optional<UserException> wrong = userException(e);
    if (wrong.isPresent()) {
      err.println("quipu " + line.getCommandName() + ": " + wrong.get().getMessage());
      return WRONG_INPUT;
    }

    err.println("quipu " + line.getCommandName() + " failed: " + reason(e));
    if (!stackTrace) {
      err.println("Run it again with --stacktrace to see where.");
    }

    return FAILURE;
  }

  /** The wrong input behind an error; empty where it has another cause. */
  private static Optional<UserException> userException(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UserException wrong) {
        return Optional.of(wrong);
      }
    }

    return Optional.empty();
  }

  /**
   * What went wrong, with its cause where the message does not hold it: one of them names the file.
   */
  private static String reason(Exception e) {
    String what = e instanceof UncheckedIOException ? e.getMessage() : e.toString();
    return e.getCause() == null || what.contains(e.getCause().toString())
        ? what
        : what + " (" + e.getCause() + ")";
  }

  @Command(
      name = "quipu",
      description =
          "Regional evidence on violence against women in Peru, from ENDES microdata and programme"
              + " records.",
      mixinStandardHelpOptions = true,
      versionProvider = VersionProvider.class,
      subcommands = {
        DemoCommand.class,
        RunCommand.class,
        FetchCommand.class,
        IngestCommand.class,
        PrevalenceCommand.class,
        ChangeCommand.class,
        CoverageCommand.class,
        AssociationCommand.class,
        SmallAreasCommand.class,
        TargetsCommand.class,
        ChartsCommand.class,
        BulletinsCommand.class,
        WorkbookCommand.class,
        ValidateCommand.class,
        EstimateCommand.class,
        DescribeCommand.class,
        ConvertCommand.class,
      },
      footer = {
        "",
        "Exit codes: 0 done; 1 the command line is wrong; 2 an input is wrong; 3 anything else.",
      })
  static final class Root implements Runnable {
    @Spec CommandSpec spec;

    @Override
    public void run() {
      throw new ParameterException(spec.commandLine(), "no command; one of " + commands());
    }

    private List<String> commands() {
      return Arrays.asList(spec.subcommands().keySet().toArray(String[]::new));
    }
  }

  static final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"quipu " + Version.current()};
    }
  }
}
