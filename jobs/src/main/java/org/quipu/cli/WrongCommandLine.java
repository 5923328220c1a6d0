package org.quipu.cli;

import java.util.stream.Collectors;
import org.quipu.text.Messages;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong about a command line, in the reader's language. */
final class WrongCommandLine {
  private WrongCommandLine() {}

  /**
   * What a command itself finds wrong, in the reader's language.
   *
   * @param key of the text in {@code terminal_*.properties}
   */
  static ParameterException of(CommandSpec command, String key, Object... values) {
    CommandLines.Root root = (CommandLines.Root) command.root().userObject();
    return new ParameterException(
        command.commandLine(), Terminal.texts(root.language()).of(key, values));
  }

  static String message(ParameterException e, Messages texts) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return texts.of("unmatched", String.join(" ", unmatched.getUnmatched()))
          + similar(unmatched, texts);
    }
    if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return texts.of(
          "missing",
          missing.getMissing().stream()
              .map(WrongCommandLine::name)
              .collect(Collectors.joining(", ")));
    }

    return e.getMessage();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + "=" + option.paramLabel()
        : argument.paramLabel();
  }

  private static String similar(UnmatchedArgumentException unmatched, Messages texts) {
    return unmatched.getSuggestions().isEmpty()
        ? ""
        : texts.of("similar", String.join(", ", unmatched.getSuggestions()));
  }
}
