package org.quipu.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quipu.Coded;
import org.quipu.NearestNames;
import org.quipu.text.Messages;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong about a command line, in the reader's language. */
final class WrongCommandLine {
  /** What picocli says of options of which one alone may be given. */
  private static final Pattern EXCLUSIVE =
      Pattern.compile("(?:Error: )?(.*) are mutually exclusive.*");

  /** What it says of an option that stands where another expects a value. */
  private static final Pattern UNKNOWN = Pattern.compile("Unknown option: '([^']*)'; .*");

  /** The texts about a value that is no number of a type. */
  private static final Map<Class<?>, String> NUMBERS =
      Map.of(
          double.class, "wrong.number",
          Double.class, "wrong.number",
          int.class, "wrong.whole",
          Integer.class, "wrong.whole",
          long.class, "wrong.whole",
          Long.class, "wrong.whole");

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
      Matcher option = UNKNOWN.matcher(e.getMessage());
      if (unmatched.getUnmatched().isEmpty() && option.matches()) {
        return message(
            new UnmatchedArgumentException(e.getCommandLine(), List.of(option.group(1))), texts);
      }

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

    if (e instanceof MutuallyExclusiveArgsException) {
      Matcher arguments = EXCLUSIVE.matcher(e.getMessage());
      return arguments.matches() ? texts.of("wrong.exclusive", arguments.group(1)) : e.getMessage();
    }

    return e.getArgSpec() != null && e.getValue() != null ? value(e, texts) : e.getMessage();
  }

  /** What is wrong with the value of an option. */
  private static String value(ParameterException e, Messages texts) {
    ArgSpec argument = e.getArgSpec();
    String name = argument instanceof OptionSpec option ? option.longestName() : name(argument);
    Class<?> type = argument.auxiliaryTypes()[0];
    List<String> choices = choices(argument, type);
    if (!choices.isEmpty()) {
      return texts.of("wrong.choice", name, e.getValue(), String.join(", ", choices));
    }

    if (e.getCause() instanceof TypeConversionException cause) {
      boolean number = argument.converters().length == 0 && NUMBERS.containsKey(type);
      return number
          ? texts.of(NUMBERS.get(type), name, e.getValue())
          : texts.of("wrong.value", name, cause.getMessage());
    }

    return e.getMessage();
  }

  /** What an option of an enum takes; nothing of others. */
  private static List<String> choices(ArgSpec argument, Class<?> type) {
    if (!type.isEnum()
        || (argument.converters().length > 0 && !Coded.class.isAssignableFrom(type))) {
      return List.of();
    }

    return Stream.of(type.getEnumConstants())
        .map(
            each ->
                each instanceof Coded coded
                    ? coded.code()
                    : each.toString().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + "=" + option.paramLabel()
        : argument.paramLabel();
  }

  private static String similar(UnmatchedArgumentException unmatched, Messages texts) {
    List<String> suggestions = unmatched.getSuggestions();
    String word = unmatched.getUnmatched().get(0);
    if (suggestions.isEmpty() && word.startsWith("--")) {
      // Picocli finds no letters that changed places.
      Set<String> options = unmatched.getCommandLine().getCommandSpec().optionsMap().keySet();
      suggestions = NearestNames.of(word, options).subList(0, 1);
    }

    return suggestions.isEmpty() ? "" : texts.of("similar", String.join(", ", suggestions));
  }
}
