package org.quipu.cli;

import java.util.stream.Collectors;
import org.quipu.text.Messages;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong about a command line, in the reader's language where picocli found it out. */
final class WrongCommandLine {
  private WrongCommandLine() {}

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
