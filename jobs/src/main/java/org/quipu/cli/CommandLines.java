package org.quipu.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.hadoop.fs.FSError;
import org.quipu.file.RemoteCopies;
import org.quipu.spark.Sessions;
import org.quipu.store.Version;
import org.quipu.text.Language;
import org.quipu.text.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.InitializationException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

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
        Terminal.ofSystem(System::getenv, System.getProperty("user.language")),
        args);
  }

  /**
   * The same, with results written to {@code out} and messages to {@code err}.
   *
   * @param system the language where the command line asks for none
   */
  static int run(PrintWriter out, PrintWriter err, Language system, String... args) {
    try {
      return execute(out, err, Terminal.asked(args, system), args);
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

  /**
   * What a thread ends with that nobody catches. Without memory the process ends, as a command
   * does: one of Spark's threads would leave it waiting for ever.
   */
  public static void uncaught(Thread thread, Throwable error) {
    if (error instanceof OutOfMemoryError) {
      Failure failure = Failure.of(error);
      System.err.println("quipu: " + failure.message());
      Runtime.getRuntime().halt(failure.code());
    }

    System.err.print("in thread " + thread.getName() + ": ");
    error.printStackTrace();
  }

  private static int execute(PrintWriter out, PrintWriter err, Language language, String... args) {
    CommandLine line = line(language);
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    // A misspelt option after one with several values is none of them.
    line.setUnmatchedOptionsAllowedAsOptionParameters(false);
    // An expression may begin with a minus sign.
    line.getSubcommands().get("contrast").setUnmatchedOptionsAllowedAsOptionParameters(true);
    line.registerConverter(Path.class, new Converters.Input());
    line.setParameterExceptionHandler(CommandLines::wrongCommandLine);
    line.setExecutionExceptionHandler(CommandLines::failed);
    try {
      Sessions.startWhereAwaited();
      return line.execute(args);
    } finally {
      Sessions.stop();
      RemoteCopies.clear();
    }
  }

  /** All commands, with their help in the language. */
  static CommandLine line(Language language) {
    CommandLine line = new CommandLine(new Root(language));
    line.setResourceBundle(Terminal.help(language));
    line.setUsageHelpAutoWidth(true);
    line.setUsageHelpLongOptionsMaxWidth(34);
    return line;
  }

  private static Messages texts(CommandLine line) {
    Root root = line.getCommandSpec().root().commandLine().getCommand();
    return Terminal.texts(root.language());
  }

  private static int wrongCommandLine(ParameterException e, String[] args) {
    CommandLine line = e.getCommandLine();
    PrintWriter err = line.getErr();
    err.println("quipu: " + WrongCommandLine.message(e, texts(line)));
    err.println(texts(line).of("see", line.getCommandSpec().qualifiedName()));
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
    err.println("quipu " + line.getCommandName() + colon + RemoteCopies.named(failure.message()));
    if (failure.isUnforeseen() && !stackTrace) {
      err.println(texts(line).of("stacktrace"));
    }

    return failure.code();
  }

  @Command(
      name = "quipu",
      mixinStandardHelpOptions = true,
      versionProvider = VersionProvider.class,
      subcommands = {
        DemoCommand.class,
        RunCommand.class,
        FetchCommand.class,
        IngestCommand.class,
        PrevalenceCommand.class,
        ChangeCommand.class,
        AverageCommand.class,
        CoverageCommand.class,
        AssociationCommand.class,
        SmallAreasCommand.class,
        TargetsCommand.class,
        ChartsCommand.class,
        BulletinsCommand.class,
        WorkbookCommand.class,
        ValidateCommand.class,
        EstimateCommand.class,
        RegressCommand.class,
        CrosstabCommand.class,
        CompareCommand.class,
        ContrastCommand.class,
        DescribeCommand.class,
        ConvertCommand.class,
        DoctorCommand.class,
        CompletionCommand.class,
      })
  static final class Root implements Runnable {
    private final Language language;

    @Spec CommandSpec spec;
    @Mixin private LanguageOptions asked;

    Root(Language language) {
      this.language = language;
    }

    /** The language in which the terminal speaks. */
    Language language() {
      return asked.or(language);
    }

    /** The language of what is written for others, where it is asked for before the command. */
    Language written() {
      return asked.or(Language.SPANISH);
    }

    @Override
    public void run() {
      String commands = String.join(", ", spec.subcommands().keySet());
      throw new ParameterException(
          spec.commandLine(), Terminal.texts(language).of("no.command", commands));
    }
  }

  static final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"quipu " + Version.current()};
    }
  }
}
