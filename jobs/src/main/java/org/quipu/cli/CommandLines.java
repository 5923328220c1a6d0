package org.quipu.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.FSError;
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
    } catch (InitializationException | OutOfMemoryError | FSError | ExceptionInInitializerError e) {
      // Java's own errors; FSError is Hadoop's for a disk that cannot be written to. The last is a
      // shipped file that was edited and cannot be read, such as data/indicators.yaml.
      Failure failure = Failure.of(e);
      if (failure.isUnforeseen()) {
        throw e;
      }

      err.println("quipu: " + failure.message());
      return failure.code();
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

    Failure failure = Failure.of(e);
    String colon = failure.isUnforeseen() ? " " : ": ";
    err.println("quipu " + line.getCommandName() + colon + failure.message());
    if (failure.isUnforeseen() && !stackTrace) {
      err.println("Run it again with --stacktrace to see where.");
    }

    return failure.code();
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
        DoctorCommand.class,
        CompletionCommand.class,
      },
      footer = {
        "",
        "Exit codes: 0 done; 1 the command line is wrong; 2 an input is wrong; 3 anything else.",
      })
  static final class Root implements Runnable {
    @Spec CommandSpec spec;

    @Override
    public void run() {
      throw new ParameterException(
          spec.commandLine(),
          """
          no command. The first three to try:
            quipu demo                  all of it on a synthetic survey, in a folder demo
            quipu describe FILE         what a file of a survey holds
            quipu run --help            from INEI's files to tables, figures and pages
          All commands: %s\
          """
              .formatted(commands()));
    }

    private String commands() {
      return String.join(", ", spec.subcommands().keySet());
    }
  }

  static final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"quipu " + Version.current()};
    }
  }
}
