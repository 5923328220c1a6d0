package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.quipu.TestSpark;
import org.quipu.text.Language;

/**
 * A command run as from a shell, on the Spark session of the tests.
 *
 * @param code its exit code
 * @param out what it wrote on standard output
 * @param err what it wrote on standard error
 */
public record CommandRun(int code, String out, String err) {
  /** Runs the command of these words; a word may be a path or a number. */
  public static CommandRun of(Object... words) {
    TestSpark.session();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        CommandLines.run(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            Language.ENGLISH,
            Stream.of(words).map(Object::toString).toArray(String[]::new));

    return new CommandRun(code, out.toString(), err.toString());
  }

  /** This run, which must have succeeded. */
  public CommandRun succeeds() {
    assertThat(code).as(err).isZero();
    return this;
  }

  /** This run, which must have refused its command line, saying all this. */
  CommandRun refusesCommandLine(CharSequence... messages) {
    return fails(CommandLines.WRONG_COMMAND_LINE, messages);
  }

  /** This run, which must have refused an input, saying all this. */
  CommandRun refusesInput(CharSequence... messages) {
    return fails(Failure.WRONG_INPUT, messages);
  }

  private CommandRun fails(int expected, CharSequence... messages) {
    assertThat(code).as(err).isEqualTo(expected);
    assertThat(err).doesNotContain("\tat ");
    for (CharSequence message : messages) {
      assertThat(err).contains(message);
    }

    return this;
  }
}
